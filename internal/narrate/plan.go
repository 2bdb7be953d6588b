package narrate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Plan is what will be said and by which voice, before anything is bought.
type Plan struct {
	Article article.Article
	Script  script.Script
	Voice   speech.Voice
	Sound   string // fingerprint of everything that the track depends on

	site      Site
	cast      cast
	fallbacks []cast        // the next voices to try, in order
	order     string        // nonce of the admin's order for a new track
	calls     []speech.Call // one per segment
	payer     speech.Payer
	archive   bool              // nobody waits for it: see speech.Call
	previous  library.Narration // what the new track replaces, if anything
}

const reasonMembersOnly = "for members only"

// Plan parses an article and plans it with PlanArticle.
func (n *Narrator) Plan(site Site, payload article.Payload, orders library.Orders) (Plan, error) {
	art, err := article.Parse(payload, site.Reading())
	if err != nil {
		return Plan{}, speech.Permanent(err)
	}
	return n.PlanArticle(site, art, orders)
}

// PlanArticle builds an article's script for the preferred voice, following the site's settings and
// the admin's orders. It calls no provider. The error is a *NothingToRead if there is nothing for
// the public to hear, and ErrPermanent otherwise.
func (n *Narrator) PlanArticle(site Site, art article.Article, orders library.Orders) (Plan, error) {
	switch {
	case art.MembersOnly:
		return Plan{}, &NothingToRead{Wish: library.MembersOnly, Reason: reasonMembersOnly}
	case art.Unwanted != "":
		return Plan{}, &NothingToRead{Wish: library.Unread, Reason: art.Unwanted}
	case len(art.Blocks) == 0:
		return Plan{}, &NothingToRead{Wish: library.Unread, Reason: "the article has no text to read"}
	}
	casts, err := n.casts(site, orders.Voice, art)
	if err != nil {
		return Plan{}, err
	}
	return Plan{Article: art, site: site, order: orders.Render}.withCast(casts[0], casts[1:])
}

// withCast returns the plan for a cast: its script, calls and fingerprint.
func (p Plan) withCast(c cast, fallbacks []cast) (Plan, error) {
	p.Voice, p.cast, p.fallbacks = c.main, c, fallbacks
	opts := p.site.Speaking()
	opts.Limit, opts.Foreign, opts.Speakers = c.main.Limit(), limits(c.foreign), limits(c.speakers)
	opts.Disclosure = p.site.disclosure(p.Article.Language)
	var err error
	if p.Script, err = script.Build(p.Article, opts); err != nil {
		return Plan{}, speech.Permanent(err)
	}
	p.calls = p.callsOf(p.Script)
	p.Sound = p.fingerprint()
	return p, nil
}

// fallback returns the plan for the next cast. There must be one.
func (p Plan) fallback() (Plan, error) { return p.withCast(p.fallbacks[0], p.fallbacks[1:]) }

// without returns the plan with only those fallbacks in which a voice does not speak.
func (p Plan) without(voice speech.Voice) Plan {
	p.fallbacks = slices.DeleteFunc(slices.Clone(p.fallbacks), func(c cast) bool { return c.has(voice) })
	return p
}

// planFor returns the plan, among those of the site's voices, whose fingerprint is sound.
func (p Plan) planFor(sound string) (_ Plan, found bool) {
	for p.Sound != sound {
		if len(p.fallbacks) == 0 {
			return Plan{}, false
		}
		var err error
		if p, err = p.fallback(); err != nil {
			return Plan{}, false
		}
	}
	return p, true
}

func (p Plan) callsOf(s script.Script) []speech.Call {
	calls := make([]speech.Call, len(s.Segments))
	for i, seg := range s.Segments {
		voice := p.VoiceOf(seg)
		calls[i] = voice.Call(seg.Said())
		calls[i].VoiceVersion = p.site.VoiceVersion
		if voice.Context {
			calls[i] = calls[i].Between(spokenAt(s, i-1, seg.Language), spokenAt(s, i+1, seg.Language))
		}
		if p.site.Words {
			calls[i] = calls[i].WithOnsets()
		}
	}
	return calls
}

// spokenAt returns the spoken form at an index of a script. It is "" if there is none, or if it is
// in another language than lang, which would mislead a voice.
func spokenAt(s script.Script, index int, lang string) string {
	if index < 0 || index >= len(s.Segments) || s.Segments[index].Language != lang {
		return ""
	}
	return s.Segments[index].Spoken
}

// withPayer adds the payer of the calls, and their urgency.
func (p Plan) withPayer(ref library.Ref, due []library.Marker) Plan {
	p.payer = speech.Payer{Site: ref.Site, Article: ref.ID}
	p.archive = library.MostUrgent(due).Archive()
	return p
}

// withPrevious adapts the plan to the previous track: it starts from that track's correction if the
// voice is the same, and changed segments are synthesized first.
func (p Plan) withPrevious(previous library.Narration) Plan {
	p.previous = previous
	return p
}

// correction returns the gain, in dB, that the previous track needed on top of the voice's gain, or
// 0 if another voice spoke it.
func (p Plan) correction() float64 {
	if p.previous.Voice != narrationVoice(p.Voice) {
		return 0
	}
	return p.previous.Correction
}

// fingerprint covers the speech, its order and pauses, the encoding, and the admin's order for a
// new track. It omits settings of later releases while they have their default, so that older
// tracks are not stale.
func (p Plan) fingerprint() string {
	type sound struct {
		Speech string
		Pause  time.Duration
	}
	sounds := make([]sound, len(p.calls))
	for i, call := range p.calls {
		sounds[i] = sound{Speech: call.Key(), Pause: p.Script.Segments[i].Pause}
	}
	all := []any{sounds, p.site.BitRate, p.order}
	special := p.site.nonDefaultSound()
	if p.site.Credential != nil {
		special["credential"] = p.statementSum()
	}
	if len(special) > 0 {
		all = append(all, special)
	}
	canonical, err := json.Marshal(all)
	if err != nil {
		panic("narrate: a fingerprint is made of plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

// Billable returns the number of characters that the provider would charge for if the store had no
// speech.
func (p Plan) Billable() int {
	n := 0
	for _, call := range p.calls {
		n += call.Billed
	}
	return n
}

// Duration estimates the length of the narration at its voice's speaking rate.
func (p Plan) Duration() time.Duration {
	return p.Script.Duration(p.Article.Language, p.Voice.Speed())
}

// Bill returns the bill for all of the plan's speech.
func (p Plan) Bill() speech.Bill { return speech.BillOf(p.calls) }

// Share is what one voice of a plan says.
type Share struct {
	Voice speech.Voice
	Bill  speech.Bill
}

// Shares returns the bill of each voice, the article's voice first.
func (p Plan) Shares() []Share {
	var shares []Share
	for _, voice := range p.Voices() {
		var calls []speech.Call
		for i, segment := range p.Script.Segments {
			if p.VoiceOf(segment) == voice {
				calls = append(calls, p.calls[i])
			}
		}
		shares = append(shares, Share{voice, speech.BillOf(calls)})
	}
	return shares
}

// ToBuy returns the bill for the speech that is not in the store yet.
func (p Plan) ToBuy(ctx context.Context, st store.Store) (speech.Bill, error) {
	var missing []speech.Call
	for _, call := range p.calls {
		bought, err := speech.Bought(ctx, st, call.Request)
		if err != nil {
			return nil, err
		}
		if !bought {
			missing = append(missing, call)
		}
	}
	return speech.BillOf(missing), nil
}

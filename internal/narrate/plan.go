package narrate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Plan is an article's narration before anything is bought: what is said, by whom.
type Plan struct {
	Article article.Article
	Script  script.Script
	Voice   speech.Voice
	Sound   string // fingerprint of all that the track depends on

	calls   []speech.Call // one a segment
	bitRate int

	others     []speech.Voice // that may speak in its place, the preferred first
	site       Site
	order      string // the admin's, for a new track
	payer      speech.Payer
	correction float64         // dB, that the former track of the voice needed
	former     map[string]bool // texts of segments that the former track has
}

const reasonMembersOnly = "for members only"

// Plan reads an article as the site's settings and the admin's orders have it, for the preferred voice. It calls no
// provider. The error is a *NothingToRead if there is nothing for the public to hear; every other is ErrPermanent.
func (n *Narrator) Plan(site Site, payload article.Payload, orders library.Orders) (Plan, error) {
	art, err := article.Parse(payload, site.Reading())
	if err != nil {
		return Plan{}, speech.Permanent(err)
	}
	plan := Plan{Article: art, Script: script.Script{Skipped: art.Skipped}, bitRate: site.BitRate}
	switch {
	case art.MembersOnly:
		return plan, &NothingToRead{State: library.Removed, Reason: reasonMembersOnly}
	case art.Unwanted != "":
		return plan, &NothingToRead{State: library.NothingToRead, Reason: art.Unwanted}
	case len(art.Blocks) == 0:
		return plan, &NothingToRead{State: library.NothingToRead, Reason: "the article has no text to read"}
	}
	voices, err := n.voices(site, orders.Voice, art.Language)
	if err != nil {
		return plan, err
	}
	plan.site, plan.order, plan.others = site, orders.Render, voices
	return plan.next()
}

// next is the plan for the first of the other voices.
func (p Plan) next() (Plan, error) {
	var err error
	p.Voice, p.others, p.correction = p.others[0], p.others[1:], 0
	speaking := p.site.Speaking()
	speaking.Limit, speaking.Disclosure = p.Voice.Limit(), p.site.disclosure(p.Article.Language)
	p.Script, err = script.Build(p.Article, speaking)
	if err != nil {
		return p, speech.Permanent(err)
	}
	p.calls = calls(p.Script, p.Voice, p.site.VoiceVersion)
	p.Sound = p.fingerprint(p.order)
	return p, nil
}

// sounding is the plan by which a published track was made, whichever of the voices spoke it; false if there is none.
func (p Plan) sounding(sound string) (Plan, bool) {
	for p.Sound != sound {
		if len(p.others) == 0 {
			return Plan{}, false
		}
		var err error
		if p, err = p.next(); err != nil {
			return Plan{}, false
		}
	}
	return p, true
}

func calls(s script.Script, voice speech.Voice, version string) []speech.Call {
	all := make([]speech.Call, len(s.Segments))
	for i, seg := range s.Segments {
		all[i] = voice.Call(seg.Said())
		all[i].VoiceVersion = version
	}
	return all
}

// paidBy is the plan with calls that name their article.
func (p Plan) paidBy(ref library.Ref) Plan {
	p.payer = speech.Payer{Site: ref.Site, Article: ref.ID}
	return p
}

// after is the plan for a track that follows a former one: what the same voice's needed, this one will, and what is new in
// it is spoken first.
func (p Plan) after(former library.Narration) Plan {
	p.former = map[string]bool{}
	for _, segment := range former.Segments {
		p.former[segment.Text] = true
	}
	if former.Voice == (library.NarrationVoice{Provider: p.Voice.Provider, Name: p.Voice.Name}) {
		p.correction = former.Correction
	}
	return p
}

// fingerprint is of the speech, its order and silences, the encoding, and the admin's order for a new track. What settings
// had no word for in former releases is left out while it is not set, so that tracks of those are not stale.
func (p Plan) fingerprint(order string) string {
	type sound struct {
		Speech string
		Pause  time.Duration
	}
	sounds := make([]sound, len(p.calls))
	for i, call := range p.calls {
		sounds[i] = sound{Speech: call.Key(), Pause: p.Script.Segments[i].Pause}
	}
	all := []any{sounds, p.bitRate, order}
	if special := p.site.special(); len(special) > 0 {
		all = append(all, special)
	}
	canonical, err := json.Marshal(all)
	if err != nil {
		panic("narrate: a fingerprint is of plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

// Billable counts the characters that the voice's provider charges for, if none of the speech was bought before.
func (p Plan) Billable() int {
	n := 0
	for _, call := range p.calls {
		n += call.Billed
	}
	return n
}

// Cost is what Billable characters cost.
func (p Plan) Cost(prices speech.Prices) speech.USD {
	return prices.Cost(p.Voice.Provider, p.Voice.Family, p.Billable())
}

// ToBuy is Billable without what the store has already.
func (p Plan) ToBuy(ctx context.Context, st store.Store) (int, error) {
	n := 0
	for _, call := range p.calls {
		bought, err := speech.Bought(ctx, st, call.Request)
		if err != nil {
			return 0, err
		}
		if !bought {
			n += call.Billed
		}
	}
	return n, nil
}

package narrate

import (
	"context"
	"errors"
	"math"
	"net/url"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// Speak renders a plan. If the voice's provider fails, it renders the plan of the next voice,
// because one voice speaks the whole article. It returns the plan that was rendered. done, if not
// nil, is called after each segment with the number of finished segments. The error is worth a
// retry if that of any voice is.
func (n *Narrator) Speak(ctx context.Context, plan Plan, done func(segments int)) (Plan, track.Track, error) {
	r := n.renderer(done)
	defer r.close()
	return r.render(ctx, plan)
}

// renderer renders one article.
type renderer struct {
	*Narrator
	pieces *pieceCache
	done   func(segments int) // may be nil

	speaking overlap // of requests for speech

	notUnderstood []speech.Voice // by the recogniser

	// use records which speech the track uses, before it looks for any. nil: nobody deletes speech.
	use func(ctx context.Context, keys []string) error
}

// renderer returns a renderer, which the caller must close.
func (n *Narrator) renderer(done func(segments int)) *renderer {
	return &renderer{Narrator: n, pieces: newPieceCache(n.Encoded), done: done}
}

func (r *renderer) close() { r.pieces.wait() }

// render makes the track of the plan, or of the first fallback whose voices do not fail. A voice
// that failed is not tried again.
func (r *renderer) render(ctx context.Context, plan Plan) (Plan, track.Track, error) {
	trk, err := r.makeTrack(ctx, plan)
	if err == nil || !canFallBack(ctx, err) {
		return plan, trk, err
	}
	failed := plan.failed(err)
	others := plan.without(failed)
	if len(others.fallbacks) == 0 {
		return plan, trk, err
	}
	next, planErr := others.fallback()
	logging.From(ctx).WarnContext(ctx, "voice failed, trying the next one", "voice", failed, "next", voiceNames(next.Voices()), "error", err)
	if planErr != nil {
		return plan, track.Track{}, errors.Join(err, planErr)
	}
	rendered, trk, nextErr := r.render(ctx, next)
	if nextErr != nil {
		return plan, track.Track{}, joinVoiceErrors(err, nextErr)
	}
	return rendered, trk, nil
}

// loudnessTolerance is how far, in LU, a track may be off its target loudness: half of the promised
// tolerance.
const loudnessTolerance = 0.25

// makeTrack makes the plan's track, and signs it if the site asks for it. It deletes speech that
// turns out to be wrong.
func (r *renderer) makeTrack(ctx context.Context, plan Plan) (track.Track, error) {
	seal, err := r.seal(plan)
	if err != nil {
		return track.Track{}, err
	}
	if r.use != nil {
		if err := r.use(ctx, keys(plan.calls)); err != nil {
			return track.Track{}, err
		}
	}
	opts, err := r.trackOptions(ctx, plan)
	if err != nil {
		return track.Track{}, err
	}
	if seal != nil {
		opts.LastFrame = seal.Frame
	}
	trk, err := r.makeChecked(ctx, plan, opts)
	if err = r.forgetWrong(ctx, plan, err); err == nil && seal != nil {
		err = r.stage(ctx, StageSign, func(ctx context.Context) error { return seal.Fill(ctx, trk.MP3) })
	}
	return trk, err
}

// makeChecked builds the plan's track and verifies it. The loudness is known only for the whole
// track: if it is off target, makeChecked builds the track again with a correction, from the same
// speech.
func (r *renderer) makeChecked(ctx context.Context, plan Plan, opts track.Options) (track.Track, error) {
	builder, trk, err := r.build(ctx, plan, opts, r.done)
	if err == nil && math.Abs(trk.Missing()) > loudnessTolerance {
		first := trk
		builder.Close()
		builder, trk, err = r.build(ctx, plan, corrected(opts, first), nil)
		for i := range trk.Levels {
			trk.Levels[i].Learned = first.Levels[i].Learned
		}
	}
	if err != nil {
		return track.Track{}, err
	}
	defer builder.Close()
	return trk, r.stage(ctx, StageVerify, func(ctx context.Context) error { return r.verify(ctx, plan, builder) })
}

func (r *renderer) trackOptions(ctx context.Context, plan Plan) (track.Options, error) {
	gain, err := r.gain(ctx, plan, plan.Voice)
	if err != nil {
		return track.Options{}, err
	}
	opts := track.Options{
		SampleRate: plan.Voice.SampleRate, BitRate: plan.site.BitRate, Loudness: plan.site.Loudness, Gain: gain, Tags: tags(plan),
		Speeches: keys(plan.calls), Intro: plan.site.Intro, Outro: plan.site.Outro,
		Keep: r.keepPiece(ctx), Words: plan.site.Words, Times: r.times(ctx, plan),
	}
	if gain != nil {
		opts.Correction = plan.correction()
	}
	return r.withOthers(ctx, plan, opts)
}

// withOthers adds the options for the voices of other languages.
func (r *renderer) withOthers(ctx context.Context, plan Plan, opts track.Options) (track.Options, error) {
	voices := plan.Voices()
	if len(voices) == 1 {
		return opts, nil
	}
	for _, voice := range voices[1:] {
		gain, err := r.gain(ctx, plan, voice)
		if err != nil {
			return opts, err
		}
		opts.OtherGains = append(opts.OtherGains, gain)
	}
	for _, segment := range plan.Script.Segments {
		opts.Speakers = append(opts.Speakers, slices.Index(voices, plan.VoiceOf(segment)))
	}
	return opts, nil
}

// keepPiece returns the callback that stores encoded segments, or nil without a cache.
func (r *renderer) keepPiece(ctx context.Context) func(name string, packed []byte) {
	if r.pieces == nil {
		return nil
	}
	return func(name string, packed []byte) { r.pieces.put(ctx, name, packed) }
}

// corrected returns options that compensate for the track's loudness error. If the article's voice
// was measured for the first time, its gain and those of other new voices are adjusted; otherwise
// the correction applies to this article only.
func corrected(opts track.Options, trk track.Track) track.Options {
	adjusted := 0.0
	if opts.Gain == nil {
		adjusted = trk.Missing()
	} else {
		opts.Correction += math.Round(100*trk.Missing()) / 100
	}
	opts.OtherGains = slices.Clone(opts.OtherGains)
	for i := range trk.Levels {
		gain := &opts.Gain
		if i > 0 {
			gain = &opts.OtherGains[i-1]
		}
		if *gain == nil {
			measured := track.GainFor(trk.VoiceLoudness(i)-adjusted, opts.Loudness)
			*gain = &measured
		}
	}
	return opts
}

func keys(calls []speech.Call) []string {
	keys := make([]string, len(calls))
	for i, call := range calls {
		keys[i] = call.Key()
	}
	return keys
}

func tags(plan Plan) track.Tags {
	return track.Tags{
		Title:    plan.Article.Title,
		Artist:   strings.Join(plan.Article.Byline, ", "),
		Site:     host(plan.site.URL),
		Language: plan.Article.Language,
		Date:     plan.Article.PublishedAt,
		URL:      plan.Article.URL,
		Label:    plan.site.Player.Label(plan.Article.Language),
		Voice:    voiceNames(plan.Voices()),
		Cover:    plan.site.Cover,

		SourceType: plan.sourceType(),
	}
}

// voiceNames returns the names of the voices.
func voiceNames(voices []speech.Voice) string {
	names := make([]string, len(voices))
	for i, voice := range voices {
		names[i] = voice.String()
	}
	return strings.Join(names, ", ")
}

// host returns the host name of a URL, which serves as the publication's name, or "" if there is
// none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

package narrate

import (
	"context"
	"errors"
	"math"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// missed is how far, in LU, a track's loudness may lie off its target: half of what is promised.
const missed = 0.25

// makeTrack has a plan spoken and makes its track. A track that misses its loudness, which only all of it can tell, is
// made again with what was missing: its speech has been bought.
func (n *Narrator) makeTrack(ctx context.Context, plan Plan, encoded *shelf, done func(segments int)) (track.Track, error) {
	opts, err := n.trackOptions(ctx, plan)
	if err != nil {
		return track.Track{}, err
	}
	builder, trk, err := n.build(ctx, plan, opts, encoded, done)
	if err == nil && math.Abs(trk.Missing()) > missed {
		learned := trk.Learned
		builder.Close()
		builder, trk, err = n.build(ctx, plan, corrected(opts, trk), encoded, nil)
		trk.Learned = learned
	}
	if err != nil {
		return track.Track{}, err
	}
	defer builder.Close()
	return trk, n.verify(ctx, plan, builder)
}

func (n *Narrator) trackOptions(ctx context.Context, plan Plan) (track.Options, error) {
	gain, err := n.gain(ctx, plan)
	opts := track.Options{
		SampleRate: plan.Voice.SampleRate, BitRate: plan.bitRate, Loudness: plan.site.Loudness, Gain: gain, Tags: tags(plan),
		Speeches: keys(plan.calls), Intro: plan.site.Intro, Outro: plan.site.Outro,
	}
	if gain != nil {
		opts.Correction = plan.correction
	}
	return opts, err
}

// corrected are options by which a track does not miss what it missed. If its voice was heard for the first time, that
// is the voice's gain; otherwise it is this article's own.
func corrected(opts track.Options, missing track.Track) track.Options {
	if opts.Gain == nil {
		gain := track.GainFor(missing.VoiceLoudness()-missing.Missing(), opts.Loudness)
		opts.Gain = &gain
		return opts
	}
	opts.Correction += math.Round(100*missing.Missing()) / 100
	return opts
}

// build has each segment restored, or spoken and encoded as it comes, and joins them. Without an error its builder is the
// caller's to close.
func (n *Narrator) build(ctx context.Context, plan Plan, opts track.Options, encoded *shelf, done func(segments int)) (*track.Builder, track.Track, error) {
	if encoded != nil {
		opts.Keep = func(name string, packed []byte) { encoded.keep(ctx, name, packed) }
	}
	builder, err := track.NewBuilder(plan.Script.Segments, opts)
	if err != nil {
		return nil, track.Track{}, permanent(err)
	}
	b := &building{
		Narrator: n, plan: plan, builder: builder, encoded: encoded, done: done,
		slots: make(speech.Slots, inFlight), answered: make(chan struct{}),
	}
	err = sideBySide(ctx, plan.calling(), b.answered, b.segment)
	var trk track.Track
	if err == nil {
		trk, err = builder.Finish()
		err = permanent(err)
	}
	if err != nil {
		builder.Close()
	}
	return builder, trk, err
}

// building is a track under way.
type building struct {
	*Narrator
	plan    Plan
	builder *track.Builder
	encoded *shelf

	slots    speech.Slots
	answered chan struct{} // closed once any segment is there, or has failed
	once     sync.Once

	mu    sync.Mutex
	taken int
	done  func(segments int)
}

// segment has one segment in the track.
func (b *building) segment(ctx context.Context, index int) error {
	defer b.answer()
	restored, err := b.restore(ctx, index)
	if err == nil && !restored {
		err = b.say(ctx, index)
	}
	if err != nil || b.done == nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.taken++
	b.done(b.taken)
	return nil
}

// restore takes a segment that was encoded before, if there is one that is whole.
func (b *building) restore(ctx context.Context, index int) (restored bool, err error) {
	packed := b.encoded.find(ctx, b.builder.Name(index))
	if packed == nil {
		return false, nil
	}
	err = b.builder.Restore(index, packed)
	if errors.Is(err, track.ErrDamaged) {
		logging.From(ctx).WarnContext(ctx, "a stored encoded segment is damaged and is encoded again", "error", err)
		return false, nil
	}
	if err == nil && b.OnRestored != nil {
		b.OnRestored(b.call(index))
	}
	return true, permanent(err)
}

// say has a segment spoken, or its speech read. What is bought is encoded while it is stored.
func (b *building) say(ctx context.Context, index int) error {
	var adding errgroup.Group
	bought := false
	call := b.call(index)
	call.OnBought = func(said speech.Speech) {
		bought = true
		b.answer()
		adding.Go(func() error { return b.builder.Add(index, said) })
	}
	said, err := b.Voices.Synthesize(ctx, call)
	added := adding.Wait()
	if err != nil {
		return err
	}
	if !bought {
		added = b.builder.Add(index, said)
	}
	return permanent(added)
}

func (b *building) answer() { b.once.Do(func() { close(b.answered) }) }

// call is a segment's, in the name of its article.
func (b *building) call(index int) speech.Call {
	call := b.plan.calls[index]
	call.Payer, call.Slots = b.plan.payer, b.slots
	return call
}

// permanent marks an error of the track: the same speech makes the same. A disk that is full will not be for ever.
func permanent(err error) error {
	if err == nil || errors.Is(err, track.ErrSpool) {
		return err
	}
	return speech.Permanent(err)
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
		Title: plan.Article.Title, Artist: strings.Join(plan.Article.Byline, ", "), Site: host(plan.site.URL),
		Language: plan.Article.Language, Date: plan.Article.PublishedAt, URL: plan.Article.URL, Label: Label, Voice: plan.Voice.String(), Cover: plan.site.Cover,
	}
}

// host is the publication's name as its address has it, "" if the settings name none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

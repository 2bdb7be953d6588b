package narrate

import (
	"context"
	"errors"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// build restores or synthesizes every segment concurrently and joins them into a track. If the
// error is nil the caller must close the builder.
func (r *renderer) build(ctx context.Context, plan Plan, opts track.Options, done func(segments int)) (*track.Builder, track.Track, error) {
	builder, err := track.NewBuilder(plan.Script.Segments, opts)
	if err != nil {
		return nil, track.Track{}, trackError(err)
	}
	b := &build{
		renderer: r, plan: plan, builder: builder, done: done,
		slots: make(speech.Slots, callLimit), answered: make(chan struct{}),
	}
	var trk track.Track
	err = r.stage(ctx, StageSpeech, func(ctx context.Context) error {
		return runConcurrently(ctx, plan.callOrder(), b.answered, b.segment)
	})
	if err == nil {
		err = r.stage(ctx, StageJoin, func(context.Context) (err error) {
			trk, err = builder.Finish()
			return trackError(err)
		})
	}
	if err != nil {
		builder.Close()
	}
	return builder, trk, err
}

// build is a track under construction.
type build struct {
	*renderer
	plan    Plan
	builder *track.Builder

	slots    speech.Slots  // bounds concurrent provider calls
	answered chan struct{} // closed when the first segment has an answer
	once     sync.Once

	mu       sync.Mutex
	finished int
	done     func(segments int)
}

// segment adds one segment to the track.
func (b *build) segment(ctx context.Context, index int) error {
	defer b.markAnswered()
	restored, err := b.restore(ctx, index)
	if err == nil && !restored {
		err = spokenBy(b.plan.VoiceOf(b.plan.Script.Segments[index]), b.synthesize(ctx, index))
	}
	if err != nil || b.done == nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.finished++
	b.done(b.finished)
	return nil
}

// restore adds the segment from the cache of encoded segments. It returns false if the cache does
// not have it, or has it damaged.
func (b *build) restore(ctx context.Context, index int) (restored bool, err error) {
	packed := b.pieces.get(ctx, b.builder.Name(index))
	if packed == nil {
		return false, nil
	}
	err = b.builder.Restore(index, packed)
	if errors.Is(err, track.ErrDamaged) {
		logging.From(ctx).WarnContext(ctx, "cached segment is damaged, encoding it again", "error", err)
		return false, nil
	}
	if err == nil && b.OnRestored != nil {
		b.OnRestored(b.call(index))
	}
	return true, trackError(err)
}

// synthesize adds the segment from its speech, which is in the store or bought. Bought speech is
// encoded while it is being stored.
func (b *build) synthesize(ctx context.Context, index int) error {
	var adding errgroup.Group
	bought := false
	call := b.call(index)
	answered := b.speaking.begin()
	defer answered()
	call.OnBought = func(said speech.Speech) {
		bought = true
		answered()
		b.markAnswered()
		adding.Go(func() error { return b.add(index, said) })
	}
	said, err := b.Voices.Synthesize(ctx, call)
	added := adding.Wait()
	if err != nil {
		return err
	}
	if !bought {
		added = b.add(index, said)
	}
	return trackError(added)
}

// add passes a segment's speech to the track, resampled to the track's sample rate, because another
// voice than the article's may have another rate.
func (b *build) add(index int, said speech.Speech) error {
	call, rate := b.plan.calls[index], b.plan.Voice.SampleRate
	if said.SampleRate == call.SampleRate && said.SampleRate != rate {
		said = speech.Speech{SampleRate: rate, Samples: pcm.Resample(said.Samples, said.SampleRate, rate)}
	}
	return b.builder.Add(index, said)
}

func (b *build) markAnswered() { b.once.Do(func() { close(b.answered) }) }

func (b *build) call(index int) speech.Call {
	call := b.plan.calls[index]
	call.Payer, call.Archive, call.Slots = b.plan.payer, b.plan.archive, b.slots
	call.BytesOnly = b.plan.site.BytesOnly
	return call
}

package library

import (
	"context"
	"errors"
	"iter"
	"sync"
)

// Record is what the store has about one article, without its files.
type Record struct {
	Ref       Ref
	Desired   Desired
	Outcome   Outcome    // Accepted before any work has ended; a damaged one counts as none
	Narration *Narration // nil: nothing is public, or it cannot be read
	Versions  Versions

	Damage          error // why the desired state cannot be read: then nothing else is read
	NarrationDamage error // why the narration cannot be read
}

// Versions are the ETags of an article's states; "" for one that does not exist. A reservation
// counts as a narration.
type Versions struct {
	Desired   string `json:"desired"`
	Outcome   string `json:"outcome,omitempty"`
	Narration string `json:"narration,omitempty"`
}

// Record reads what the store has about an article. It returns ErrUnknownArticle for one that was
// never accepted.
func (l *Library) Record(ctx context.Context, ref Ref) (r Record, err error) {
	r = Record{Ref: ref, Outcome: Outcome{State: Accepted}}
	r.Desired, err = l.Desired(ctx, ref)
	r.Versions.Desired = r.Desired.etag
	switch {
	case errors.Is(err, ErrNotFound):
		return r, unknown(ref)
	case errors.Is(err, ErrDamaged):
		r.Damage = err
		return r, nil
	case err != nil:
		return r, err
	}
	return r, errors.Join(l.addOutcome(ctx, &r), l.addNarration(ctx, &r))
}

func (l *Library) addOutcome(ctx context.Context, r *Record) (err error) {
	outcome := Outcome{}
	r.Versions.Outcome, err = l.readJSON(ctx, r.Ref.outcomeKey(), &outcome)
	if err == nil {
		r.Outcome = outcome
	}
	return IgnoreUnreadable(err)
}

func (l *Library) addNarration(ctx context.Context, r *Record) error {
	n, err := l.Narration(ctx, r.Ref)
	r.Versions.Narration = n.etag
	switch {
	case err == nil:
		r.Narration = &n
	case errors.Is(err, ErrDamaged):
		r.NarrationDamage = err
	}
	return IgnoreUnreadable(err)
}

// RecordsAtOnce is how many articles Ahead reads at once.
const RecordsAtOnce = 32

// Ahead yields what read returns for each of refs, in order, and reads RecordsAtOnce of them
// concurrently. It skips those for which read returns ErrUnknownArticle: they were deleted since
// they were listed. It stops after the first other error that it yields.
func Ahead[T any](ctx context.Context, refs iter.Seq2[Ref, error], read func(context.Context, Ref) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var reading sync.WaitGroup
		defer reading.Wait()
		defer cancel()
		answers := make(chan chan answer[T], RecordsAtOnce-1)
		reading.Go(func() {
			defer close(answers)
			startAhead(ctx, &reading, answers, refs, read)
		})
		for one := range answers {
			a := <-one
			if errors.Is(a.err, ErrUnknownArticle) {
				continue
			}
			if !yield(a.value, a.err) || a.err != nil {
				return
			}
		}
	}
}

type answer[T any] struct {
	value T
	err   error
}

// startAhead starts a read for each of refs as soon as answers has room for it.
func startAhead[T any](ctx context.Context, reading *sync.WaitGroup, answers chan<- chan answer[T], refs iter.Seq2[Ref, error],
	read func(context.Context, Ref) (T, error),
) {
	for ref, err := range refs {
		one := make(chan answer[T], 1)
		select {
		case answers <- one:
		case <-ctx.Done():
			return
		}
		if err != nil {
			one <- answer[T]{err: err}
			return
		}
		reading.Go(func() {
			value, err := read(ctx, ref)
			one <- answer[T]{value, err}
		})
	}
}

// Each yields refs, for Ahead.
func Each(refs []Ref) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		for _, ref := range refs {
			if !yield(ref, nil) {
				return
			}
		}
	}
}

package store

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/aloud-audio/aloud/internal/tracing"
)

// Operations and outcomes of requests, as Observed names them.
var (
	Operations = []string{opGet, opPut, opDelete, opList}
	Outcomes   = []string{outcomeOK, outcomeMissing, outcomeConflict, outcomeError}
)

const (
	opGet    = "get"
	opPut    = "put"
	opDelete = "delete"
	opList   = "list"

	outcomeOK       = "ok"
	outcomeMissing  = "missing"  // there is no such object
	outcomeConflict = "conflict" // another writer was faster
	outcomeError    = "error"
)

// OnRequest is called with the outcome of a request and how long it took: a get until the object is
// open, a list until its first entry.
type OnRequest func(operation, outcome string, took time.Duration)

// Observed is a Store that reports each of its requests, and traces those of traced work.
type Observed struct {
	Store
	OnRequest OnRequest
}

// As returns the T that s is, or that s observes.
func As[T Store](s Store) (T, bool) {
	if o, observed := s.(*Observed); observed {
		s = o.Store
	}
	found, ok := s.(T)
	return found, ok
}

func outcomeOf(err error) string {
	switch {
	case err == nil:
		return outcomeOK
	case errors.Is(err, ErrNotFound):
		return outcomeMissing
	case errors.Is(err, ErrConflict):
		return outcomeConflict
	}
	return outcomeError
}

// begin returns what ends a request.
func (o *Observed) begin(ctx context.Context, operation, key string) (end func(error)) {
	began := time.Now()
	_, span := tracing.Call(ctx, spanNames[operation])
	span.Set("aloud.store.key", key)
	return func(err error) {
		outcome := outcomeOf(err)
		span.Set("aloud.outcome", outcome)
		if outcome != outcomeError {
			err = nil
		}
		span.End(err)
		o.OnRequest(operation, outcome, time.Since(began))
	}
}

// spanNames are by operation.
var spanNames = map[string]string{opGet: "store get", opPut: "store put", opDelete: "store delete", opList: "store list"}

// Open implements Store.
func (o *Observed) Open(ctx context.Context, key string, offset int64) (*Object, error) {
	end := o.begin(ctx, opGet, key)
	obj, err := o.Store.Open(ctx, key, offset)
	end(err)
	return obj, err
}

// Put implements Store.
func (o *Observed) Put(ctx context.Context, key string, body []byte, opts PutOptions) (string, error) {
	end := o.begin(ctx, opPut, key)
	etag, err := o.Store.Put(ctx, key, body, opts)
	end(err)
	return etag, err
}

// Delete implements Store.
func (o *Observed) Delete(ctx context.Context, key string) error {
	end := o.begin(ctx, opDelete, key)
	err := o.Store.Delete(ctx, key)
	end(err)
	return err
}

// List implements Store.
func (o *Observed) List(ctx context.Context, prefix string) iter.Seq2[Entry, error] {
	return o.list(ctx, prefix, o.Store.List(ctx, prefix))
}

// ListAfter implements Store.
func (o *Observed) ListAfter(ctx context.Context, prefix, after string) iter.Seq2[Entry, error] {
	return o.list(ctx, prefix, o.Store.ListAfter(ctx, prefix, after))
}

// Folders implements Store.
func (o *Observed) Folders(ctx context.Context, prefix string) ([]string, error) {
	end := o.begin(ctx, opList, prefix)
	folders, err := o.Store.Folders(ctx, prefix)
	end(err)
	return folders, err
}

// list reports a list once, at its first entry or at its end: the time after that is the caller's.
func (o *Observed) list(ctx context.Context, prefix string, entries iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		end, ended := o.begin(ctx, opList, prefix), false
		for entry, err := range entries {
			if !ended {
				end(err)
				ended = true
			}
			if !yield(entry, err) {
				return
			}
		}
		if !ended {
			end(nil)
		}
	}
}

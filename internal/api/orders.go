package api

import (
	"context"
	"fmt"

	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

// MaxIDs is the most articles that one request may name.
const MaxIDs = 1000

// IDs name articles.
type IDs struct {
	IDs []string `json:"ids" minItems:"1" maxItems:"1000" doc:"of the articles"`
}

// Order is a render of articles.
type Order struct {
	IDs
	Force            bool   `json:"force,omitempty" doc:"render even if nothing changed"`
	Voice            string `json:"voice,omitempty" doc:"provider:voice for these articles from now on; site restores the site's voice"`
	WithdrawPrevious bool   `json:"withdraw_previous,omitempty" doc:"a correction: delete what can be heard now, with all earlier tracks"`
	LowPriority      bool   `json:"low_priority,omitempty" doc:"behind what newsrooms publish"`
}

func (o Order) order() newsroom.Order {
	return newsroom.Order{Force: o.Force, Voice: o.Voice, Bulk: o.LowPriority, WithdrawPrevious: o.WithdrawPrevious}
}

// Receipt says for which articles a change is stored.
type Receipt struct {
	IDs       []string `json:"ids" nullable:"false"`
	NotQueued string   `json:"not_queued,omitempty" doc:"why the queue does not have the change; a worker takes it up within a minute of starting"`
}

func receiptOf(r newsroom.Receipt) Receipt {
	receipt := Receipt{IDs: idsOf(r.Refs)}
	if r.NotQueued != nil {
		receipt.NotQueued = r.NotQueued.Error()
	}
	return receipt
}

func idsOf(refs []newsroom.Ref) []string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	return ids
}

// failedAfter is an error that names the articles for which the change is stored.
func failedAfter(r newsroom.Receipt, err error) error {
	if err == nil || len(r.Refs) == 0 {
		return err
	}
	return NewPartlyError(err, idsOf(r.Refs))
}

// changeInput names articles and their change.
type changeInput[T any] struct {
	SitePart
	Body T
}

func (s *server) render(ctx context.Context, in *changeInput[Order]) (Receipt, error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs.IDs)
	if err != nil {
		return Receipt{}, err
	}
	receipt, err := n.Render(ctx, refs, in.Body.order())
	return receiptOf(receipt), failedAfter(receipt, err)
}

func (s *server) remove(ctx context.Context, in *changeInput[IDs]) (Receipt, error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs)
	if err != nil {
		return Receipt{}, err
	}
	receipt, err := n.Remove(ctx, refs)
	return receiptOf(receipt), failedAfter(receipt, err)
}

func (s *server) restore(ctx context.Context, in *changeInput[IDs]) (Receipt, error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs)
	if err != nil {
		return Receipt{}, err
	}
	receipt, err := n.Restore(ctx, refs)
	return receiptOf(receipt), failedAfter(receipt, err)
}

// Estimate is what a render of one article would need.
type Estimate struct {
	newsroom.Estimate
	Price   string `json:"price,omitempty" doc:"the cost in words, which also say that a price is not known"`
	Problem string `json:"problem,omitempty" doc:"why there would be no render"`
}

// Estimates are what a render would need.
type Estimates struct {
	Estimates []Estimate `json:"estimates" nullable:"false"`
}

func (s *server) estimate(ctx context.Context, in *changeInput[Order]) (Estimates, error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs.IDs)
	if err != nil {
		return Estimates{}, err
	}
	all := Estimates{Estimates: []Estimate{}}
	for _, ref := range refs {
		e, err := n.Estimate(ctx, ref, in.Body.order())
		if err != nil {
			return all, err
		}
		all.Estimates = append(all.Estimates, Estimate{e, e.Price, e.Problem})
	}
	return all, nil
}

// Retry names articles to retry.
type Retry struct {
	IDs   []string `json:"ids,omitempty" maxItems:"1000" doc:"of the articles"`
	Hints bool     `json:"hints,omitempty" doc:"also fetch the pages again that hooks named and that could not be fetched"`
}

// Retried says what was retried.
type Retried struct {
	Receipt
	Idle  []newsroom.Article `json:"idle" nullable:"false" doc:"articles for which there is nothing to retry"`
	Hints int                `json:"hints,omitempty" doc:"pages that will be fetched again"`
}

func (s *server) retry(ctx context.Context, in *changeInput[Retry]) (retried Retried, err error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs)
	if err == nil && in.Body.Hints {
		retried.Hints, err = n.RetryHints(ctx, in.Site)
	}
	if err != nil {
		return retried, err
	}
	receipt, idle, err := n.Retry(ctx, refs)
	retried.Receipt, retried.Idle = receiptOf(receipt), append([]newsroom.Article{}, idle...)
	return retried, failedAfter(receipt, err)
}

// Erase names articles to erase.
type Erase struct {
	IDs
	DryRun bool `json:"dry_run,omitempty" doc:"count what would be deleted, and delete nothing"`
}

// Erased says what was deleted.
type Erased struct {
	Erased    []newsroom.Erasure `json:"erased" nullable:"false"`
	NotQueued string             `json:"not_queued,omitempty"`
}

func (s *server) erase(ctx context.Context, in *changeInput[Erase]) (Erased, error) {
	n := s.Newsroom()
	refs, err := n.Refs(in.Site, in.Body.IDs.IDs)
	if err != nil {
		return Erased{}, err
	}
	erased, done := Erased{Erased: []newsroom.Erasure{}}, newsroom.Receipt{}
	for _, ref := range refs {
		erasure, receipt, err := n.Erase(ctx, ref, in.Body.DryRun)
		if err != nil {
			return erased, failedAfter(done, err)
		}
		erased.Erased, done.Refs = append(erased.Erased, erasure), append(done.Refs, ref)
		if receipt.NotQueued != nil {
			erased.NotQueued = receipt.NotQueued.Error()
		}
	}
	return erased, nil
}

type publishInput struct {
	ArticlePart
	RawBody []byte `contentType:"application/json"`
}

// Published is the result of publishing an article.
type Published struct {
	Receipt
	Newer bool `json:"newer" doc:"the revision is newer than the known one"`
}

func (s *server) publish(ctx context.Context, in *publishInput) (Published, error) {
	n := s.Newsroom()
	ref, err := n.Ref(in.Site, in.ID)
	if err != nil {
		return Published{}, err
	}
	payload, err := source.ParseFile(ref.ID, "json", in.RawBody)
	if err != nil {
		return Published{}, newsroom.NewInvalidError(fmt.Sprintf("the article cannot be read: %v", err))
	}
	payload.ID = ref.ID
	receipt, err := n.Publish(ctx, ref, payload)
	return Published{receiptOf(receipt), receipt.Newer}, err
}

package newsroom

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/speech"
)

// BackfillEstimate is what a backfill would need. If the articles' texts are not at hand, it is
// extrapolated from a sample.
type BackfillEstimate struct {
	Articles   int             `json:"articles"`
	UpToDate   int             `json:"up_to_date"` // of these, that are known
	Sampled    int             `json:"sampled"`    // articles whose text was read for this
	Silent     int             `json:"silent"`     // of the sampled ones, with nothing to read
	Characters int             `json:"characters"` // that are to be bought
	CostUSD    float64         `json:"cost_usd"`
	Priced     bool            `json:"priced"` // every voice has a price
	Hours      float64         `json:"hours"`  // at half of today's quotas; 0: there are none
	Voices     []VoiceEstimate `json:"voices"`
}

// VoiceEstimate is an estimate's share of one family of voices.
type VoiceEstimate struct {
	Family     string  `json:"family"` // provider:family
	Characters int     `json:"characters"`
	Requests   int     `json:"requests"`
	CostUSD    float64 `json:"cost_usd"`
	Hours      float64 `json:"hours"`
}

// backfillSample is how many texts are requested from a source to estimate a backfill.
const backfillSample = 20

// EstimateBackfill returns what the order would need. It changes nothing and calls no provider; it
// requests a few articles from a source.
func (n *Newsroom) EstimateBackfill(ctx context.Context, site string, o BackfillOrder, articles iter.Seq2[article.Payload, error]) (BackfillEstimate, error) {
	var listed []article.Payload
	s := sample{n: n, site: site, bill: speech.Bill{}, requests: map[string]int{}}
	for p, err := range o.Chosen(articles) {
		if err != nil {
			return s.BackfillEstimate, err
		}
		s.Articles++
		known, err := n.knowsRevision(ctx, site, p)
		switch {
		case err != nil:
			return s.BackfillEstimate, err
		case known:
			s.UpToDate++
		case o.Source == "":
			err = s.add(ctx, p)
		default:
			listed = append(listed, p.WithoutText())
		}
		if err != nil {
			return s.BackfillEstimate, err
		}
	}
	if err := s.ask(ctx, o.Source, listed); err != nil {
		return s.BackfillEstimate, err
	}
	return s.estimate(), nil
}

// knowsRevision reports whether an article is known in this revision or a newer one.
func (n *Newsroom) knowsRevision(ctx context.Context, site string, p article.Payload) (bool, error) {
	ref, err := library.NewRef(site, p.ID)
	if err != nil {
		return false, InvalidError{err}
	}
	known, err := n.Library.Desired(ctx, ref)
	return err == nil && !known.Revision.UpdatedAt.Before(p.UpdatedAt), library.IgnoreUnreadable(err)
}

// sample are the articles from which an estimate is made.
type sample struct {
	BackfillEstimate
	n        *Newsroom
	site     string
	bill     speech.Bill
	requests map[string]int // by family
}

// ask adds some of the listed articles, evenly spread.
func (s *sample) ask(ctx context.Context, name string, listed []article.Payload) error {
	if len(listed) == 0 {
		return nil
	}
	src, err := s.n.askedSource(s.site, name)
	if err != nil {
		return err
	}
	chosen := min(backfillSample, len(listed))
	for i := range chosen {
		p := listed[i*len(listed)/chosen]
		answer, err := src.Asker.Ask(ctx, p.ID, p.URL)
		var unavailable source.UnavailableError
		switch {
		case errors.As(err, &unavailable):
			return err
		case err != nil || s.n.Removes(library.Ref{Site: s.site, ID: p.ID}, answer.Payload):
			s.Sampled, s.Silent = s.Sampled+1, s.Silent+1
		default:
			err = s.add(ctx, answer.Payload)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && s.Sampled == 0 {
			return err
		}
	}
	return nil
}

// add counts what an article needs to buy.
func (s *sample) add(ctx context.Context, p article.Payload) error {
	s.Sampled++
	plan, err := s.n.Narrator.Plan(s.n.Narrator.Sites[s.site], p, library.Orders{})
	var nothing *narrate.NothingToRead
	if errors.As(err, &nothing) || errors.Is(err, narrate.ErrPermanent) {
		s.Silent++
		return nil
	}
	if err != nil {
		return err
	}
	bill, err := plan.ToBuy(ctx, s.n.Store)
	for family, characters := range bill {
		s.bill[family] += characters
		s.requests[family] += len(plan.Script.Segments)
	}
	return err
}

// estimate scales the sample up to all articles that are not up to date.
func (s *sample) estimate() BackfillEstimate {
	e := s.BackfillEstimate
	e.Priced = s.n.Prices.Covers(s.bill)
	if e.Sampled == 0 {
		return e
	}
	scale := float64(e.Articles-e.UpToDate) / float64(e.Sampled)
	for _, family := range slices.Sorted(maps.Keys(s.bill)) {
		v := VoiceEstimate{Family: family, Characters: int(float64(s.bill[family]) * scale), Requests: int(float64(s.requests[family]) * scale)}
		v.CostUSD = s.n.Prices.CostOf(family, v.Characters).Dollars()
		v.Hours = s.n.hours(v)
		e.Voices = append(e.Voices, v)
		e.Characters, e.CostUSD, e.Hours = e.Characters+v.Characters, e.CostUSD+v.CostUSD, max(e.Hours, v.Hours)
	}
	return e
}

// hours is how long a family of voices takes with the half of its quota that the archive gets.
func (n *Newsroom) hours(v VoiceEstimate) float64 {
	quota := n.Quotas[cmp.Or(n.Quotas[v.Family].CountsIn, v.Family)].Half()
	minutes := 0.0
	if quota.Requests > 0 {
		minutes = float64(v.Requests) / float64(quota.Requests)
	}
	if quota.Characters > 0 {
		minutes = max(minutes, float64(v.Characters)/float64(quota.Characters))
	}
	return minutes / 60
}

// Add adds the estimate for other articles of the same order.
func (e *BackfillEstimate) Add(more BackfillEstimate) {
	e.Articles, e.UpToDate = e.Articles+more.Articles, e.UpToDate+more.UpToDate
	e.Sampled, e.Silent = e.Sampled+more.Sampled, e.Silent+more.Silent
	e.Characters, e.CostUSD, e.Priced = e.Characters+more.Characters, e.CostUSD+more.CostUSD, e.Priced && more.Priced
	for _, v := range more.Voices {
		e.addVoice(v)
	}
	for _, v := range e.Voices {
		e.Hours = max(e.Hours, v.Hours)
	}
}

func (e *BackfillEstimate) addVoice(v VoiceEstimate) {
	i := slices.IndexFunc(e.Voices, func(had VoiceEstimate) bool { return had.Family == v.Family })
	if i < 0 {
		e.Voices = append(e.Voices, v)
		return
	}
	had := &e.Voices[i]
	had.Characters, had.Requests = had.Characters+v.Characters, had.Requests+v.Requests
	had.CostUSD, had.Hours = had.CostUSD+v.CostUSD, had.Hours+v.Hours
}

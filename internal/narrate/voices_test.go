package narrate_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// second adds another provider with its own espeak-ng, which speaks when the first fails.
func (n *newsroom) second() *counted {
	other := &counted{}
	n.Voices["understudy"] = speech.NewCache(renamed{other}, n.store, speech.LocalLeases())
	site := n.Sites["main"]
	site.Voices = map[string][]string{"en": {"espeak-ng:en", "understudy:en-us"}}
	n.Sites["main"] = site
	return other
}

// renamed is a provider under another name.
type renamed struct{ *counted }

func (r renamed) Voice(name, language string) (speech.Voice, error) {
	voice, err := r.counted.Voice(name, language)
	voice.Provider = "understudy"
	return voice, err
}

// failAt makes a provider fail from the nth request on.
func failAt(n int, err error) func(context.Context, string) error {
	calls := make(chan struct{}, 1000)
	return func(context.Context, string) error {
		calls <- struct{}{}
		if len(calls) >= n {
			return err
		}
		return nil
	}
}

func paragraphs(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("This is paragraph %d of the article.", i))
	}
	return all
}

// TestTheNextVoiceSpeaksTheWholeArticle makes a provider fail at segment 7 of 12: the next provider
// speaks all 12, and the narration says so.
func TestTheNextVoiceSpeaksTheWholeArticle(t *testing.T) {
	n := open(t)
	other := n.second()
	n.voice.before = failAt(7, fmt.Errorf("%w: quota of the account", speech.ErrUnavailable))
	n.send(story(paragraphs(11)...))
	n.mustWork()
	n.expect(library.Published, "")
	if got := n.narration().Voice; got.Provider != "understudy" {
		t.Errorf("the narration names %+v", got)
	}
	if asked := other.asked(); len(asked) != 12 {
		t.Errorf("the second voice spoke %d of 12 segments: %q", len(asked), asked)
	}
	n.calm()
	n.voice.asked()
	n.mustWork() // nothing is due: the second voice's track is as good
	if asked := slices.Concat(n.voice.asked(), other.asked()); len(asked) > 0 {
		t.Errorf("bought again: %q", asked)
	}
	if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
		t.Errorf("stale %v, %v", stale, err)
	}
}

func TestAllVoicesFail(t *testing.T) {
	temporary := fmt.Errorf("%w: for now", speech.ErrUnavailable)
	for name, test := range map[string]struct {
		first, second error
		permanent     bool
	}{
		"both for good":      {speech.ErrPermanent, speech.ErrPermanent, true},
		"the first for now":  {temporary, speech.ErrPermanent, false},
		"the second for now": {speech.ErrPermanent, temporary, false},
		"both for now":       {temporary, temporary, false},
	} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.voice.before, n.second().before = failAt(1, test.first), failAt(1, test.second)
			n.send(story(paragraphs(2)...))
			if err := n.work(); err == nil || errors.Is(err, narrate.ErrPermanent) != test.permanent {
				t.Errorf("error is %v, permanent %v", err, errors.Is(err, narrate.ErrPermanent))
			}
		})
	}
}

// TestAFullDiskIsNoReasonForAnotherVoice checks that an error outside the provider does not make
// another provider speak everything again.
func TestAFullDiskIsNoReasonForAnotherVoice(t *testing.T) {
	n := open(t)
	other := n.second()
	n.voice.before = failAt(1, errors.New("no space left on device"))
	n.send(story(paragraphs(2)...))
	if err := n.work(); err == nil || len(other.asked()) > 0 {
		t.Errorf("error is %v", err)
	}
}

// TestAnArticleOverBudgetIsParked checks that an article over budget waits, keeps what it has, and
// is finished when the budget renews.
func TestAnArticleOverBudgetIsParked(t *testing.T) {
	n := open(t)
	now := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	n.Now = func() time.Time { return now }
	ledger := spend.NewLedger(n.store, worker.NewCounters(redistest.Start(t).Client(), "store"),
		map[string]spend.Budget{"main": {Day: spend.Limit{Characters: 200}}}, n.Now)
	n.Voices["espeak-ng"] = speech.NewCache(speech.NewRetry(speech.Budget{Synthesizer: n.voice, Ledger: ledger}), n.store, speech.LocalLeases())
	n.send(story(paragraphs(11)...))

	var later *narrate.Later
	if err := n.work(); !errors.As(err, &later) || later.After != 15*time.Minute {
		t.Fatalf("error is %v, want to come back in a quarter of an hour", err)
	}
	outcome, err := n.Library.Outcome(t.Context(), n.ref)
	if err != nil || outcome.State != library.Parked || !strings.Contains(outcome.Reason, "the site for a day is spent until 2026-11-26 00:00 UTC") {
		t.Errorf("outcome %+v, %v", outcome, err)
	}
	if due, err := n.Library.Due(t.Context(), n.ref); err != nil || len(due) == 0 {
		t.Errorf("due %v, %v: a wiped queue would lose it", due, err)
	}
	first := n.voice.asked()
	now = now.AddDate(0, 0, 1)
	for range 3 { // the article takes three days of this budget
		if err = n.work(); err == nil {
			break
		}
		now = now.AddDate(0, 0, 1)
	}
	n.expect(library.Published, "")
	if all := append(first, n.voice.asked()...); len(all) != 12 {
		t.Errorf("%d segments were bought, want each of 12 once: %q", len(all), all)
	}
}

// TestTheNextVoiceIsOverBudget checks that an article waits, and does not fail, if the budget has
// no room for the next voice either.
func TestTheNextVoiceIsOverBudget(t *testing.T) {
	n := open(t)
	until := time.Now().Add(time.Hour)
	n.voice.before = failAt(1, fmt.Errorf("%w: down", speech.ErrUnavailable))
	n.second().before = failAt(1, &speech.OverBudget{Budget: "the site for a day", Until: until})
	n.send(story(paragraphs(2)...))
	var later *narrate.Later
	if err := n.work(); !errors.As(err, &later) {
		t.Errorf("error is %v", err)
	}
	if outcome, err := n.Library.Outcome(t.Context(), n.ref); err != nil || outcome.State != library.Parked {
		t.Errorf("outcome %+v, %v", outcome, err)
	}
}

// TestSpeakingRate checks that a site's speaking rate reaches the voice, its speech and the
// estimate. An ordered voice has it only if it is one of the site's voices.
func TestSpeakingRate(t *testing.T) {
	n := open(t)
	site, text := n.Sites["main"], article.Payload{ID: "a", HTML: "<p>The ferry was late again, and the mayor walked across the bridge.</p>", Language: "en"}
	own, err := n.Plan(site, text, library.Orders{})
	if err != nil {
		t.Fatal(err)
	}
	site.Manners = map[string]speech.Manner{"en": {Rate: 1.25}}
	for voice, rate := range map[string]float64{"": 1.25, "espeak-ng:en": 1.25, "espeak-ng:en-gb": 0} {
		plan, err := n.Plan(site, text, library.Orders{Voice: voice})
		if err != nil || plan.Voice.Rate != rate {
			t.Errorf("%q speaks at %g, want %g; %v", voice, plan.Voice.Rate, rate, err)
		}
		if rate != 0 && (plan.Sound == own.Sound || plan.Duration() >= own.Duration()) {
			t.Errorf("%q: %v, at its own rate %v", voice, plan.Duration(), own.Duration())
		}
	}
	site.Manners["en"] = speech.Manner{Rate: 3.5}
	if _, err := n.Plan(site, text, library.Orders{}); err == nil || !strings.Contains(err.Error(), `voice "espeak-ng:en"`) || !errors.Is(err, narrate.ErrPermanent) {
		t.Errorf("error is %v, want one that names the voice", err)
	}
}

package narrate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// withForeign gives the site voices for English and Ukrainian.
func (n *newsroom) withForeign(foreign string) {
	n.change(func(s *narrate.Site) {
		s.Foreign, s.Voices = foreign, map[string][]string{"en": {"espeak-ng:en"}, "uk": {"espeak-ng:uk"}}
	})
}

func foreignStory() article.Payload {
	p := story()
	p.Language = "en"
	p.HTML = `<p>The ferry stopped in the winter.</p><p lang="uk">Паром знову ходить з 3 травня.</p>
		<p>The mayor said: «Паром ходить щодня о 7:30, і це добре», and left.</p>`
	return p
}

// said lists each segment's language, voice and text.
func said(segments []library.NarrationSegment) string {
	var all []string
	for _, s := range segments {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", s.Language, s.Voice.Name, s.Text)))
	}
	return strings.Join(all, " | ")
}

// TestAForeignVoiceSpeaksItsLanguage checks that each segment has the right voice: the narration
// names it, and the track contains it.
func TestAForeignVoiceSpeaksItsLanguage(t *testing.T) {
	for foreign, want := range map[string]string{
		narrate.ForeignVoice: "The ferry stopped in the winter. | uk uk Паром знову ходить з 3 травня. | " +
			"The mayor said: | uk uk «Паром ходить щодня о 7:30, і це добре», | and left.",
		narrate.ForeignSame: "The ferry stopped in the winter. | uk  Паром знову ходить з 3 травня. | " +
			"The mayor said: «Паром ходить щодня о 7:30, і це добре», and left.",
		narrate.ForeignSkip: "The ferry stopped in the winter. | The mayor said: «Паром ходить щодня о 7:30, і це добре», and left.",
	} {
		t.Run(foreign, func(t *testing.T) {
			n, schema := open(t), narrationSchema(t)
			n.withForeign(foreign)
			n.send(foreignStory())
			n.mustWork()
			n.expect(library.Published, "")
			n.conforms(schema)
			got := n.narration()
			if all := said(got.Segments); !strings.HasSuffix(all, want) || got.Voice.Name != "en" {
				t.Errorf("%s: %q\nwant %q", got.Voice, all, want)
			}
			if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
				t.Errorf("stale %v, %v", stale, err)
			}
		})
	}
}

// TestAForeignVoiceFails checks that the article's voice reads the passage if the passage's voice
// fails.
func TestAForeignVoiceFails(t *testing.T) {
	n := open(t)
	n.withForeign(narrate.ForeignVoice)
	n.change(func(s *narrate.Site) { s.Voices["uk"] = []string{"understudy:uk"} })
	broken := &counted{}
	broken.before = failAt(1, fmt.Errorf("%w: down", speech.ErrUnavailable))
	n.Voices["understudy"] = renamed{broken}
	n.send(foreignStory())
	n.mustWork()
	n.expect(library.Published, "")
	for _, s := range n.narration().Segments {
		if s.Voice.Name != "" {
			t.Errorf("%q is by %s", s.Text, s.Voice)
		}
	}
}

// TestTheBillCountsEachVoice uses two voices with different prices.
func TestTheBillCountsEachVoice(t *testing.T) {
	n := open(t)
	n.withForeign(narrate.ForeignVoice)
	n.change(func(s *narrate.Site) { s.Voices["uk"] = []string{"understudy:uk"} })
	n.Voices["understudy"] = renamed{&counted{}}
	plan, err := n.Plan(n.Sites["main"], foreignStory(), library.Orders{})
	if err != nil {
		t.Fatal(err)
	}
	bill := plan.Bill()
	if len(bill) != 2 || bill.Characters() != plan.Billable() {
		t.Errorf("bill %v, %d billable", bill, plan.Billable())
	}
	prices := speech.Prices{"espeak-ng:": 1}
	if prices.Covers(bill) || prices.Say(bill) != "price unknown" {
		t.Errorf("a voice without a price is free: %s", prices.Say(bill))
	}
	prices["understudy:"] = 100
	if got, want := prices.Total(bill), speech.USD(bill["espeak-ng:"]+100*bill["understudy:"]); got != want {
		t.Errorf("costs %v, want %v", got, want)
	}
}

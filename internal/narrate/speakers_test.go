package narrate_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// withSpeakers gives the site two English voices for quotes, and one for questions.
func (n *newsroom) withSpeakers() {
	n.change(func(s *narrate.Site) {
		s.Voices = map[string][]string{"en": {"espeak-ng:en"}}
		s.Speakers = map[string]narrate.Speakers{"en": {
			article.Quoted: {"understudy:en-us", "espeak-ng:en-gb-scotland"}, article.Interviewer: {"espeak-ng:en-gb-x-rp"},
		}}
	})
}

func interview() article.Payload {
	p := story()
	p.Language = "en"
	p.HTML = `<p>The ferry stopped in the winter.</p><blockquote><p>We waited for a year.</p></blockquote>
		<p><strong>Who paid for the repair?</strong></p><p>The town did.</p><p><strong>And who sails now?</strong></p><p>Two of the three pilots do.</p>`
	return p
}

const interviewSaid = "The ferry stopped in the winter. | %s We waited for a year. | " +
	"en-gb-x-rp Who paid for the repair? | The town did. | en-gb-x-rp And who sails now? | Two of the three pilots do."

// TestASecondVoiceSaysQuotes checks that each speaker has the voice of its own, and that
// narration.json, the player's texts and the file's tags name all of them.
func TestASecondVoiceSaysQuotes(t *testing.T) {
	n, schema := open(t), narrationSchema(t)
	n.withSpeakers()
	n.Voices["understudy"] = renamed{&counted{}}
	n.send(interview())
	n.mustWork()
	n.expect(library.Published, "")
	n.conforms(schema)
	got := n.narration()
	if all := said(got.Segments); !strings.HasSuffix(all, fmt.Sprintf(interviewSaid, "en-us")) || got.Voice.Name != "en" {
		t.Errorf("%s: %q", got.Voice, all)
	}
	if want := " · en-gb-x-rp (espeak-ng) · en-us (understudy)"; !strings.HasSuffix(got.Labels["voice"], want) || got.SourceType != audio.Algorithm {
		t.Errorf("the player says %q, the voices are %s", got.Labels["voice"], got.SourceType)
	}
	if file := string(n.file()); !strings.Contains(file, "espeak-ng:en, espeak-ng:en-gb-x-rp, understudy:en-us") {
		t.Error("the file does not name its voices")
	}
	if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
		t.Errorf("stale %v, %v", stale, err)
	}
}

// TestAQuotesVoiceFails checks that the next voice of the same list speaks, at last the main voice,
// and that the other voices stay.
func TestAQuotesVoiceFails(t *testing.T) {
	for name, test := range map[string]struct {
		failing []string
		want    string
	}{
		"the first": {[]string{"understudy"}, "en-gb-scotland"},
		"both":      {[]string{"understudy", "espeak-ng:We waited"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.withSpeakers()
			broken := &counted{}
			broken.before = failAt(1, fmt.Errorf("%w: down", speech.ErrUnavailable))
			n.Voices["understudy"] = renamed{broken}
			refused := false
			n.voice.before = func(_ context.Context, input string) error {
				if len(test.failing) > 1 && strings.HasPrefix(input, "We waited") && !refused {
					refused = true
					return fmt.Errorf("%w: down", speech.ErrUnavailable)
				}
				return nil
			}
			n.send(interview())
			n.mustWork()
			got := strings.Join(strings.Fields(said(n.narration().Segments)), " ")
			if want := strings.Join(strings.Fields(fmt.Sprintf(interviewSaid, test.want)), " "); !strings.HasSuffix(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			if asked := broken.asked(); len(asked) != 1 {
				t.Errorf("a voice that failed was asked %d times", len(asked))
			}
			if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
				t.Errorf("stale %v, %v", stale, err)
			}
		})
	}
}

// TestSpeakersChangeOnlyTheirArticles checks that a voice for quotes makes articles with quotes
// stale, and no others; and that an ordered voice replaces the main voice only.
func TestSpeakersChangeOnlyTheirArticles(t *testing.T) {
	n := open(t)
	n.Voices["understudy"] = renamed{&counted{}}
	sounds := func(p article.Payload) (plain, cast narrate.Plan) {
		before := n.Sites["main"]
		defer func() { n.Sites["main"] = before }()
		for _, plan := range []*narrate.Plan{&plain, &cast} {
			var err error
			if *plan, err = n.Plan(n.Sites["main"], p, library.Orders{}); err != nil {
				t.Fatal(err)
			}
			n.withSpeakers()
		}
		return plain, cast
	}
	if plain, cast := sounds(story("One boat.")); plain.Sound != cast.Sound {
		t.Error("an article without quotes sounds different")
	}
	if plain, cast := sounds(interview()); plain.Sound == cast.Sound || len(cast.Shares()) != 3 {
		t.Errorf("an article with quotes sounds the same; the shares are %v", cast.Shares())
	}
	n.withSpeakers()
	plan, err := n.Plan(n.Sites["main"], interview(), library.Orders{Voice: "espeak-ng:en-gb-scotland"})
	if err != nil || plan.Voice.Name != "en-gb-scotland" || len(plan.Voices()) != 3 {
		t.Errorf("%v speak, %v", plan.Voices(), err)
	}
}

// TestEachVoicesLevelIsStored checks that the level of a voice for quotes is measured as the main
// voice's is, and that both are at the site's loudness.
func TestEachVoicesLevelIsStored(t *testing.T) {
	n := open(t)
	n.withSpeakers()
	n.Voices["understudy"] = renamed{&counted{}}
	p := longRead("one")
	p.Language = "en"
	p.HTML += "<blockquote>" + longRead("another").HTML + "</blockquote>"
	n.send(p)
	n.mustWork()
	if got := n.keys("private/sites/main/gains/"); len(got) != 2 {
		t.Errorf("%d levels are stored, want 2", len(got))
	}
}

package providers_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/article"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/openai/openaitest"
	"github.com/aloud-audio/aloud/internal/speech/piper/pipertest"
	"github.com/aloud-audio/aloud/internal/speech/polly/pollytest"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// servers are all providers, each with a server that keeps its rules.
type servers struct {
	google *emulatortest.Server
	openai *openaitest.Server
	piper  *pipertest.Server
	polly  *pollytest.Server
}

func startServers(t *testing.T) (servers, speech.Providers) {
	s := servers{emulatortest.Start(t, emulator.Options{}), openaitest.Start(t), pipertest.Start(t), pollytest.Start(t)}
	s.openai.Language = "uk"
	return s, providers.All().Synthesizers(speech.Env{
		"ALOUD_GOOGLE_ENDPOINT": s.google.Endpoint, "ALOUD_OPENAI_URL": s.openai.URL, "ALOUD_OPENAI_KEY": openaitest.Key,
		"ALOUD_PIPER_URL": s.piper.URL, "ALOUD_POLLY_ENDPOINT": s.polly.URL,
	})
}

// asked is how many requests for speech have come to all servers.
func (s servers) asked() int {
	return s.google.Stats().Requests + s.openai.Asked() + len(s.piper.Spoken()) + s.polly.Asked()
}

// longArticle has 60,000 characters: paragraphs as newsrooms write them, one that is longer than any provider takes at
// once, and one without a full stop.
func longArticle() article.Article {
	sentences := []string{
		"Уранці пором знову не вийшов із порту, і вчителька Ганна Лавренко повела дітей пішки через старий міст.",
		"«Ми рахували човни, — сказала вона, — і дійшли до сорока двох».",
		"У міськраді кажуть, що ремонт причалу коштуватиме 3,2 млн грн, а закінчать його 14 листопада.",
		"Хто заплатить за дорогу навколо лиману?",
		"Пекар із Зеленого Яру, який возить хліб на той берег із 1998 року, вважає, що про нього просто забули.",
	}
	a := article.Article{Title: "Пором", Language: "uk", Blocks: []article.Block{{Role: article.Headline, Text: "Пором, що не ходить"}}}
	add := func(text string) {
		a.Blocks = append(a.Blocks, article.Block{Role: article.Paragraph, Text: text})
	}
	add(strings.TrimSpace(strings.Repeat(strings.Join(sentences, " ")+" ", 20)))
	add(strings.TrimSuffix(strings.Repeat("човни, весла, сіті й мокрі линви на причалі, ", 140), ", "))
	for n := length(a); n < 60_000; n = length(a) {
		add(strings.Join(sentences[len(a.Blocks)%3:], " "))
	}
	return a
}

func length(a article.Article) int {
	n := 0
	for _, b := range a.Blocks {
		n += utf8.RuneCountInString(b.Text)
	}
	return n
}

// Whatever a provider's limits are, an article is cut to them; its server refuses nothing of it. Google's own tests send
// one through its emulator.
func TestLongArticle(t *testing.T) {
	s, all := startServers(t)
	for _, setting := range []string{
		"espeak-ng:uk", "openai:gpt-4o-mini-tts/coral", "piper:uk_UA-ukrainian_tts-medium/tetiana",
	} {
		t.Run(setting, func(t *testing.T) {
			voice, err := all.Find(setting, "uk")
			if err != nil {
				t.Fatal(err)
			}
			whole, err := script.Build(longArticle(), script.Options{Limit: voice.Limit()})
			if err != nil {
				t.Fatal(err)
			}
			said := sayAll(t, all, voice, whole)
			if per := said / time.Duration(whole.Characters()); per < 40*time.Millisecond || per > 120*time.Millisecond {
				t.Errorf("%d characters were said in %v: %v each is no speech", whole.Characters(), said, per)
			}
		})
	}
	if s.openai.Refused() > 0 {
		t.Errorf("openai refused %d requests", s.openai.Refused())
	}
}

// sayAll says a script, several segments at once as a worker does, and returns how long it is.
func sayAll(t *testing.T, all speech.Providers, voice speech.Voice, whole script.Script) time.Duration {
	t.Helper()
	var said atomic.Int64
	group, ctx := errgroup.WithContext(t.Context())
	group.SetLimit(4)
	for _, segment := range whole.Segments {
		group.Go(func() error {
			spoken, err := all.Synthesize(ctx, voice.Call(segment.Said()))
			if err != nil {
				return fmt.Errorf("segment %d of %d characters: %w", segment.Index, utf8.RuneCountInString(segment.Spoken), err)
			}
			said.Add(int64(spoken.Duration()))
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	return time.Duration(said.Load())
}

// A voice for another language is refused by its name when it is looked for, and nobody is asked for speech.
func TestNoVoiceForTheLanguage(t *testing.T) {
	s, all := startServers(t)
	for _, setting := range []string{
		"flite:slt", "espeak-ng:ru", "google:ru-RU-Chirp3-HD-Kore", "openai:kokoro/af_heart", "piper:en_US-lessac-medium",
		"polly:standard/Tatyana", "polly:neural/Joanna", "polly:neural/Novella",
	} {
		if _, err := all.Find(setting, "uk"); err == nil || !strings.Contains(err.Error(), `voice "`+setting+`"`) {
			t.Errorf("%s: error is %v, want one that names the voice", setting, err)
		}
	}
	if s.asked() > 0 {
		t.Errorf("%d requests for speech", s.asked())
	}
}

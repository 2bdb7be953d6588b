package speechtest

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// prose is what longArticle repeats: a language's sentences, and a list that no full stop ends.
type prose struct {
	title     string
	sentences []string
	list      string
}

var proses = map[string]prose{
	"uk": {
		title: "Пором, що не ходить",
		sentences: []string{
			"Уранці пором знову не вийшов із порту, і вчителька Ганна Лавренко повела дітей пішки через старий міст.",
			"«Ми рахували човни, — сказала вона, — і дійшли до сорока двох».",
			"У міськраді кажуть, що ремонт причалу коштуватиме 3,2 млн грн, а закінчать його 14 листопада.",
			"Хто заплатить за дорогу навколо лиману?",
			"Пекар із Зеленого Яру, який возить хліб на той берег із 1998 року, вважає, що про нього просто забули.",
		},
		list: "човни, весла, сіті й мокрі линви на причалі, ",
	},
	"en": {
		title: "The ferry that stays in port",
		sentences: []string{
			"This morning the ferry stayed in port again, and the teacher Hanna Lavrenko led her class across the old bridge on foot.",
			"“We counted the boats,” she said, “and got to forty-two.”",
			"The council says that the pier will cost $3.2 million and will be ready on November 14.",
			"Who pays for the road around the bay?",
			"The baker of Green Valley, who has taken his bread across the water since 1998, thinks that he was forgotten.",
		},
		list: "boats, oars, nets and wet ropes on the pier, ",
	},
}

// longArticle has 60,000 characters: paragraphs as newsrooms write them, one that is longer than
// any provider takes at once, and one without a full stop.
func longArticle(language string) article.Article {
	text := proses[language]
	a := article.Article{Title: text.title, Language: language, Blocks: []article.Block{{Role: article.Headline, Text: text.title}}}
	add := func(text string) {
		a.Blocks = append(a.Blocks, article.Block{Role: article.Paragraph, Text: text})
	}
	add(strings.TrimSpace(strings.Repeat(strings.Join(text.sentences, " ")+" ", 20)))
	add(strings.TrimSuffix(strings.Repeat(text.list, 140), ", "))
	for n := length(a); n < 60_000; n = length(a) {
		add(strings.Join(text.sentences[len(a.Blocks)%3:], " "))
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

// TestLongArticle says an article of 60,000 characters in Ukrainian, or in English for a provider
// that does not speak it, cut to the voice's limits. The provider, or its test server, must refuse
// nothing of it.
func TestLongArticle(t *testing.T, synth speech.Synthesizer, voice, language string) {
	v, err := synth.Voice(voice, language)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := script.Build(longArticle(language), script.Options{Limit: v.Limit()})
	if err != nil {
		t.Fatal(err)
	}
	said := sayAll(t, synth, v, whole)
	if per := said / time.Duration(whole.Characters()); per < 40*time.Millisecond || per > 120*time.Millisecond {
		t.Errorf("%d characters were said in %v: %v each is no speech", whole.Characters(), said, per)
	}
}

// sayAll says a script, several segments at once as a worker does, and returns how long it is.
func sayAll(t *testing.T, synth speech.Synthesizer, voice speech.Voice, whole script.Script) time.Duration {
	t.Helper()
	var said atomic.Int64
	group, ctx := errgroup.WithContext(t.Context())
	group.SetLimit(4)
	for _, segment := range whole.Segments {
		group.Go(func() error {
			spoken, err := synth.Synthesize(ctx, voice.Call(segment.Said()))
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

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// lettersPerMinute is how much text flite's slt speaks in a minute, pauses included.
const lettersPerMinute = 1090

// payload returns an article of about that many minutes: paragraphs of one to three sentences of 60
// to 190 letters, as news has them. Each run has its own article. Editions of an article differ
// only in the second paragraph, which names the edition.
func payload(id string, minutes, run, edition int, at time.Time) article.Payload {
	random := rand.New(rand.NewPCG(uint64(minutes), uint64(run)))
	var html strings.Builder
	for i, said := 0, 0; said < minutes*lettersPerMinute; i++ {
		text := paragraph(random)
		if i == 1 {
			text += fmt.Sprintf(" This is edition %d.", edition)
		}
		fmt.Fprintf(&html, "<p>%s</p>\n", text)
		said += len(text)
	}
	return article.Payload{
		ID: id, Title: fmt.Sprintf("What the council said in %d minutes", minutes), Language: "en", Status: article.Published,
		UpdatedAt: at, HTML: html.String(),
	}
}

func paragraph(random *rand.Rand) string {
	var sentences []string
	for range []int{1, 2, 2, 2, 3}[random.IntN(5)] {
		sentences = append(sentences, sentence(random))
	}
	return strings.Join(sentences, " ")
}

// sentence returns a grammatical sentence that means nothing.
func sentence(random *rand.Rand) string {
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	text := pick("The regional administration", "A spokesman for the council", "The mayor of the harbour town", "An engineer at the plant") +
		pick(" said", " told reporters", " announced", " confirmed") + pick(" on Monday", " late in the evening", " after the meeting", "") +
		" that " + pick("the crossing", "the northern line", "the water station", "the ferry") + pick(" would open again", " needs new parts", " was hit twice", " will be guarded")
	for range random.IntN(4) {
		text += pick(" before the winter", ", which took two years to build,", " for the people of the valley", " as the ministry had asked", " with help from abroad")
	}
	return strings.TrimSuffix(text, ",") + "."
}

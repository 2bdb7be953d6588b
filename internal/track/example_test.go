package track_test

import (
	"context"
	"fmt"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/track"
)

// A Builder takes each segment's speech as it arrives, in any order, and makes one file of them.
func ExampleBuilder() {
	ferry := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Headline, Text: "The ferry resumes"},
		{Role: article.Paragraph, Text: "The ferry will run again. Two crews are ready."},
		{Role: article.Heading, Text: "The crews"},
		{Role: article.Paragraph, Text: "Both live on the island."},
	}}
	s, err := script.Build(ferry, script.Options{Pauses: script.DefaultPauses()})
	if err != nil {
		fmt.Println(err)
		return
	}
	voice, err := command.Flite{}.Voice("slt", "en")
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := track.NewBuilder(s.Segments, track.Options{
		SampleRate: voice.SampleRate, Tags: track.Tags{Title: "The ferry resumes", Language: "en"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer b.Close()
	for _, i := range []int{2, 0, 3, 1} {
		said, err := command.Flite{}.Synthesize(context.Background(), voice.Call(s.Segments[i].Said()))
		if err == nil {
			err = b.Add(i, said)
		}
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	t, err := b.Finish()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d segments, %.0f LUFS, %d Hz\n", len(t.Segments), t.Loudness, t.SampleRate)
	for _, cue := range t.Cues {
		fmt.Printf("%q\n", cue.Text)
	}
	for _, chapter := range t.Chapters {
		fmt.Println("chapter:", chapter.Title)
	}
	// Output:
	// 4 segments, -16 LUFS, 16000 Hz
	// "The ferry resumes"
	// "The ferry will run again. "
	// "Two crews are ready."
	// "The crews"
	// "Both live on the island."
	// chapter: The ferry resumes
	// chapter: The crews
}

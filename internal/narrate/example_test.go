package narrate_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

// exampleNarrator narrates one site with a local voice and a folder store.
func exampleNarrator(folder string) (*narrate.Narrator, error) {
	st, err := store.NewDir(folder)
	if err != nil {
		return nil, err
	}
	return &narrate.Narrator{
		Library: library.New(st),
		Voices:  speech.Providers{"flite": speech.NewCache(command.Flite{}, st, speech.LocalLeases())},
		Sites: map[string]narrate.Site{"main": {
			Name: "main", Language: "en", BitRate: 64,
			Voices: map[string][]string{"en": {"flite:slt"}},
		}},
		Encoded: st,
		Now:     time.Now,
	}, nil
}

var ferryArticle = article.Payload{
	ID: "ferry-2026", Status: article.Published, UpdatedAt: time.Date(2026, 11, 23, 6, 3, 29, 0, time.UTC),
	Title: "The ferry resumes", Language: "en", HTML: "<p>The ferry will run again.</p><p>Two crews are ready.</p>",
}

// The library accepts what the newsroom sent; BringUpToDate makes the public state follow, in both
// directions.
func ExampleNarrator_BringUpToDate() {
	folder, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	n, err := exampleNarrator(folder)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, ref := context.Background(), library.Ref{Site: "main", ID: "ferry-2026"}

	removed := article.Payload{ID: ref.ID, Status: article.Removed, UpdatedAt: ferryArticle.UpdatedAt.Add(time.Hour)}
	for _, payload := range []article.Payload{ferryArticle, removed} {
		if _, err := n.Library.Accept(ctx, ref, payload, payload.UpdatedAt, library.Fresh); err != nil {
			fmt.Println(err)
			return
		}
		if err := n.BringUpToDate(ctx, ref, 1); err != nil {
			fmt.Println(err)
			return
		}
		outcome, err := n.Library.Outcome(ctx, ref)
		if err != nil {
			fmt.Println(err)
			return
		}
		public, err := n.Library.Narration(ctx, ref)
		fmt.Println(outcome.State, len(public.Segments), errors.Is(err, library.ErrNotFound))
	}
	// Output:
	// published 3 false
	// removed 0 true
}

// Without a service: plan an article, look at the script, and synthesize it.
func ExampleNarrator_Speak() {
	folder, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	n, err := exampleNarrator(folder)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := n.Plan(n.Sites["main"], ferryArticle, library.Orders{})
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, trk, err := n.Speak(context.Background(), plan, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, segment := range plan.Script.Segments {
		fmt.Println(segment.Role, trk.Segments[i].End > trk.Segments[i].Start, segment.Text)
	}
	fmt.Println(plan.Voice, trk.SampleRate)
	// Output:
	// headline true The ferry resumes
	// paragraph true The ferry will run again.
	// paragraph true Two crews are ready.
	// flite:slt 16000
}

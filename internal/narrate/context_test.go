package narrate

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/elevenlabs"
	"github.com/aloud-audio/aloud/internal/store"
)

// TestContextIsBoughtWithItsNeighbours uses a voice that gets the preceding and the following text
// with each request. After an edit it buys the neighbours of the changed paragraph again, and the
// bill for the missing speech counts them. Without context it buys only the changed paragraph.
func TestContextIsBoughtWithItsNeighbours(t *testing.T) {
	n := &Narrator{Voices: speech.Providers{"elevenlabs": elevenlabs.New(elevenlabs.Options{})}}
	site := Site{Name: "main", Voices: map[string][]string{"en": {"elevenlabs:eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb"}}}
	written := func(third string) article.Payload {
		html := "<p>The first paragraph.</p><p>The second paragraph.</p><p>" + third + "</p><p>The fourth paragraph.</p><p>The fifth paragraph.</p>"
		return article.Payload{ID: "a", HTML: html, Language: "en"}
	}
	for context, want := range map[bool]int{
		false: len("The changed one."),
		true:  len("The second paragraph.") + len("The changed one.") + len("The fourth paragraph."),
	} {
		site.Manners = map[string]speech.Manner{"en": {Context: context}}
		st, err := store.NewDir(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		before, err := n.Plan(site, written("The third paragraph."), library.Orders{})
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range before.calls {
			if _, err := st.Put(t.Context(), speech.StoredPrefix+call.Key(), []byte("speech"), store.PutOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		after, err := n.Plan(site, written("The changed one."), library.Orders{})
		if err != nil {
			t.Fatal(err)
		}
		bill, err := after.ToBuy(t.Context(), st)
		if err != nil || bill.Characters() != want || after.Billable() != before.Billable()-len("The third paragraph.")+len("The changed one.") {
			t.Errorf("context %v: %d characters are to be bought, want %d; %v", context, bill.Characters(), want, err)
		}
	}
}

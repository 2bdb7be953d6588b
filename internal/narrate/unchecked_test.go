package narrate_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
)

// The outcome of a published article says which voices were not compared with their text, and still
// says so if the track is kept. A site that wants bytes checked alone is not told.
func TestOutcomeSaysWhatWasNotChecked(t *testing.T) {
	n := open(t)
	n.Unheard = func(v speech.Voice) string { return v.String() + " speaks Martian" }
	long := story("The ferry runs again from Monday.")
	for _, step := range []struct {
		bytesOnly bool
		title     string
		want      string
	}{
		{false, "Ferry", "not checked: espeak-ng:en speaks Martian"},
		{false, "Ferry", "not checked: espeak-ng:en speaks Martian"}, // kept
		{true, "A ferry", ""},
	} {
		n.change(func(s *narrate.Site) { s.BytesOnly = step.bytesOnly })
		n.calm()
		long.Title = step.title
		n.send(long)
		n.mustWork()
		n.expect(library.Published, step.want)
	}
}

// A voice of which the recogniser understands less than half is named, not refused.
func TestOutcomeNamesAVoiceThatIsNotUnderstood(t *testing.T) {
	r, err := recognise.New()
	if err != nil {
		t.Fatal(err)
	}
	n := open(t)
	n.Recogniser = r
	n.Voices["flite"] = speech.NewCache(mistaken{instead: map[string]string{
		"The agency": "Nobody at the bakery had seen the letter, and the oven was cold all morning.",
		"Shelling":   "Seven lambs were born on the hill farm, and a vet came by motorcycle to look at them.",
		"Prices":     "Children under ten travel without a ticket, if they are seen with a parent on board.",
	}}, n.store, speech.LocalLeases())
	n.change(func(s *narrate.Site) { s.Voices, s.Verify = map[string][]string{"en": {"flite:slt"}}, true })
	n.send(story(
		"The agency has two inspectors at the site, and they heard explosions at night.",
		"Shelling cut the last line in September, and engineers worked under fire to repair it.",
		"Prices rose by twelve percent, and gas storage was lower than since the war began.",
	))
	n.mustWork()
	n.expect(library.Published, "not checked: the speech recogniser does not understand flite:slt")
}

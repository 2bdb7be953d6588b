package narrate_test

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// sound returns the fingerprint of a story with the site's settings.
func (n *newsroom) sound() string {
	n.t.Helper()
	plan, err := n.Plan(n.Sites["main"], story("One boat."), library.Orders{})
	if err != nil {
		n.t.Fatal(err)
	}
	return plan.Sound
}

// TestWhatIsPartOfTheSound checks that a change of the sound makes a new track, and an equivalent
// setting does not.
func TestWhatIsPartOfTheSound(t *testing.T) {
	n := open(t)
	usual := n.sound()
	change := func(set func(*narrate.Site)) string {
		before := n.Sites["main"]
		defer func() { n.Sites["main"] = before }()
		n.change(set)
		return n.sound()
	}
	if got := change(func(s *narrate.Site) { s.Loudness = -16 }); got != usual {
		t.Error("stating the default loudness changes the sound")
	}
	if got := change(func(s *narrate.Site) { s.Disclosure = map[string]string{"uk": "Створено з ШІ."} }); got != usual {
		t.Error("a disclosure in another language changes the sound")
	}
	if change(func(s *narrate.Site) { s.Loudness = -19 }) == usual {
		t.Error("another loudness does not change the sound")
	}
	jingle := track.Jingle{Sound: speech.Speech{SampleRate: 8000, Samples: make([]int16, 8000)}}
	later := track.Jingle{Sound: jingle.Sound, Pause: time.Second}
	sounds := map[string]bool{usual: true}
	for _, set := range []func(*narrate.Site){
		func(s *narrate.Site) { s.Intro = &jingle }, func(s *narrate.Site) { s.Outro = &jingle }, func(s *narrate.Site) { s.Intro = &later },
	} {
		sounds[change(set)] = true
	}
	if len(sounds) != 4 {
		t.Error("jingles do not change the sound")
	}
	if change(func(s *narrate.Site) { s.Disclosure = map[string]string{"en": "Made with AI."} }) == usual {
		t.Error("a disclosure does not change the sound")
	}
}

// TestEmbeddedPostsArePartOfTheSound checks that changing the setting for embedded posts makes
// articles with posts stale, and no others.
func TestEmbeddedPostsArePartOfTheSound(t *testing.T) {
	n := open(t)
	posted := story("One boat.")
	posted.HTML += `<blockquote class="twitter-tweet"><p>Look at the boat!</p>— Ann Lee (@annlee)</blockquote>`
	sounds := func(payload article.Payload) (skipped, read string) {
		for embeds, sound := range map[string]*string{narrate.EmbedsSkip: &skipped, narrate.EmbedsRead: &read} {
			n.change(func(s *narrate.Site) { s.Embeds = embeds })
			plan, err := n.Plan(n.Sites["main"], payload, library.Orders{})
			if err != nil {
				t.Fatal(err)
			}
			*sound = plan.Sound
		}
		return skipped, read
	}
	if skipped, read := sounds(posted); skipped == read {
		t.Error("an article sounds the same with its post")
	}
	if skipped, read := sounds(story("One boat.")); skipped != read {
		t.Error("an article without a post sounds different")
	}
}

// TestDisclosureIsSaidInEveryArticle checks that a disclosure is bought once for all articles, and
// heard at the end of each.
func TestDisclosureIsSaidInEveryArticle(t *testing.T) {
	n := open(t)
	n.change(func(s *narrate.Site) { s.Disclosure = map[string]string{"en": "Made with the help of AI."} })
	n.send(story("One boat."))
	n.mustWork()
	n.voice.asked()
	n.rerender(story("Two crews."))
	if asked := n.voice.asked(); len(asked) != 1 {
		t.Errorf("the second article bought %q", asked)
	}
	segments := n.narration().Segments
	if last := segments[len(segments)-1]; last.Role != "disclosure" || last.Text != "Made with the help of AI." {
		t.Errorf("the last segment is %+v", last)
	}
}

package notify

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

func TestANoticeTellsHowTheWorkEnded(t *testing.T) {
	for name, public := range map[string]string{
		"https://audio.example.com/": "https://audio.example.com/main/articles/ferry/",
		"":                           "/public/main/articles/ferry/",
	} {
		t.Run(name, func(t *testing.T) {
			in := openInbox(t)
			n := open(t, in.receiver(t))
			n.opts.PublicURL = name
			n.public = New(n.opts).public
			n.accept("The ferry")
			n.publish("The ferry resumes")
			n.conclude(published("r1"))
			if d := n.deliver(); d != (Delivery{Delivered: 1}) {
				t.Errorf("%+v", d)
			}
			got := in.arrived()[0]
			want := data{
				Site: "main", ID: "ferry", Revision: "r1", Title: "The ferry resumes", Language: "en", State: Event(library.Published),
				URL: "https://example.com/ferry", Attempts: 1, NarrationURL: public + "narration.json", Duration: 61.5, Voice: "espeak-ng:en",
				AudioURL: got.Data.AudioURL,
			}
			if got.Type != "article.published" || !got.Timestamp.Equal(n.at) || got.Data != want {
				t.Errorf("%s", got.body)
			}
			if !strings.HasPrefix(got.Data.AudioURL, public) || !strings.HasSuffix(got.Data.AudioURL, ".mp3") {
				t.Errorf("the audio is at %q", got.Data.AudioURL)
			}
		})
	}
}

// An article that fails keeps its track, and its notice names the text that failed.
func TestANoticeOfAFailureNamesTheTrackThatStays(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	n.publish("The ferry")
	n.conclude(published("r1"))
	n.accept("The ferry sinks")
	n.conclude(failed("r2", "no voice"))
	n.deliver()
	got := in.arrived()[1]
	if got.Type != "article.failed" || got.Data.Title != "The ferry sinks" || got.Data.Reason != "no voice" || got.Data.Attempts != 2 || got.Data.AudioURL == "" {
		t.Errorf("%s", got.body)
	}
}

func TestOnlyNewsIsTold(t *testing.T) {
	removed := library.Outcome{State: library.Removed, Revision: "r1"}
	for _, c := range []struct {
		name          string
		before, after library.Outcome
		render        bool // a new track between the two
		want          int  // notices of the second
	}{
		{"the same again", published("r1"), published("r1"), false, 0},
		{"more attempts", failed("r1", "x"), library.Outcome{State: library.Failed, Reason: "x", Revision: "r1", Attempts: 9}, false, 0},
		{"a new track of the same text", published("r1"), published("r1"), true, 1},
		{"a new revision", published("r1"), published("r2"), false, 1},
		{"another reason", failed("r1", "x"), failed("r1", "y"), false, 1},
		{"another state", failed("r1", "x"), published("r1"), true, 1},
		{"parked", published("r1"), library.Outcome{State: library.Parked, Reason: "the month's budget is spent", Revision: "r2"}, false, 1},
		{"not asked for", published("r1"), removed, false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := openInbox(t)
			n := open(t, in.receiver(t))
			n.publish("The ferry")
			n.conclude(c.before)
			n.deliver()
			in.arrived()
			if c.render {
				n.publish("The ferry")
			}
			n.conclude(c.after)
			n.deliver()
			if got := in.arrived(); len(got) != c.want {
				t.Errorf("%d notices, want %d: %+v", len(got), c.want, got)
			}
		})
	}
}

func TestReceiversAskForEvents(t *testing.T) {
	all, removals := openInbox(t), openInbox(t)
	n := open(t, all.receiver(t), removals.receiver(t, "removed"))
	n.conclude(failed("r1", "x"))
	n.conclude(library.Outcome{State: library.Removed, Revision: "r2"})
	n.deliver()
	if a, r := all.arrived(), removals.arrived(); len(a) != 1 || a[0].Type != "article.failed" || len(r) != 1 || r[0].Type != "article.removed" {
		t.Errorf("%+v, %+v", a, r)
	}
}

// A crash between notice and outcome makes the work be concluded again, before or after the notice
// was delivered.
func TestTheSameWorkLeavesTheSameNotice(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t))
	n.publish("The ferry")
	n.leave(published("r1"))
	n.leave(published("r1"))
	if d := n.deliver(); d.Delivered != 1 {
		t.Errorf("%+v", d)
	}
	n.conclude(published("r1"))
	n.deliver()
	if got := in.arrived(); len(got) != 2 || got[0].id != got[1].id {
		t.Errorf("a receiver cannot drop the double: %+v", got)
	}
}

// What is held and published again, and held again, is news each time.
func TestEachChangeHasAnIDOfItsOwn(t *testing.T) {
	in := openInbox(t)
	n := open(t, in.receiver(t, "published", "removed"))
	for range 3 {
		n.conclude(published("r1"))
		n.conclude(library.Outcome{State: library.Removed, Reason: "held", Revision: "r1"})
	}
	n.deliver()
	ids := map[string]bool{}
	for _, got := range in.arrived() {
		ids[got.id] = true
	}
	if len(ids) != 6 {
		t.Errorf("%d ids for 6 changes", len(ids))
	}
}

func TestReceiversThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name, address string
		secrets       []string
		events        []string
		want          string
	}{
		{"no address", "", []string{secret}, nil, "url: "},
		{"no scheme", "example.com/token", []string{secret}, nil, "url: "},
		{"no secret", "https://example.com", nil, nil, "secret: "},
		{"empty secret", "https://example.com", []string{"whsec_"}, nil, "secret: "},
		{"secret that is no base64", "https://example.com", []string{"topsecret"}, nil, "secret: "},
		{"unknown event", "https://example.com", []string{secret}, []string{"publish"}, `events: "publish"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := NewReceiver(c.address, c.secrets, c.events, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "token") || strings.Contains(err.Error(), "topsecret") {
				t.Errorf("%v", err)
			}
		})
	}
}

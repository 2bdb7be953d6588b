package notify

import (
	"context"
	"path"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// message is the body of a notice.
type message struct {
	Type      string    `json:"type"` // article. and the event
	Timestamp time.Time `json:"timestamp"`
	Data      data      `json:"data"`
}

// data describes the outcome and what is public now: an article that failed keeps its previous
// track.
type data struct {
	Site     string `json:"site"`
	ID       string `json:"id"`
	Revision string `json:"revision"`
	Title    string `json:"title,omitempty"`
	Language string `json:"language,omitempty"`
	State    Event  `json:"state"`
	Reason   string `json:"reason,omitempty"` // for people
	URL      string `json:"url,omitempty"`    // of the article
	Attempts int    `json:"attempts"`

	AudioURL     string  `json:"audio_url,omitempty"`
	NarrationURL string  `json:"narration_url,omitempty"`
	Duration     float64 `json:"duration,omitempty"` // seconds
	Voice        string  `json:"voice,omitempty"`    // provider:name
}

// message describes an outcome with what the library knows about its article. State that cannot be
// read is left out: the outcome is news anyway.
func (n *Notifier) message(ctx context.Context, ref library.Ref, event Event, outcome library.Outcome, public library.Narration) (message, error) {
	m := message{Type: "article." + string(event), Timestamp: n.now().UTC().Truncate(time.Millisecond), Data: data{
		Site: ref.Site, ID: ref.ID, Revision: outcome.Revision, State: event, Reason: outcome.Reason, Attempts: outcome.Attempts,
	}}
	desired, err := n.opts.Library.Desired(ctx, ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return message{}, err
	}
	if !desired.Gone() {
		m.Data.Title, m.Data.Language, m.Data.URL = desired.Article.Title, desired.Article.Language, desired.Article.URL
	}
	if len(public.Audio) > 0 {
		n.addPublic(&m.Data, ref, public)
	}
	return m, nil
}

// addPublic adds the published track. If the outcome is published, title, language and URL come
// from the narration: the payload may lack what the narrator detected.
func (n *Notifier) addPublic(d *data, ref library.Ref, public library.Narration) {
	if d.State == Event(library.Published) {
		d.Title, d.Language, d.URL = public.Title, public.Language, public.URL
	}
	files := n.public + "/" + path.Join(ref.Site, "articles", ref.ID) + "/"
	d.NarrationURL, d.AudioURL = files+path.Base(ref.NarrationKey()), files+public.Audio[0].URL
	d.Duration, d.Voice = public.Audio[0].Duration, public.Voice.String()
}

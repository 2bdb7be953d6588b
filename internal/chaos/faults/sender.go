package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// sender is the CMS of one article. It sends each hook until it is accepted, so no step begins
// before the previous one was answered.
type sender struct {
	run    *run
	story  *story
	ghost  bool
	random *rand.Rand
	number int // of the article

	sent      []rig.Delivery // accepted ones
	updatedAt time.Time      // of the last hook
}

const (
	hookTimeout  = 2 * time.Second // as Ghost's
	sendAgain    = time.Second     // and ever more slowly
	slowestAgain = 8 * time.Second
)

// live executes the steps of a history.
func (s *sender) live(ctx context.Context, h history) {
	if !sleep(ctx, h.begins) {
		return
	}
	for _, step := range h.steps {
		if !sleep(ctx, step.after) {
			return
		}
		if err := s.do(ctx, step.do); err != nil {
			s.run.found(refused, s.story, "%s: %v", step.do, err)
			return
		}
	}
}

func (s *sender) do(ctx context.Context, a action) error {
	switch a {
	case publish, edit:
		return s.deliver(ctx, a, s.content("public"))
	case twoEdits:
		first, second := s.content("public"), s.content("public")
		if err := s.deliver(ctx, a, second); err != nil {
			return err
		}
		return s.deliver(ctx, a, first)
	case remove, embargo:
		s.story.remove()
		return s.withdraw(ctx, a, s.removal(a))
	case paid:
		content := s.content("paid")
		s.story.remove()
		return s.withdraw(ctx, a, content)
	case redeliver:
		return s.redeliver(ctx)
	case hold:
		if err := s.run.admin(ctx, "remove", s.story); err != nil {
			return err
		}
		s.story.hold()
		return nil
	case release:
		s.story.release()
		return s.run.admin(ctx, "render", s.story)
	default:
		return s.run.admin(ctx, "render", s.story, "--force")
	}
}

// signing signs a hook as of now. A CMS signs each attempt again.
type signing func() (rig.Delivery, error)

// content returns a new revision.
func (s *sender) content(visibility string) signing {
	at := s.tick()
	t := textOf(s.story.site, s.number, len(s.story.texts))
	if visibility == "public" {
		s.story.revise(t)
	}
	if s.ghost {
		post := rig.GhostPost{
			ID: s.story.id, UpdatedAt: at.Format("2006-01-02T15:04:05.000Z"), Status: "published", Visibility: visibility,
			Title: t[0], HTML: "<p>" + strings.Join(t[1:], "</p><p>") + "</p>", URL: s.url(),
		}
		event := "published.edited"
		if len(s.sent) == 0 {
			event = "published"
		}
		return func() (rig.Delivery, error) { return s.run.service.Ghost(s.story.site, event, post) }
	}
	payload := article.Payload{
		ID: s.story.id, UpdatedAt: at, Status: article.Published, Visibility: visibility, Language: "en",
		Title: t[0], Text: strings.Join(t[1:], "\n\n"), URL: s.url(),
	}
	return func() (rig.Delivery, error) { return s.run.service.Article(s.story.site, payload) }
}

func (s *sender) url() string { return "https://example.com/" + s.story.id + "/" }

// removal returns a tombstone.
func (s *sender) removal(a action) signing {
	at := s.tick()
	if s.ghost {
		post := rig.GhostPost{ID: s.story.id, UpdatedAt: at.Format("2006-01-02T15:04:05.000Z"), Status: "draft"}
		event := "unpublished"
		switch {
		case a == embargo:
			post.Status = "scheduled"
		case s.random.IntN(2) == 0:
			event = "deleted"
		}
		return func() (rig.Delivery, error) { return s.run.service.Ghost(s.story.site, event, post) }
	}
	payload := article.Payload{ID: s.story.id, UpdatedAt: at, Status: article.Removed}
	return func() (rig.Delivery, error) { return s.run.service.Article(s.story.site, payload) }
}

// tick returns a time later than that of the previous step. Ghost's clock has whole seconds: two
// steps within one second would have no order.
func (s *sender) tick() time.Time {
	at := time.Now().UTC().Truncate(time.Millisecond)
	if s.ghost {
		at = at.Truncate(time.Second)
	}
	for !at.After(s.updatedAt) {
		time.Sleep(50 * time.Millisecond)
		at = time.Now().UTC().Truncate(time.Millisecond)
		if s.ghost {
			at = at.Truncate(time.Second)
		}
	}
	s.updatedAt = at
	return at
}

// deliver sends a hook until it is accepted.
func (s *sender) deliver(ctx context.Context, a action, sign signing) error {
	return s.send(ctx, a, sign, func(*rig.Process) {})
}

// withdraw is deliver for a hook after which nothing may be public. It counts from the first answer
// that says so; a 503 counts while the process that gave it runs.
func (s *sender) withdraw(ctx context.Context, a action, sign signing) error {
	return s.send(ctx, a, sign, func(keeper *rig.Process) { s.story.forbid(a, keeper) })
}

// send calls done with each answer that reports success, and with the process that must remember
// the removal if it is not stored.
func (s *sender) send(ctx context.Context, a action, sign signing, done func(keeper *rig.Process)) error {
	for wait := sendAgain; ; wait = min(2*wait, slowestAgain) {
		server := s.run.server.current()
		d, err := sign()
		if err != nil {
			return err
		}
		status, said, err := s.attempt(ctx, d)
		s.run.count(string(a))
		switch {
		case err == nil && status == http.StatusAccepted:
			done(nil)
			s.sent = append(s.sent, d)
			return nil
		case err == nil && status != http.StatusServiceUnavailable:
			return fmt.Errorf("the hook is answered %d %s", status, said)
		case err == nil && isDone(said):
			done(server)
		}
		s.run.count("hooks sent again")
		if !sleep(ctx, wait/2+time.Duration(s.random.Int64N(int64(wait)))) {
			return ctx.Err()
		}
	}
}

func (s *sender) attempt(ctx context.Context, d rig.Delivery) (status int, body []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, hookTimeout)
	defer cancel()
	return s.run.service.Send(ctx, d)
}

// isDone reports whether a 503 says that a removal has happened, although something else failed.
func isDone(body []byte) bool {
	var reply struct{ Error string }
	_ = json.Unmarshal(body, &reply)
	for _, undone := range []string{"the store is unavailable", "not saved, because too many"} {
		if strings.HasPrefix(reply.Error, undone) {
			return false
		}
	}
	return true
}

// redeliver replays an earlier hook with its signature. Whatever the answer, nothing may change.
func (s *sender) redeliver(ctx context.Context) error {
	_, _, _ = s.attempt(ctx, s.sent[s.random.IntN(len(s.sent))])
	s.run.count(string(redeliver))
	return nil
}

// sleep reports whether the time passed before ctx ended.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

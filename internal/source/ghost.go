package source

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

const ghostName = "ghost"

var ghost = Source{
	Name:     ghostName,
	Path:     "ghost/{event}",
	Label:    "Ghost webhook",
	Example:  "ghost/published (and unpublished, published.edited, deleted)",
	Verifier: ghostVerifier,
	Parse:    parseGhostHook,
	Probe:    probeGhost,
	Asking:   &ghostAsking,
}

// ErrUnknownEvent says that Ghost has no such event.
var ErrUnknownEvent = errors.New("unknown ghost event")

// parseGhostHook reads the body of a Ghost webhook (https://ghost.org/docs/webhooks/). The event is
// Ghost's name of it, with or without "post."; before Ghost 6.42 the body does not have it.
//
// A post that was published or edited is content if visitors can see it now and a removal if not,
// as are posts sent by e-mail only. Only the visibility public is public: Ghost always sends one. A
// page counts as a post if the site wants audio for pages. Events of drafts, tags, other pages,
// members and the site are ignored, whatever their body. The errors are ErrUnknownEvent, and
// ErrBadPayload for a body that cannot be read, has no id or updated_at, or is another event's: the
// signature does not cover the address.
func parseGhostHook(d Delivery) (Change, error) {
	effect, ok := effectOf(d.Event, d.Pages)
	if !ok {
		return Change{}, fmt.Errorf("%w: %.60q", ErrUnknownEvent, d.Event)
	}
	if effect == nothing {
		return Change{Ignored: d.Event + " changes nothing that is heard"}, nil
	}
	body, err := utf8JSON(d.Body)
	if err != nil {
		return Change{}, err
	}
	payload, own, err := ghostPayload(d.Event, effect, body)
	return Change{Payload: from(ghostName, payload), Former: formerGhostID(payload.ID, own)}, err
}

// formerGhostID is the post's own id, where that is not the article's.
func formerGhostID(article, own string) string {
	if article == own {
		return ""
	}
	return own
}

// The prefixes of Ghost's names of events of posts and pages. Addresses may leave out that of
// posts.
const (
	postEvent = "post."
	pageEvent = "page."
)

// effect is what a Ghost event means for an article's audio.
type effect int

const (
	nothing effect = iota
	update
	takeDown
)

// ghostEvents are Ghost's events, without "post." or "page."
// (core/server/services/webhooks/listen.js).
var ghostEvents = map[string]effect{
	"published": update, "published.edited": update, "edited": update,
	"unpublished": takeDown, "deleted": takeDown,
	"added": nothing, "scheduled": nothing, "unscheduled": nothing, "rescheduled": nothing,
	"tag.attached": nothing, "tag.detached": nothing,
	"site.changed": nothing,
	"tag.added":    nothing, "tag.edited": nothing, "tag.deleted": nothing,
	"member.added": nothing, "member.edited": nothing, "member.deleted": nothing,
}

func effectOf(event string, pages bool) (effect, bool) {
	if ofPage, ok := strings.CutPrefix(event, pageEvent); ok {
		e, ok := ghostEvents[ofPage]
		if !pages {
			e = nothing
		}
		return e, ok
	}
	e, ok := ghostEvents[strings.TrimPrefix(event, postEvent)]
	return e, ok
}

// ghostHook is the body of a hook about a post or a page.
type ghostHook struct {
	Event string      `json:"event"` // since Ghost 6.42
	Post  ghostChange `json:"post"`
	Page  ghostChange `json:"page"`
}

// ghostChange has the current post, {} once it is deleted, and the previous one: all of a deleted
// post, else the fields that changed.
type ghostChange struct {
	Current  json.RawMessage `json:"current"`
	Previous json.RawMessage `json:"previous"`
}

// change returns what an event is about.
func (h ghostHook) change(event string) ghostChange {
	if strings.HasPrefix(event, pageEvent) {
		return h.Page
	}
	return h.Post
}

// ghostState has the fields that decide about a post. It is decoded separately from the text, so
// that an oddity there cannot keep a post's audio public.
type ghostState struct {
	ID        string          `json:"id"`
	CommentID string          `json:"comment_id"` // the id that it had before its first export
	UpdatedAt string          `json:"updated_at"`
	Status    string          `json:"status"`
	EmailOnly json.RawMessage `json:"email_only"` // a boolean; from some databases 0 or 1
}

// ghostContent are the fields of a post that are kept. The excerpt is not among them: unless there
// is a custom one, Ghost derives it from the text.
type ghostContent struct {
	Title         string        `json:"title"`
	HTML          string        `json:"html"`
	Visibility    string        `json:"visibility"`
	URL           string        `json:"url"`
	PublishedAt   string        `json:"published_at"`
	CustomExcerpt string        `json:"custom_excerpt"`
	Authors       []ghostAuthor `json:"authors"`
	PrimaryAuthor ghostAuthor   `json:"primary_author"`
	Tags          []ghostTag    `json:"tags"`
}

type ghostAuthor struct {
	Name string `json:"name"`
}

type ghostTag struct {
	Slug string `json:"slug"`
}

// ghostPayload reads the body of an event, or of any hook if event is empty. own is the post's own
// id.
func ghostPayload(event string, effect effect, body []byte) (p article.Payload, own string, err error) {
	var hook ghostHook
	if err := json.Unmarshal(body, &hook); err != nil {
		return p, "", badJSON(err)
	}
	change := hook.change(event)
	current, err := change.state()
	known := article.Payload{ID: current.articleID()}
	if err == nil {
		err = checkEvent(event, hook.Event, current.Status)
	}
	if err != nil {
		return known, current.ID, err
	}
	updatedAt, err := parseTime("updated_at", current.UpdatedAt)
	if err != nil {
		return known, current.ID, err
	}
	if effect == takeDown || !current.visible() {
		return removal(known.ID, updatedAt), current.ID, nil
	}
	p, err = ghostContentOf(change.Current, known.ID, updatedAt)
	return p, current.ID, err
}

var articleID = lazyregexp.New(`^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$`)

// articleID returns the id that a post keeps when it is exported and imported into another Ghost,
// where its own id changes: comment_id, by which comment services know it.
func (s ghostState) articleID() string {
	if articleID().MatchString(s.CommentID) {
		return s.CommentID
	}
	return s.ID
}

// state returns the post's state; without an id and time of its own, it has those of the previous
// one.
func (h ghostChange) state() (ghostState, error) {
	current, err := decodeState(h.Current)
	if err != nil {
		return ghostState{}, err
	}
	previous, err := decodeState(h.Previous)
	if err != nil {
		return ghostState{}, err
	}
	current.ID = cmp.Or(current.ID, previous.ID)
	current.CommentID = cmp.Or(current.CommentID, previous.CommentID)
	current.UpdatedAt = cmp.Or(current.UpdatedAt, previous.UpdatedAt)
	if current.ID == "" {
		return ghostState{}, missing("id")
	}
	return current, nil
}

func decodeState(data json.RawMessage) (ghostState, error) {
	var s ghostState
	if len(data) == 0 {
		return s, nil
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return s, badJSON(err)
	}
	return s, nil
}

// visible reports whether the post has a page that visitors can find.
func (s ghostState) visible() bool {
	emailOnly := string(s.EmailOnly)
	return s.Status == "published" && emailOnly != "true" && emailOnly != "1"
}

func ghostContentOf(post json.RawMessage, id string, updatedAt time.Time) (article.Payload, error) {
	var c ghostContent
	if err := json.Unmarshal(post, &c); err != nil {
		return article.Payload{ID: id}, badJSON(err)
	}
	p := article.Payload{
		ID: id, UpdatedAt: updatedAt, Status: article.Published, Visibility: cmp.Or(c.Visibility, article.Undisclosed), URL: c.URL,
		Title: c.Title, Standfirst: c.CustomExcerpt, HTML: c.HTML, PublishedAt: optionalTime(c.PublishedAt),
	}
	if len(c.Authors) == 0 {
		c.Authors = []ghostAuthor{c.PrimaryAuthor}
	}
	for _, author := range c.Authors {
		if author.Name != "" {
			p.Byline = append(p.Byline, author.Name)
		}
	}
	for _, tag := range c.Tags {
		p.Tags = append(p.Tags, tag.Slug)
	}
	return p, nil
}

// ghostSignature matches X-Ghost-Signature as Ghost writes it since 5.88: the HMAC-SHA256, by the
// webhook's secret, of the raw body followed by t, the time in milliseconds
// (https://github.com/TryGhost/Ghost/blob/main/ghost/core/core/server/services/webhooks/WebhookTrigger.js).
var ghostSignature = lazyregexp.New(`^sha256=([0-9a-f]{64}), t=([0-9]{1,15})$`)

// ghostVerifier refuses every request if there are no secrets.
func ghostVerifier(secrets []string) (Verifier, error) {
	for _, secret := range secrets {
		if secret == "" {
			return nil, errors.New("a Ghost hook secret is empty: enter the one that its webhook has in Ghost")
		}
	}
	return func(r *http.Request) (Signature, error) {
		if len(secrets) == 0 {
			return Signature{}, errNoSecret
		}
		parts := ghostSignature().FindStringSubmatch(r.Header.Get("X-Ghost-Signature"))
		if parts == nil {
			return Signature{}, errors.New("no valid X-Ghost-Signature, which Ghost 5.88 and later send: give the webhook a secret in Ghost")
		}
		sentAt, err := millis(parts[2])
		return Signature{SentAt: sentAt, Check: func(body io.Reader) error {
			return checkGhost(secrets, parts[1], io.MultiReader(body, strings.NewReader(parts[2])))
		}}, err
	}, nil
}

func checkGhost(secrets []string, signature string, signed io.Reader) error {
	macs, err := macsOf(keysOf(secrets), signed)
	if err != nil {
		return err
	}
	claimed, _ := hex.DecodeString(signature) // its form was checked
	if !macs.have(claimed) {
		return errors.New("no secret of the site made this X-Ghost-Signature: compare it with the webhook's in Ghost")
	}
	return nil
}

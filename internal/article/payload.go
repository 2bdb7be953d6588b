package article

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ErrBadPayload says that a payload cannot be accepted; its message names the field.
var ErrBadPayload = errors.New("bad payload")

// ParsePayload reads the generic payload, the JSON form of Payload. It needs id, updated_at (RFC 3339), status, and for
// a published article html or text; byline may be one string. Unknown fields are ignored, and a removal keeps nothing
// that was written. Every error is ErrBadPayload.
func ParsePayload(data []byte) (Payload, error) {
	generic, err := decodeGeneric(data)
	if err != nil {
		return Payload{}, err
	}
	return generic.payload()
}

// genericPayload is a payload as it arrives: nothing in it is checked.
type genericPayload struct {
	ID          string       `json:"id"`
	UpdatedAt   string       `json:"updated_at"`
	Status      Status       `json:"status"`
	Visibility  string       `json:"visibility"`
	URL         string       `json:"url"`
	Language    string       `json:"language"`
	Title       string       `json:"title"`
	PublishedAt string       `json:"published_at"`
	Byline      stringOrList `json:"byline"`
	Standfirst  string       `json:"standfirst"`
	Tags        []string     `json:"tags"`
	HTML        *string      `json:"html"`
	Text        *string      `json:"text"`
	Lexicon     []Entry      `json:"lexicon"`
}

func decodeGeneric(data []byte) (genericPayload, error) {
	var g genericPayload
	if err := json.Unmarshal(data, &g); err != nil {
		return g, badJSON(err)
	}
	return g, nil
}

func (g genericPayload) payload() (Payload, error) {
	if g.ID == "" {
		return Payload{}, missing("id")
	}
	updatedAt, err := parseTime("updated_at", g.UpdatedAt)
	if err != nil {
		return Payload{}, err
	}
	switch g.Status {
	case Removed:
		return removal(g.ID, updatedAt), nil
	case Published:
	case "":
		return Payload{}, missing("status")
	default:
		return Payload{}, fmt.Errorf("%w: status is %q: use published or removed", ErrBadPayload, g.Status)
	}
	if g.HTML == nil && g.Text == nil { // an empty one is an article without text, which there is
		return Payload{}, fmt.Errorf("%w: html and text are missing: a published article needs one of them", ErrBadPayload)
	}
	var publishedAt time.Time
	if g.PublishedAt != "" {
		if publishedAt, err = parseTime("published_at", g.PublishedAt); err != nil {
			return Payload{}, err
		}
	}
	return Payload{
		ID: g.ID, UpdatedAt: updatedAt, PublishedAt: publishedAt, Status: g.Status, Visibility: g.Visibility, URL: g.URL, Language: g.Language,
		Title: g.Title, Byline: g.Byline, Standfirst: g.Standfirst, Tags: g.Tags, HTML: value(g.HTML), Text: value(g.Text),
		Lexicon: g.Lexicon,
	}, nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// removal is the payload of an article that is gone: it has no text, and no address either, for Ghost's is the secret
// preview's then.
func removal(id string, updatedAt time.Time) Payload {
	return Payload{ID: id, UpdatedAt: updatedAt, Status: Removed}
}

// stringOrList decodes a string as a list of one.
type stringOrList []string

// UnmarshalJSON is json.Unmarshaler's.
func (l *stringOrList) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*l = nil
		if one != "" {
			*l = stringOrList{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(l))
}

func parseTime(field, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, missing(field)
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: %s is %.40q: use RFC 3339, like 2026-03-01T08:30:00Z", ErrBadPayload, field, value)
	}
	return t.UTC(), nil
}

// timeIn is parseTime of what the article can do without: zero if it is none.
func timeIn(value string) time.Time {
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

func missing(field string) error { return fmt.Errorf("%w: %s is missing", ErrBadPayload, field) }

// badJSON names the field, if it is one that is wrong.
func badJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%w: %s must not be a JSON %s", ErrBadPayload, cmp.Or(wrong.Field, "it"), wrong.Value)
	}
	return fmt.Errorf("%w: %w", ErrBadPayload, err)
}

package source

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/whsec"
)

const articlesName = "articles"

// articles is the source for every CMS that can send aloud's own payload.
var articles = Source{
	Name:     articlesName,
	Path:     "articles",
	Label:    "other CMS",
	Example:  "articles",
	Verifier: articlesVerifier,
	Parse:    parseArticles,
	Probe:    probeArticles,
}

// parseArticles reads the generic payload. One with an address and no text is a hint.
func parseArticles(d Delivery) (Change, error) {
	generic, err := decodeGeneric(d.Body)
	if err != nil {
		return Change{}, err
	}
	if generic.Status == probeStatus {
		return Change{Ignored: "a probe changes nothing that is heard"}, nil
	}
	if generic.onlyPoints() {
		return generic.hint(articlesName, nil)
	}
	payload, err := generic.payload()
	return Change{Payload: from(articlesName, payload)}, err
}

// ErrBadPayload says that a payload cannot be accepted; its message names the field.
var ErrBadPayload = errors.New("bad payload")

// parsePayload reads the generic payload, the JSON form of article.Payload. Required are id,
// updated_at (RFC 3339), status, and for a published article html or text; byline may be one
// string, and id a number. Unknown fields are ignored, and a removal keeps no text. Every error is
// ErrBadPayload.
func parsePayload(data []byte) (article.Payload, error) {
	generic, err := decodeGeneric(data)
	if err != nil {
		return article.Payload{}, err
	}
	return generic.payload()
}

// genericPayload is a payload as it arrives: nothing in it is checked.
type genericPayload struct {
	ID          textOrNumber    `json:"id"`
	UpdatedAt   string          `json:"updated_at"`
	Status      string          `json:"status"`
	Visibility  visibility      `json:"visibility"`
	URL         string          `json:"url"`
	Language    string          `json:"language"`
	Title       string          `json:"title"`
	PublishedAt string          `json:"published_at"`
	Byline      stringOrList    `json:"byline"`
	Standfirst  string          `json:"standfirst"`
	Tags        []string        `json:"tags"`
	HTML        *string         `json:"html"`
	Text        *string         `json:"text"`
	Lexicon     []article.Entry `json:"lexicon"`
}

func decodeGeneric(data []byte) (g genericPayload, err error) {
	if data, err = utf8JSON(data); err != nil {
		return g, err
	}
	if err := json.Unmarshal(data, &g); err != nil {
		return g, badJSON(err)
	}
	return g, nil
}

func (g genericPayload) payload() (article.Payload, error) {
	if g.ID == "" {
		return article.Payload{}, missing("id")
	}
	id := string(g.ID)
	known := article.Payload{ID: id}
	updatedAt, err := parseTime("updated_at", g.UpdatedAt)
	if err != nil {
		return known, err
	}
	status, err := statusOf(g.Status)
	switch {
	case err != nil:
		return known, err
	case status == article.Removed:
		return removal(id, updatedAt), nil
	case status == "":
		return known, missing("status")
	}
	if g.HTML == nil && g.Text == nil { // an empty one is an article without text, which there is
		return known, bad("html", "is missing, and so is text", "html and text are missing: a published article needs one of them")
	}
	var publishedAt time.Time
	if g.PublishedAt != "" {
		if publishedAt, err = parseTime("published_at", g.PublishedAt); err != nil {
			return known, err
		}
	}
	return article.Payload{
		ID: id, UpdatedAt: updatedAt, PublishedAt: publishedAt, Status: status, Visibility: string(g.Visibility), URL: g.URL, Language: g.Language,
		Title: g.Title, Byline: g.Byline, Standfirst: g.Standfirst, Tags: g.Tags, HTML: value(g.HTML), Text: value(g.Text),
		Lexicon: g.Lexicon,
	}, nil
}

// visibility is the generic payload's visibility. If it is left out, the page decides whether
// everybody may read the article; an empty one is not public.
type visibility string

// UnmarshalJSON is json.Unmarshaler's.
func (v *visibility) UnmarshalJSON(data []byte) error {
	var given string
	err := json.Unmarshal(data, &given) // null stays empty
	*v = visibility(cmp.Or(given, article.Undisclosed))
	return err
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// from sets the source that a payload came from. A removal needs none: it has no content to
// compare.
func from(source string, p article.Payload) article.Payload {
	if p.Status == article.Published {
		p.Source = source
	}
	return p
}

// removal is the payload of an article that is gone. It has no text and no address, because Ghost's
// is then that of the secret preview.
func removal(id string, updatedAt time.Time) article.Payload {
	return article.Payload{ID: id, UpdatedAt: updatedAt, Status: article.Removed}
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

// textOrNumber decodes a string, or a number as it is written.
type textOrNumber string

// UnmarshalJSON is json.Unmarshaler's.
func (t *textOrNumber) UnmarshalJSON(data []byte) error {
	var number json.Number
	if data[0] != '"' && json.Unmarshal(data, &number) == nil {
		if _, err := strconv.ParseUint(number.String(), 10, 64); err == nil {
			*t = textOrNumber(number)
			return nil
		}
	}
	return json.Unmarshal(data, (*string)(t))
}

func parseTime(field, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, missing(field)
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return time.Time{}, bad(field, "is no time of RFC 3339", fmt.Sprintf("%s is %.40q: use RFC 3339, like 2026-03-01T08:30:00Z", field, value))
	}
	return t.UTC(), nil
}

// optionalTime returns the zero time if the value is not a time.
func optionalTime(value string) time.Time {
	t, _ := time.Parse(time.RFC3339, value)
	return t.UTC()
}

// bad returns an ErrBadPayload with an article.FieldError. Without a message the sender gets the
// same text as the log.
func bad(field, problem, message string) error {
	return fmt.Errorf("%w: %w", ErrBadPayload, article.FieldError{Field: field, Problem: problem, Message: message})
}

func missing(field string) error { return bad(field, "is missing", "") }

// badJSON names the field if one is wrong.
func badJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		kind, _, _ := strings.Cut(wrong.Value, " ") // a number follows
		return bad(cmp.Or(wrong.Field, "body"), "must not be a JSON "+kind, "")
	}
	return bad("body", "is not JSON", "the body is not JSON: "+err.Error())
}

// articlesVerifier checks signatures as Standard Webhooks says
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the
// HMAC is of the id, the time and the body, with dots between them. It refuses every request if
// there are no secrets.
func articlesVerifier(secrets []string) (Verifier, error) {
	keys, err := whsec.Bytes(secrets)
	if err != nil {
		return nil, err
	}
	return func(r *http.Request) (Signature, error) {
		if len(keys) == 0 {
			return Signature{}, errNoSecret
		}
		header := r.Header
		id, sentAt, signatures := header.Get(standardwebhooks.HeaderWebhookID), header.Get(standardwebhooks.HeaderWebhookTimestamp), header.Get(standardwebhooks.HeaderWebhookSignature)
		seconds, err := strconv.ParseInt(sentAt, 10, 64)
		if err != nil || id == "" || !strings.Contains(signatures, articlesVersion) {
			return Signature{}, errors.New("no valid Webhook-Id, Webhook-Timestamp and Webhook-Signature, which Standard Webhooks requires")
		}
		return Signature{SentAt: time.Unix(seconds, 0), Check: func(body io.Reader) error {
			// as in the library, the time is signed in its shortest form
			return checkArticles(keys, signatures, io.MultiReader(strings.NewReader(fmt.Sprintf("%s.%d.", id, seconds)), body))
		}}, nil
	}, nil
}

// articlesVersion is the prefix of a signature by a shared secret.
const articlesVersion = "v1,"

var errNoSecret = errors.New("the site has no secret for this hook")

// checkArticles looks for a signature by one of the keys: while a secret is rotated there are
// several of both.
func checkArticles(keys [][]byte, signatures string, signed io.Reader) error {
	macs, err := macsOf(keys, signed)
	if err != nil {
		return err
	}
	for signature := range strings.FieldsSeq(signatures) {
		text, ok := strings.CutPrefix(signature, articlesVersion)
		claimed, err := base64.StdEncoding.Strict().DecodeString(text) // one signature has one form
		if ok && err == nil && macs.have(claimed) {
			return nil
		}
	}
	return errors.New("no secret of the site made this Webhook-Signature: compare it with the sender's")
}

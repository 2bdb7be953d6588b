package source

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

const urlsName = "url"

// urls is for whatever can say the address of an article and nothing else about it.
var urls = Source{
	Name: urlsName, Path: "url", Label: "address of a page", Example: "url", Hints: true, Verifier: hintVerifier,
	Probe: hintProbe("url", `{"status":"probe"}`),
	Parse: func(d Delivery) (Change, error) {
		generic, err := decodeGeneric(d.Body)
		if err != nil {
			return Change{}, err
		}
		if generic.Status == probeStatus {
			return Change{Ignored: "a probe changes nothing that is heard"}, nil
		}
		fields, err := fieldsOf(d.Body)
		if err != nil {
			return Change{}, err
		}
		return generic.hint(urlsName, fields)
	},
}

// onlyPoints reports whether a payload says where a published article is, and not what it says.
func (g genericPayload) onlyPoints() bool {
	status, err := statusOf(g.Status)
	return g.URL != "" && g.HTML == nil && g.Text == nil && err == nil && status != article.Removed
}

// hint is what a payload says of an article without its text.
func (g genericPayload) hint(source string, fields map[string]string) (Change, error) {
	known := article.Payload{Source: source, ID: string(g.ID)}
	status, err := statusOf(g.Status)
	if err != nil {
		return Change{Payload: known}, err
	}
	return Change{Hint: true, Fields: fields, Payload: article.Payload{
		Source: source, ID: string(g.ID), Status: status, Visibility: string(g.Visibility), URL: g.URL, Language: g.Language,
		Title: g.Title, Byline: g.Byline, Standfirst: g.Standfirst, Tags: g.Tags, Lexicon: g.Lexicon,
		UpdatedAt: optionalTime(g.UpdatedAt), PublishedAt: optionalTime(g.PublishedAt),
	}}, nil
}

// deepestField is how many names a field's name may be made of.
const deepestField = 5

// fieldsOf returns the texts and numbers of a JSON object by their names, joined by dots.
func fieldsOf(body []byte) (map[string]string, error) {
	body, err := utf8JSON(body)
	if err != nil {
		return nil, err
	}
	var object map[string]any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // an id must not become 1e+06
	if err := decoder.Decode(&object); err != nil {
		return nil, badJSON(err)
	}
	fields := map[string]string{}
	addFields(fields, "", object, deepestField)
	return fields, nil
}

func addFields(fields map[string]string, prefix string, object map[string]any, depth int) {
	for name, value := range object {
		switch value := value.(type) {
		case string:
			fields[prefix+name] = value
		case json.Number:
			fields[prefix+name] = value.String()
		case map[string]any:
			if depth > 1 {
				addFields(fields, prefix+name+".", value, depth-1)
			}
		}
	}
}

var placeholder = lazyregexp.New(`\{([^{}]*)\}`)

// CheckPage returns an error for a rule that makes no address of a page.
func CheckPage(rule string) error {
	_, err := fillPage(rule, func(string) string { return "x" })
	return err
}

// PageOf returns the address of a hint's page: the one that the sender says, or the one that a
// site's rule, such as https://example.com/news/{slug}, makes of the body's fields.
func PageOf(c Change, rule string) (string, error) {
	switch {
	case c.Payload.URL != "":
		return c.Payload.URL, nil
	case rule == "":
		return "", bad("url", "is missing", "url is missing: send the address of the page, or make it of the body's fields with page, in the settings of the hook")
	default:
		return fillPage(rule, func(name string) string { return c.Fields[name] })
	}
}

// fillPage puts fields into a rule. An empty one is missing.
func fillPage(rule string, field func(name string) string) (string, error) {
	var lacks string
	address := placeholder().ReplaceAllStringFunc(rule, func(hole string) string {
		name := strings.Trim(hole, "{}")
		value := field(name)
		if value == "" {
			lacks = name
		}
		return (&url.URL{Path: strings.Trim(value, "/")}).EscapedPath()
	})
	if lacks != "" {
		return "", bad(lacks, "is missing", fmt.Sprintf("the page's address is made of %.60q, which the body does not have", lacks))
	}
	if u, err := url.Parse(address); err != nil || u.Host == "" {
		return "", bad("url", "is no address", fmt.Sprintf("%.200q is no address of a page: write one like https://example.com/news/{slug}", rule))
	}
	return address, nil
}

// PageAsker returns a function that fetches the page that a hint names, and adds what the sender
// knows. An article whose hint has no id gets that of its page's own address.
func PageAsker(client *http.Client) func(context.Context, article.Payload) (Answer, error) {
	return func(ctx context.Context, hint article.Payload) (Answer, error) { return askPage(ctx, client, hint) }
}

func askPage(ctx context.Context, client *http.Client, hint article.Payload) (Answer, error) {
	u, err := url.Parse(hint.URL)
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %w", errUnsure, err)
	}
	id := cmp.Or(hint.ID, idOfAddress(u))
	p := newPages(hint.Source, client, false)
	p.listed = map[string]Listed{id: {Payload: hint}}
	answer, err := p.Ask(ctx, id, hint.URL)
	if err != nil {
		return answer, err
	}
	answer.Payload.ID = cmp.Or(hint.ID, answer.Payload.ID)
	if answer.Payload.Status == article.Published {
		answer.Payload = described(answer.Payload, hint)
	}
	return answer, nil
}

// described returns a page's payload with what the sender of a hint knows better.
func described(page, hint article.Payload) article.Payload {
	page.Visibility, page.Language, page.Title = hint.Visibility, hint.Language, hint.Title
	page.Byline, page.Standfirst, page.Lexicon = hint.Byline, hint.Standfirst, hint.Lexicon
	return page
}

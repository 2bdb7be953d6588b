package article

import (
	"encoding/json"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// structured is a page's JSON-LD: what it says for machines (https://schema.org).
type structured struct {
	data []any
	byID map[string]map[string]any // what a reference {"@id": …} may mean
}

// structuredData reads a page's JSON-LD. It skips invalid JSON that can't be repaired.
func structuredData(doc *goquery.Document) structured {
	s := structured{byID: map[string]map[string]any{}}
	for _, n := range doc.Find(`script[type="application/ld+json" i]`).Nodes {
		if n.FirstChild == nil {
			continue
		}
		if data, ok := lenientJSON(n.FirstChild.Data); ok {
			s.data = append(s.data, data)
		}
	}
	for object := range objectsIn(s.data) {
		if id, _ := object["@id"].(string); id != "" && len(object) > len(s.byID[id]) {
			s.byID[id] = object
		}
	}
	return s
}

var (
	jsonWrapping = lazyregexp.New(`^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?|;)\s*$`)
	jsonControls = lazyregexp.New(`[\x00-\x1f]+`) // templates put line breaks into strings, where JSON has none
	jsonCommas   = lazyregexp.New(`,\s*([}\]])`)
)

// lenientJSON reads JSON as templates write it: in a comment, with line breaks in strings and
// commas behind the last value.
func lenientJSON(text string) (data any, ok bool) {
	if json.Unmarshal([]byte(text), &data) == nil {
		return data, true
	}
	text = strings.TrimSpace(text)
	for _, wrong := range []struct {
		pattern     func() *regexp.Regexp
		replacement string
	}{{jsonWrapping, ""}, {jsonControls, " "}, {jsonCommas, "$1"}} {
		text = wrong.pattern().ReplaceAllString(text, wrong.replacement)
	}
	return data, json.Unmarshal([]byte(text), &data) == nil
}

// objectsIn are all objects in data, the outer ones before those within.
func objectsIn(data any) iter.Seq[map[string]any] {
	return func(yield func(map[string]any) bool) { eachObject(data, yield) }
}

func eachObject(data any, yield func(map[string]any) bool) (goOn bool) {
	switch data := data.(type) {
	case []any:
		for _, item := range data {
			if !eachObject(item, yield) {
				return false
			}
		}
	case map[string]any:
		if !yield(data) {
			return false
		}
		for _, value := range data {
			if !eachObject(value, yield) {
				return false
			}
		}
	}
	return true
}

// stringsIn returns a string, or the strings of a list.
func stringsIn(data any) []string {
	switch data := data.(type) {
	case string:
		return []string{data}
	case []any:
		var all []string
		for _, item := range data {
			all = append(all, stringsIn(item)...)
		}
		return all
	}
	return nil
}

// mainObjects returns the objects that describe the page itself: not nested in others, except in a
// @graph or as a main entity.
func mainObjects(data any) []map[string]any {
	switch data := data.(type) {
	case []any:
		var all []map[string]any
		for _, item := range data {
			all = append(all, mainObjects(item)...)
		}
		return all
	case map[string]any:
		all := append([]map[string]any{data}, mainObjects(data["@graph"])...)
		return append(all, mainObjects(data["mainEntity"])...)
	}
	return nil
}

// articles returns the objects that describe the page's article, those whose type says so first.
func (s structured) articles() []map[string]any {
	var articles, others []map[string]any
	for _, object := range mainObjects(s.data) {
		switch {
		case isOfType(object, "Article", "Posting", "Report", "Review", "Recipe"):
			articles = append(articles, object)
		case object["headline"] != nil, object["author"] != nil:
			others = append(others, object)
		}
	}
	return append(articles, others...)
}

// isOfType reports whether a type of an object ends so: NewsArticle, LiveBlogPosting.
func isOfType(object map[string]any, endings ...string) bool {
	return slices.ContainsFunc(stringsIn(object["@type"]), func(name string) bool {
		return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) })
	})
}

// headlines returns those that the page's JSON-LD gives its article.
func (s structured) headlines() []string {
	var all []string
	for _, object := range s.articles() {
		for _, key := range []string{"headline", "name"} {
			all = append(all, stringsIn(object[key])...)
		}
	}
	return all
}

// authors returns the persons who wrote the article and the organizations that did.
func (s structured) authors() (persons, organizations []string) {
	for _, object := range s.articles() {
		for _, key := range []string{"author", "creator"} {
			s.addAuthors(object[key], &persons, &organizations)
			if len(persons) > 0 {
				return persons, nil
			}
		}
	}
	return nil, organizations
}

func (s structured) addAuthors(data any, persons, organizations *[]string) {
	switch data := data.(type) {
	case string:
		*persons = append(*persons, data)
	case []any:
		for _, item := range data {
			s.addAuthors(item, persons, organizations)
		}
	case map[string]any:
		object := s.resolve(data)
		if isOfType(object, "Organization", "Corporation", "WebSite") && !isOfType(object, "Person") {
			*organizations = append(*organizations, personNames(object)...)
		} else {
			*persons = append(*persons, personNames(object)...)
		}
	}
}

// resolve returns the object that a reference means.
func (s structured) resolve(object map[string]any) map[string]any {
	id, _ := object["@id"].(string)
	if whole := s.byID[id]; id != "" && object["name"] == nil && whole != nil {
		return whole
	}
	return object
}

// publishers returns the names of those who publish the page, and of its site.
func (s structured) publishers() []string {
	var all []string
	for object := range objectsIn(s.data) {
		for _, key := range []string{"publisher", "sourceOrganization", "copyrightHolder", "provider"} {
			if publisher, ok := object[key].(map[string]any); ok && !isOfType(s.resolve(publisher), "Person") {
				all = append(all, personNames(s.resolve(publisher))...)
			}
		}
		if isOfType(object, "WebSite", "NewsMediaOrganization") {
			all = append(append(all, stringsIn(object["name"])...), stringsIn(object["alternateName"])...)
		}
	}
	return all
}

// personNames are the names that a name, an object with a name, or a list of these has.
func personNames(data any) []string {
	switch data := data.(type) {
	case string:
		return []string{data}
	case map[string]any:
		if data["name"] == nil && data["familyName"] != nil {
			return []string{strings.Join(append(stringsIn(data["givenName"]), stringsIn(data["familyName"])...), " ")}
		}
		return personNames(data["name"])
	case []any:
		var names []string
		for _, item := range data {
			names = append(names, personNames(item)...)
		}
		return names
	}
	return nil
}

// pagePublished returns when a page says, for machines, that its article first appeared; zero if it
// does not.
func pagePublished(doc *goquery.Document, data structured) time.Time {
	said := metas(doc, "article:published_time")
	for _, object := range mainObjects(data.data) {
		said = append(said, stringsIn(object["datePublished"])...)
	}
	doc.Find("[itemprop=datePublished]").Each(func(_ int, s *goquery.Selection) {
		said = append(said, s.AttrOr("datetime", s.AttrOr("content", "")))
	})
	for _, value := range said {
		if t, err := time.Parse(time.RFC3339, value); err == nil && !t.IsZero() {
			return t.UTC()
		}
	}
	return time.Time{}
}

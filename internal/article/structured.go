package article

import (
	"encoding/json"
	"iter"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// structuredData returns a page's JSON-LD. It skips invalid JSON.
func structuredData(doc *goquery.Document) []any {
	var all []any
	for _, n := range doc.Find(`script[type="application/ld+json"]`).Nodes {
		var data any
		if n.FirstChild != nil && json.Unmarshal([]byte(n.FirstChild.Data), &data) == nil {
			all = append(all, data)
		}
	}
	return all
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

// structuredAuthors returns the first authors in JSON-LD (https://schema.org/author).
func structuredAuthors(data []any) []string {
	for _, object := range mainObjects(data) {
		if names := personNames(object["author"]); len(names) > 0 {
			return names
		}
	}
	return nil
}

func personNames(data any) []string {
	switch data := data.(type) {
	case string:
		return []string{data}
	case map[string]any:
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
func pagePublished(doc *goquery.Document, data []any) time.Time {
	said := metas(doc, "article:published_time")
	for _, object := range mainObjects(data) {
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

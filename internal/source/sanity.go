package source

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
)

const sanityName = "sanity"

// sanity takes the documents of GROQ-powered webhooks, whole or as their projection makes them
// (https://www.sanity.io/docs/content-lake/webhooks). It knows a page by url in the projection, or
// by the site's rule.
var sanity = Source{
	Name: sanityName, Path: "sanity", Label: "Sanity webhook", Example: "sanity", Hints: true, Verifier: hintVerifier, Parse: parseSanity,
	Probe: hintProbe("sanity", `{"_id":"drafts.probe"}`),
}

func parseSanity(d Delivery) (Change, error) {
	fields, err := fieldsOf(d.Body)
	if err != nil {
		return Change{}, err
	}
	id := fields["_id"]
	if strings.HasPrefix(id, "drafts.") || strings.HasPrefix(id, "versions.") {
		return Change{Ignored: "a draft changes nothing that is heard"}, nil
	}
	hint := article.Payload{
		Source: sanityName, ID: id, URL: fields["url"], Language: fields["language"], Title: fields["title"], UpdatedAt: optionalTime(fields["_updatedAt"]),
	}
	if d.Header.Get("Sanity-Operation") == "delete" || fields["operation"] == "delete" {
		hint.Status = article.Removed
	}
	return Change{Hint: true, Payload: hint, Fields: fields}, nil
}

package source

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
)

const strapiName = "strapi"

// strapi takes Strapi's webhooks of entries, of version 4 and 5
// (https://docs.strapi.io/cms/backend-customization/webhooks). An entry has no address, so the
// site's rule makes one of its fields.
var strapi = Source{
	Name: strapiName, Path: "strapi", Label: "Strapi webhook", Example: "strapi", Hints: true, Verifier: hintVerifier, Parse: parseStrapi,
	Probe: hintProbe("strapi", `{"event":"trigger-test"}`),
}

// strapiRemovals are the events after which readers should not see the entry.
var strapiRemovals = []string{"entry.unpublish", "entry.delete"}

func parseStrapi(d Delivery) (Change, error) {
	all, err := fieldsOf(d.Body)
	if err != nil {
		return Change{}, err
	}
	event := all["event"]
	if !strings.HasPrefix(event, "entry.") {
		return Change{Ignored: "the event is about no entry"}, nil
	}
	fields := map[string]string{"model": all["model"]}
	for name, value := range all {
		if name, ofEntry := strings.CutPrefix(name, "entry."); ofEntry {
			fields[name] = value
		}
	}
	hint := article.Payload{
		Source: strapiName, ID: strapiID(all["model"], fields), URL: fields["url"], Language: fields["locale"], Title: fields["title"],
		UpdatedAt: optionalTime(fields["updatedAt"]), PublishedAt: optionalTime(fields["publishedAt"]),
	}
	switch {
	case slices.Contains(strapiRemovals, event):
		hint.Status = article.Removed
	case fields["publishedAt"] == "":
		return Change{Ignored: "a draft changes nothing that is heard"}, nil
	}
	return Change{Hint: true, Payload: hint, Fields: fields}, nil
}

// strapiID is an entry's own id: version 5 has one for all versions of a document and one locale
// each; version 4 counts in each model.
func strapiID(model string, fields map[string]string) string {
	id := cmp.Or(fields["documentId"], fields["id"])
	if id == "" {
		return ""
	}
	if locale := fields["locale"]; locale != "" && fields["documentId"] != "" {
		id += "-" + locale
	}
	return strings.Trim(outsideID().ReplaceAllString(model+"-"+id, "-"), "-._")
}

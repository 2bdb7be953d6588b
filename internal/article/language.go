package article

import (
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/detect"
)

const fallbackLanguage = "en"

// languageOf returns the article's language, and what decided it. It uses the first of these that
// has one: payload, page, the site's rule by tag, text, the site's default.
func languageOf(p Payload, b body, opts Options) (tag, by string) {
	if tag := NormalLanguage(p.Language); tag != "" {
		return tag, "payload"
	}
	if tag := NormalLanguage(b.page.language); tag != "" {
		return tag, "page's lang"
	}
	if tag, slug := languageByTag(p.Tags, opts.Languages); tag != "" {
		return tag, "tag " + slug
	}
	if tag := detect.Language(b.sample(), lang.Base(opts.DefaultLanguage)); tag != "" {
		return tag, "text"
	}
	if tag := NormalLanguage(opts.DefaultLanguage); tag != "" {
		return tag, "site default"
	}
	return fallbackLanguage, "site default"
}

// NormalLanguage returns a language tag in its canonical form, or "" if it is invalid.
func NormalLanguage(tag string) string {
	normal, _ := lang.Normal(tag)
	return normal
}

// languageByTag returns the language of the article's first tag that is in the site's rule.
func languageByTag(tags []string, rule map[string][]string) (lang, tag string) {
	languages := slices.Sorted(maps.Keys(rule))
	for _, tag := range tags {
		for _, lang := range languages {
			if slices.Contains(rule[lang], tag) && NormalLanguage(lang) != "" {
				return NormalLanguage(lang), tag
			}
		}
	}
	return "", ""
}

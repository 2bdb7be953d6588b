package article

import (
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/detect"
)

const fallbackLanguage = "en"

// fewestLetters is how long a text must be to overrule the language that its payload or page
// states.
const fewestLetters = 150

// languageOf returns the article's language, and what decided it. It uses the first of these that
// has one: payload, page, the site's rule by tag, text, the site's default. A text that is clearly
// in another language overrules payload and page: many systems state one language for all articles.
func languageOf(p Payload, b body, opts Options) (tag, by string) {
	tag, by = NormalLanguage(p.Language), "payload"
	if tag == "" {
		tag, by = NormalLanguage(b.page.language), "page's lang"
	}
	if tag != "" {
		if other := contradicting(b.sample(), lang.Base(tag)); other != "" {
			return other, "text"
		}
		return tag, by
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

// contradicting returns the language of a text that is clearly not in the stated one, or "".
func contradicting(text, stated string) string {
	text = detect.Unquoted(text)
	if utf8.RuneCountInString(text) < fewestLetters {
		return ""
	}
	if tag := detect.Foreign(text, stated); tag != "" && tag == detect.Language(text, stated) {
		return tag
	}
	return ""
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

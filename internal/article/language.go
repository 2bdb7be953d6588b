package article

import (
	"maps"
	"slices"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"github.com/aloud-audio/aloud/internal/lang"
)

const fallbackLanguage = "en"

// languageOf is the article's language, and what decided it: the first of the payload, the page, the site's rule by
// tag, the text, and the site's default that knows one.
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
	if tag := detectLanguage(b.sample()); tag != "" {
		return tag, "text"
	}
	if tag := NormalLanguage(opts.DefaultLanguage); tag != "" {
		return tag, "site default"
	}
	return fallbackLanguage, "site default"
}

// NormalLanguage is a language tag in its canonical form, or "" if it is none.
func NormalLanguage(tag string) string {
	normal, _ := lang.Normal(tag)
	return normal
}

// languageByTag looks for the article's tags, in their order, in the site's rule.
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

// likely are the languages that a short Cyrillic text is taken for if its letters do not tell.
var likely = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{whatlanggo.Ukr: true, whatlanggo.Rus: true}}

// detectable are the languages that a text is compared with. One that is missing here can be told by tag.
var detectable = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Ukr: true, whatlanggo.Rus: true, whatlanggo.Deu: true, whatlanggo.Fra: true,
	whatlanggo.Spa: true, whatlanggo.Pol: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Ita: true,
	whatlanggo.Por: true, whatlanggo.Nld: true, whatlanggo.Ces: true, whatlanggo.Ron: true, whatlanggo.Hun: true,
	whatlanggo.Swe: true, whatlanggo.Fin: true, whatlanggo.Tur: true, whatlanggo.Lit: true, whatlanggo.Lav: true,
	whatlanggo.Est: true, whatlanggo.Ell: true, whatlanggo.Heb: true, whatlanggo.Arb: true, whatlanggo.Kat: true,
	whatlanggo.Hin: true, whatlanggo.Jpn: true, whatlanggo.Kor: true, whatlanggo.Cmn: true,
}}

// detectLanguage tells a text's language, "" if it is too short or too mixed to tell: then the site's default is a better
// guess. A script that few languages have tells it at once; letters tell Cyrillic languages apart, and small words and
// letters the likely Latin ones, more surely than the trigrams of the library, which take short English headlines for
// Finnish.
func detectLanguage(text string) string {
	const enoughForTrigrams = 200 // letters
	info := whatlanggo.DetectWithOptions(text, detectable)
	switch {
	case info.Script == nil:
		return ""
	case info.Script == unicode.Cyrillic:
		return cyrillicLanguage(text, info)
	case info.Script != unicode.Latin:
		return info.Lang.Iso6391()
	}
	if lang := bySmallWords(text); lang != "" {
		return lang
	}
	if countLetters(text) >= enoughForTrigrams && info.IsReliable() {
		return info.Lang.Iso6391()
	}
	return ""
}

// cyrillicLanguage always tells one: no site's default could be read otherwise, unless it is Cyrillic too, and then a
// text that is none of the others is likely to be that.
func cyrillicLanguage(text string, info whatlanggo.Info) string {
	if lang := byLetters(text); lang != "" {
		return lang
	}
	if info.IsReliable() {
		return info.Lang.Iso6391()
	}
	return whatlanggo.DetectLangWithOptions(text, likely).Iso6391()
}

func countLetters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

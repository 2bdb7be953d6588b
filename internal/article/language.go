package article

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

const fallbackLanguage = "en"

// languageOf is the article's language, and what decided it: the first of the payload, the page, the site's rule by
// tag, the text, and the site's default that knows one.
func languageOf(p Payload, b body, opts Options) (lang, by string) {
	if lang := NormalLanguage(p.Language); lang != "" {
		return lang, "payload"
	}
	if lang := NormalLanguage(b.page.language); lang != "" {
		return lang, "page's lang"
	}
	if lang, tag := languageByTag(p.Tags, opts.Languages); lang != "" {
		return lang, "tag " + tag
	}
	if lang := detectLanguage(b.sample()); lang != "" {
		return lang, "text"
	}
	if lang := NormalLanguage(opts.DefaultLanguage); lang != "" {
		return lang, "site default"
	}
	return fallbackLanguage, "site default"
}

// NormalLanguage is a language tag in its canonical BCP 47 form, or "" if it is none: en_US is en-US, and ua (a
// country) is nothing.
func NormalLanguage(tag string) string {
	parsed, err := language.Parse(strings.TrimSpace(tag))
	if err != nil || parsed == language.Und {
		return ""
	}
	return parsed.String()
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

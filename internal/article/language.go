package article

import (
	"maps"
	"slices"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"github.com/aloud-audio/aloud/internal/lang"
)

const fallbackLanguage = "en"

// languageOf returns the article's language, and what decided it: the first of payload, page, the
// site's rule by tag, text, and the site's default that gives one.
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

// NormalLanguage returns a language tag in its canonical form, or "" if it is none.
func NormalLanguage(tag string) string {
	normal, _ := lang.Normal(tag)
	return normal
}

// languageByTag returns the language of the first of the article's tags that the site's rule has.
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

// likely are the candidates for a short Cyrillic text whose letters do not decide.
var likely = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{whatlanggo.Ukr: true, whatlanggo.Rus: true}}

// detectable are the languages that text is compared with. The site's rule by tag can give any
// other.
var detectable = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Ukr: true, whatlanggo.Rus: true, whatlanggo.Deu: true, whatlanggo.Fra: true,
	whatlanggo.Spa: true, whatlanggo.Pol: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Ita: true,
	whatlanggo.Por: true, whatlanggo.Nld: true, whatlanggo.Ces: true, whatlanggo.Ron: true, whatlanggo.Hun: true,
	whatlanggo.Swe: true, whatlanggo.Fin: true, whatlanggo.Tur: true, whatlanggo.Lit: true, whatlanggo.Lav: true,
	whatlanggo.Est: true, whatlanggo.Ell: true, whatlanggo.Heb: true, whatlanggo.Arb: true, whatlanggo.Kat: true,
	whatlanggo.Hin: true, whatlanggo.Jpn: true, whatlanggo.Kor: true, whatlanggo.Cmn: true,
}}

// detectLanguage returns a text's language, "" if the text is too short or too mixed: then the
// site's default is a better guess. A script that few languages use decides at once. Letters
// distinguish Cyrillic languages; small words and letters distinguish the likely Latin ones, more
// reliably than the library's trigrams, which take short English headlines for Finnish.
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

// cyrillicLanguage always returns a language, because a default in another script could not be
// read. If the default is Cyrillic too, a text that is none of the others is probably in it.
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

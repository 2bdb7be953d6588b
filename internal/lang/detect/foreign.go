package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Thresholds for a clearly foreign block or quotation. Capitalized words do not count if the script
// is that of the surrounding text: they may be names, which look foreign in every text.
const (
	sample         = 400 // letters of a passage that are read
	foreignWords   = 5
	foreignLetters = 28
	// foreignMargin is how much more probable than the expected language a language must be for
	// each letter, in addition to certain. Prose in ten languages is within 4 of its own language;
	// foreign prose is off by 12 or more.
	foreignMargin = 0.04
	// otherScript is how many letters in a script that the expected language does not use are too
	// many for a name.
	otherScript = 8
)

// Foreign returns the language of a passage that is clearly in another language than the
// surrounding text, or "". It prefers missing a foreign passage to treating a passage of names as
// foreign.
func Foreign(text, expected string) string {
	expected = modelled(expected)
	if !known(expected) {
		return ""
	}
	all := scan(beginning(text))
	switch {
	case all.script == nil || kin(all.script, expected):
		return ""
	case !uses(expected, all.script):
		return all.otherScript(expected)
	}
	return all.sameScript(expected)
}

// Allows reports whether a passage may be in the language that its page states, instead of that of
// the surrounding text.
func Allows(text, stated, around string) bool {
	stated, around = modelled(baseOf(stated)), modelled(around)
	all := scan(beginning(text))
	if all.script == nil || !known(stated) {
		return all.script == nil || !uses(around, all.script)
	}
	if !uses(stated, all.script) {
		return false
	}
	m := models()[all.script]
	if m == nil || m.index(stated) < 0 || m.index(around) < 0 {
		return true
	}
	scores := m.score(all.words)
	return scores[m.index(around)]-scores[m.index(stated)] < distinct
}

// otherScript returns the language of words in a script that the expected language does not use.
// Latin letters need as much evidence as words of the same script, because texts in every script
// contain names in Latin letters.
func (w words) otherScript(expected string) string {
	if w.counts[w.script]*5 < w.read*4 {
		return ""
	}
	if w.script == unicode.Latin {
		return w.lowerCase().most(expected)
	}
	if len(w.words) < 2 && w.script != unicode.Han && w.script != unicode.Hiragana && w.script != unicode.Thai || w.read < otherScript {
		return ""
	}
	if only := w.soleLanguage(); only != "" {
		return only
	}
	return w.most("")
}

// sameScript returns the language of words in the expected language's script, if they are far more
// probable in it.
func (w words) sameScript(expected string) string {
	w = w.lowerCase()
	m := models()[w.script]
	if m == nil || len(w.words) < foreignWords || w.read < foreignLetters {
		return ""
	}
	scores := m.score(w.words)
	best, _ := bestTwo(scores)
	if column := m.index(expected); column < 0 || scores[best]-scores[column] < certain+foreignMargin*float64(w.read) {
		return ""
	}
	return m.languages[best]
}

// most returns the most probable language of the words, or "" if there are too few. If expected is
// not empty, it is a language that they cannot be in.
func (w words) most(expected string) string {
	m := models()[w.script]
	if m == nil || expected != "" && (len(w.words) < foreignWords || w.read < foreignLetters) {
		return ""
	}
	best, _ := bestTwo(m.score(w.words))
	return m.languages[best]
}

// lowerCase returns the words that had no capital.
func (w words) lowerCase() words {
	w.words, w.read = w.small, 0
	for _, word := range w.words {
		w.read += utf8.RuneCountInString(word)
	}
	return w
}

// beginning returns the part of a passage that is read.
func beginning(text string) string {
	letters := 0
	for i, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		if letters > sample {
			return text[:i]
		}
	}
	return text
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// modelled returns the name of a language in the models: Bokmål stands for Norwegian.
func modelled(language string) string {
	if language == "no" || language == "nn" {
		return "nb"
	}
	return language
}

// known reports whether any model or script covers the language.
func known(language string) bool {
	for _, m := range models() {
		if m.index(language) >= 0 {
			return true
		}
	}
	return language == "ja" || slices.ContainsFunc(sole, func(s soleScript) bool { return s.language == language })
}

// uses reports whether a language is written in a script.
func uses(language string, script *unicode.RangeTable) bool {
	if m := models()[script]; m != nil {
		return m.index(language) >= 0
	}
	return language == "ja" && script == unicode.Hiragana ||
		slices.ContainsFunc(sole, func(s soleScript) bool { return s.language == language && s.script == script })
}

// kin reports whether a language is also written in a script that its model lacks: Serbian in Latin
// letters, and Japanese and Korean in Chinese characters.
func kin(script *unicode.RangeTable, language string) bool {
	return script == unicode.Latin && language == "sr" || script == unicode.Han && (language == "ja" || language == "ko")
}

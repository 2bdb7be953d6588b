package detect

import "unicode"

type soleScript struct {
	script   *unicode.RangeTable
	language string
}

// sole are the scripts that determine the language, with the language whose voices read them.
var sole = []soleScript{
	{unicode.Han, "zh"}, {unicode.Hangul, "ko"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Telugu, "te"},
	{unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"},
	{unicode.Sinhala, "si"}, {unicode.Khmer, "km"}, {unicode.Lao, "lo"}, {unicode.Myanmar, "my"}, {unicode.Ethiopic, "am"},
}

// shared are the scripts of several languages.
var shared = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari}

// scriptOf returns the script of a character. It returns nil for a mark that all scripts use, and
// for a script that no voice reads. Kana count as Hiragana.
func scriptOf(r rune) *unicode.RangeTable {
	for _, script := range shared {
		if unicode.Is(script, r) {
			return script
		}
	}
	if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
		return unicode.Hiragana
	}
	for _, s := range sole {
		if unicode.Is(s.script, r) {
			return s.script
		}
	}
	return nil
}

// soleLanguage returns the language that the script determines, or "". Japanese mixes kana with
// Chinese characters, which prevail in many headlines.
func (w words) soleLanguage() string {
	kana, han := w.counts[unicode.Hiragana], w.counts[unicode.Han]
	if (w.script == unicode.Han || w.script == unicode.Hiragana) && kana*10 > han {
		return "ja"
	}
	for _, s := range sole {
		if w.script == s.script {
			return s.language
		}
	}
	return ""
}

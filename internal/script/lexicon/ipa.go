package lexicon

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The letters and marks of the International Phonetic Alphabet (revised to 2020), in the groups of
// its chart.
const (
	ipaConsonants  = "pbtdʈɖcɟkɡgqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧ"
	ipaVowels      = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝ"
	ipaMarks       = "ˈˌːˑ.|‖‿͜͡ʼ ʰʷʲˠˤⁿˡ˞˥˦˧˨˩ꜛꜜ↗↘"
	ipaDiacritics  = "\u0325\u030A\u032C\u0339\u031C\u031F\u0320\u0308\u033D\u0329\u032F\u0324\u0330\u033C\u0334\u031D\u031E\u0318\u0319\u032A\u033A\u033B\u0303\u031A\u0306\u030B\u0301\u0304\u0300\u030F\u030C\u0302\u0327"
	ipaPrecomposed = "ãẽĩõũỹäëïöüÿáéíóúàèìòùâêîôûĕĭŏŭḁňñ"
)

var ipaCharacters = func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range ipaConsonants + ipaVowels + ipaMarks + ipaDiacritics + ipaPrecomposed {
		set[r] = true
	}
	return set
}()

// ipaMistakes are characters that people type instead of the correct ones, with a hint.
var ipaMistakes = map[rune]string{
	'\'': "stress is ˈ (U+02C8)", '’': "stress is ˈ (U+02C8)", '"': "this looks like X-SAMPA: stress is ˈ (U+02C8)",
	':': "length is ː (U+02D0)", '/': "leave the slashes out", '[': "leave the brackets out", ']': "leave the brackets out",
}

// checkIPA returns what is wrong with a pronunciation. An empty one is valid.
func checkIPA(ipa string) error {
	if utf8.RuneCountInString(ipa) > maxCharacters {
		return fmt.Errorf("IPA %.40q… has more than %d characters", ipa, maxCharacters)
	}
	for _, r := range ipa {
		if ipaCharacters[r] {
			continue
		}
		hint := ""
		if mistake, ok := ipaMistakes[r]; ok {
			hint = ": " + mistake
		}
		return fmt.Errorf("IPA %q has %q, which is not an IPA character%s", ipa, r, hint)
	}
	if ipa != tidy(ipa) || ipa != "" && !strings.ContainsAny(ipa, ipaConsonants+ipaVowels) {
		return fmt.Errorf("IPA %q has extra spaces or no sound", ipa)
	}
	return nil
}

package lexicon

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestBuiltInIsRight(t *testing.T) {
	for _, language := range []string{"en", "uk"} {
		t.Run(language, func(t *testing.T) {
			layer := BuiltIn(language + "-XX")
			if err := layer.List().Check(); err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, e := range layer.List().Entries {
				for _, w := range e.Written {
					if seen[formKey(w)] {
						t.Errorf("%s is listed twice", w)
					}
					seen[formKey(w)] = true
				}
			}
			file, err := os.ReadFile("../../lang/" + language + "/lexicon.pls")
			if err != nil {
				t.Fatal(err)
			}
			var written bytes.Buffer
			if err := Write(&written, layer.List()); err != nil || written.String() != sources.ReplaceAllString(string(file), "") {
				t.Errorf("the file differs from the output of Write (%v)", err)
			}
		})
	}
	if BuiltIn("fr") != nil {
		t.Error("there is a French list")
	}
}

// sources matches the comments that name the source of a pronunciation.
var sources = regexp.MustCompile(`(?m)^ *<!-- .* -->\n`)

// englishSounds matches the phonemes that American voices know, according to Google's and Amazon's
// tables of phonemes. A syllable may be stressed.
var englishSounds = regexp.MustCompile(`^([ˈˌ]?(tʃ|dʒ|aʊ|aɪ|eɪ|oʊ|ɔɪ|[pbtdkɡmnŋfvθðszʃʒhlɹjwɑæʌɔɛɝɚɪiʊuə]))+$`)

// TestBuiltInEnglishUsesEnglishSounds exists because English voices refuse or skip sounds that
// English does not have: /x/, /ɦ/, length.
func TestBuiltInEnglishUsesEnglishSounds(t *testing.T) {
	for _, e := range BuiltIn("en").List().Entries {
		for _, word := range strings.Fields(e.IPA) {
			if !englishSounds.MatchString(word) {
				t.Errorf("%s: /%s/ has sounds that are not English", e.Written[0], word)
			}
			if vowels := len(regexp.MustCompile(`aʊ|aɪ|eɪ|oʊ|ɔɪ|[ɑæʌɔɛɝɚɪiʊuə]`).FindAllString(word, -1)); vowels > 1 && strings.Count(word, "ˈ") != 1 {
				t.Errorf("%s: /%s/ needs one main stress", e.Written[0], word)
			}
		}
	}
}

package article

import (
	"strings"
	"unicode"
)

// smallWords are words that nearly every sentence of their language has some of. A word that two languages share (die,
// on, a) is in neither list.
var smallWords = map[string][]string{
	"en": {"the", "of", "and", "to", "that", "is", "for", "with", "was", "by", "it", "are", "be", "this", "from", "will", "has", "have", "at", "after", "over", "their", "which", "been", "who", "not", "they", "were", "said"},
	"de": {"der", "und", "das", "ist", "den", "von", "mit", "nicht", "ein", "eine", "auf", "dem", "für", "im", "sich", "des", "auch", "wird", "nach", "bei", "sind", "wurde", "einen", "zum", "zur", "haben", "über"},
	"fr": {"le", "les", "et", "des", "du", "est", "dans", "que", "pour", "qui", "une", "au", "sur", "pas", "plus", "avec", "ce", "sont", "aux", "été", "ont", "cette", "mais", "dont"},
	"es": {"el", "los", "las", "del", "y", "una", "por", "con", "para", "su", "al", "lo", "como", "más", "fue", "sus", "ha", "pero", "está", "también", "han", "entre", "cuando"},
	"pl": {"w", "i", "na", "z", "się", "nie", "jest", "że", "do", "dla", "oraz", "przez", "po", "od", "jak", "przy", "które", "są", "był", "została", "został", "będzie"},
	"it": {"il", "di", "che", "della", "gli", "è", "nel", "alla", "con", "sono", "dei", "delle", "anche", "più", "dal", "ha"},
	"nl": {"het", "een", "van", "niet", "zijn", "voor", "aan", "naar", "dat", "wordt", "ook", "bij", "heeft", "worden", "deze"},
	"pt": {"os", "uma", "não", "dos", "das", "em", "ao", "mais", "são", "pelo", "pela", "foi", "também", "com", "à"},
}

// ownLetters are letters that, among these languages, only one has.
var ownLetters = map[string]string{"de": "ß", "pl": "ąęłńśźż", "es": "ñ¿¡", "fr": "œ"}

var languagesOfSmallWord = func() map[string][]string {
	languages := map[string][]string{}
	for lang, words := range smallWords {
		for _, word := range words {
			languages[word] = append(languages[word], lang)
		}
	}
	return languages
}()

// bySmallWords is the language whose small words, or words with a letter of its own, the text has most of; "" unless it
// has at least two of them and twice as many as any other language's.
func bySmallWords(text string) string {
	votes := votesOf(text)
	best, second := "", ""
	for _, lang := range []string{"en", "de", "fr", "es", "pl", "it", "nl", "pt"} {
		switch {
		case votes[lang] > votes[best]:
			best, second = lang, best
		case votes[lang] > votes[second]:
			second = lang
		}
	}
	if votes[best] < 2 || votes[best] < 2*votes[second] {
		return ""
	}
	return best
}

func votesOf(text string) map[string]int {
	votes := map[string]int{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '¿' && r != '¡' }) {
		for _, lang := range languagesOfSmallWord[word] {
			votes[lang]++
		}
		for lang, letters := range ownLetters {
			if strings.ContainsAny(word, letters) {
				votes[lang]++
			}
		}
	}
	return votes
}

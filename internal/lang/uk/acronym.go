package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// letters are the names of letters. Latin letters have their English names, as Ukrainians say
// them.
var letters = letterNames(
	"А а Б бе В ве Г ге Ґ ґе Д де Е е Є є Ж же З зе И и І і Ї ї Й йот К ка Л ел М ем Н ен О о П пе Р ер С ес Т те У у Ф еф Х ха Ц це " +
		"Ч че Ш ша Щ ща Ю ю Я я A ей B бі C сі D ді E і F еф G джі H ейч I ай J джей K кей L ел M ем N ен O оу P пі Q к'ю R ар S ес T ті " +
		"U ю V ві W дабл-ю X екс Y вай Z зет")

func letterNames(table string) map[rune]string {
	names := map[rune]string{}
	words := strings.Fields(table)
	for i := 0; i < len(words); i += 2 {
		names[[]rune(words[i])[0]] = words[i+1]
	}
	return names
}

// sayAcronym says runs of capitals.
func sayAcronym(m rewrite.Match) (string, bool) {
	word := m.Groups[0]
	if !apart(m) || vocab().Short[word] {
		return "", false
	}
	if said := vocab().Read[word]; said != "" {
		return said, true
	}
	if !vocab().Spelt[word] && !ofUkraine(word) && (strings.ContainsAny(word, "АЕЄИІЇОУЮЯAEIOUY") || grammar.RomanNumber(word) > 0 || len([]rune(word)) > 5) {
		return "", false
	}
	return spell(word), true
}

// sayMixedAcronym says initialisms with small letters inside: drones and brigades.
func sayMixedAcronym(m rewrite.Match) (string, bool) {
	return spell(strings.ToUpper(m.Groups[0])), apart(m)
}

// ofUkraine reports whether the only vowel is the last letter, which stands for "України": ДПСУ.
func ofUkraine(word string) bool {
	front, ok := strings.CutSuffix(word, "У")
	return ok && word != "ГРУ" && len([]rune(word)) > 2 && len([]rune(word)) < 6 && !strings.ContainsAny(front, "АЕЄИІЇОУЮЯ")
}

// spell names the letters of word.
func spell(word string) string {
	var names []string
	for _, letter := range word {
		names = append(names, letters[letter])
	}
	return strings.Join(names, " ")
}

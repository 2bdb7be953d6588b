package uk

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// nounReading is one form that a word can be: "області" is the genitive, the dative and the
// locative of the singular, and the nominative and the accusative of the plural, all feminine.
type nounReading struct {
	gender gender
	c      grammaticalCase
	plural bool
}

// readings maps each form of the nouns of words.yaml to its readings.
var readings = sync.OnceValue(func() map[string][]nounReading {
	readings := map[string][]nounReading{}
	for _, word := range slices.Sorted(maps.Keys(nouns())) { // for a stable order
		noun := nouns()[word]
		for i, form := range noun.singular {
			readings[form] = append(readings[form], nounReading{noun.gender, grammaticalCase(i), false})
		}
		for i, form := range noun.plural {
			readings[form] = append(readings[form], nounReading{noun.gender, grammaticalCase(i), true})
		}
	}
	return readings
})

// endings guess the readings of other words, the longest endings first: gender (m f n, "-" for
// unknown), number (s p) and cases.
var endings = []struct{ endings, gender, number, cases string }{
	{"ціях сіях зіях ріях ліях ніях", "f", "p", "l"},
	{"ції сії зії рії лії нії", "f", "p", "na"},
	{"ості", "f", "p", "na"},
	{"івки овки ївки ачки очки ниці", "f", "p", "na"},
	{"ники вики чики тики істи исти анти енти ори ери ари яди они єкти ани ути вці льці нці йці", "m", "p", "na"},
	{"ького ого його", "-", "s", "ga"},
	{"ому ьому", "-", "s", "dl"},
	{"ими іми ами ями ьми", "-", "p", "i"},
	{"ах ях", "-", "p", "l"},
	{"их іх", "-", "p", "gl"},
	{"ів їв ей", "-", "p", "ga"},
	{"ам ям", "-", "p", "dg"},
	{"ення ання іння яння ття ддя лля", "n", "s", "na"},
	{"ою ею єю", "f", "s", "i"},
	{"ом ем єм", "m", "s", "i"},
	{"ій", "-", "s", "dl"},
	{"ий", "m", "s", "na"},
	{"ої", "f", "s", "g"},
	{"а я", "f", "s", "n"},
	{"у ю", "f", "s", "a"},
	{"о е", "n", "s", "na"},
	{"ець ень", "m", "s", "na"},
	{"ість", "f", "s", "na"},
}

// readingsOf returns the readings of the noun that a number counts, none if too little is known
// of it.
func readingsOf(after string) []nounReading {
	var adjective []nounReading
	for _, word := range nextWords(after, 3) {
		if known := readings()[word]; known != nil {
			return known
		}
		if strings.ToLower(word) != word || government()[word] != nil || endsIn(word, vocab().Verbs) {
			break
		}
		if !endsIn(word, vocab().Adjectives) {
			if guess := guess(word); guess != nil {
				return guess
			}
			break
		}
		if adjective == nil {
			adjective = guess(word)
		}
	}
	return adjective
}

func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// unknown is the gender of words whose ending does not show it.
const unknown gender = -1

func guess(word string) []nounReading {
	for _, guess := range endings {
		if !endsIn(word, strings.Fields(guess.endings)) {
			continue
		}
		var readings []nounReading
		for _, letter := range guess.cases {
			readings = append(readings, nounReading{gender(strings.Index("mfn", guess.gender)), caseLetters[letter], guess.number == "p"})
		}
		return readings
	}
	if utf8.RuneCountInString(word) > 2 && endsIn(word, vocab().Consonants) {
		return []nounReading{{masculine, nominative, false}, {masculine, accusative, false}, {unknown, genitive, true}}
	}
	return nil
}

// later matches a second number that shares the noun: " або 2" in "1 або 2 години".
var later = rewrite.Lazy(`^(?:,|,? (?:і|й|та|або|чи|до|зі?|із)) ` + numeral)

var (
	numberSign = rewrite.Lazy(`(?:(?:№|номер(?:ом)?)` + space + `?|\d\+)$`)
	among      = rewrite.Lazy(`^ (?:(?:із|з|зі) \d|—)`)
)

// agree returns the case and gender of n between the text before and after it; false where a
// wrong ending would be heard.
func agree(n number, before, after string) (grammaticalCase, gender, bool) {
	first := first(before)
	if n.decimals != "" {
		return first, feminine, true
	}
	if numberSign().MatchString(rewrite.Tail(before)) {
		return nominative, masculine, true
	}
	if among().MatchString(after) && allows(before, locative) { // у 24 із 25 областей, у 3 — відбій
		return locative, masculine, true
	}
	if later := later().FindString(after); later != "" {
		if readings := readingsOf(after[len(later):]); readings != nil {
			return shared(readings, before), max(readings[0].gender, 0), true
		}
	}
	count := count(n.whole)
	readings := slices.DeleteFunc(slices.Clone(readingsOf(after)), func(r nounReading) bool { return r.plural == (count == one) })
	if len(readings) == 0 {
		return first, masculine, next(after) == "" || genderless(n.whole, first) || designated().MatchString(after)
	}
	best := best(readings, governed(before), count)
	if count == few && first == nominative && best.c == genitive && participle().MatchString(after) && alone().MatchString(before) {
		best.c = nominative
	}
	return best.c, max(best.gender, 0), best.gender != unknown || genderless(n.whole, best.c)
}

// designated matches things counted by their type, as if "дрон" or "літак" came before: "21
// Shahed-136".
var designated = rewrite.Lazy(`^` + space + `\p{Lu}\p{L}*-?\d`)

// participle matches an adjective used as a noun. After a number in the nominative it is in the
// genitive too: чотири загиблих.
var participle = rewrite.Lazy(`^ \p{Ll}+[иі]х(?:$|[^\p{L} ]| (?:і|й|та|в|у|на|за|з|—)\b)`)

// alone matches the end of text in which no verb can govern what follows.
var alone = rewrite.Lazy(`(?:^|[:—–(]|(?i:^|[^\p{L}])є)` + space + `?$`)

// shared returns the case of a number whose noun comes only after the next number: "у 3 та 5
// областях".
func shared(readings []nounReading, before string) grammaticalCase {
	for _, r := range readings {
		if r.plural && (r.c == locative || r.c == instrumental) && allows(before, r.c) {
			return r.c
		}
	}
	return first(before)
}

// best chooses among readings: one in a case that the words before ask for, else the first.
func best(readings []nounReading, governed []grammaticalCase, count int) nounReading {
	for _, c := range governed {
		for _, r := range readings {
			if c == countCase(r.c, c, count) {
				return nounReading{r.gender, c, r.plural}
			}
		}
	}
	first := readings[0]
	if governed == nil {
		first.c = countCase(first.c, nominative, count)
	}
	return first
}

// countCase returns the case of the number if its noun is in case noun: after "п'ять" the
// genitive plural stands for the nominative and the accusative too.
func countCase(noun, wanted grammaticalCase, count int) grammaticalCase {
	if count == many && noun == genitive && (wanted == nominative || wanted == accusative) {
		return wanted
	}
	return noun
}

// genderless reports whether n sounds the same in every gender.
func genderless(n int64, c grammaticalCase) bool {
	switch {
	case n%100 == 11 || n%100 == 12:
		return true
	case n%10 == 1:
		return false
	case n%10 == 2:
		return c != nominative && c != accusative
	}
	return true
}

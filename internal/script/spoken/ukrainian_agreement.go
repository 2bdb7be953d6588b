package spoken

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// ukReading is one form that a word can be: "області" is the genitive, the dative and the locative of the singular, and
// the nominative and the accusative of the plural, all feminine.
type ukReading struct {
	gender ukGender
	c      ukCase
	plural bool
}

// ukReadings is the lexicon from its forms.
var ukReadings = sync.OnceValue(func() map[string][]ukReading {
	readings := map[string][]ukReading{}
	for _, word := range slices.Sorted(maps.Keys(ukNouns)) { // in the same order always
		noun := ukNouns[word]
		for i, form := range noun.singular {
			readings[form] = append(readings[form], ukReading{noun.gender, ukCase(i), false})
		}
		for i, form := range noun.plural {
			readings[form] = append(readings[form], ukReading{noun.gender, ukCase(i), true})
		}
	}
	return readings
})

// ukEndings guess the readings of other words, the longest endings first: the gender (m f n, "-" for unknown), the number
// (s p) and the cases.
var ukEndings = []struct{ endings, gender, number, cases string }{
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

// ukAdjectives are endings of adjectives in front of the noun that settles the form.
var ukAdjectives = strings.Fields("их іх ими іми им ий ого ої ому ські цькі зькі ні ові еві ті лі ші чі жі рі")

// ukConsonants end bare stems: дрон, ракет.
var ukConsonants = strings.Fields("б в г ґ д ж з к л м н п р с т ф х ц ч ш щ й")

// ukVerbs end verbs, which tell nothing.
var ukVerbs = strings.Fields("ться ся ють уть ать ять ли ває ує")

// ukReadingsOf are the readings of the noun that a number counts, none if it is not known well enough.
func ukReadingsOf(after string) []ukReading {
	var adjective []ukReading
	for _, word := range ukNextWords(after, 3) {
		if known := ukReadings()[word]; known != nil {
			return known
		}
		if strings.ToLower(word) != word || ukGovernment[word] != nil || ukEndsIn(word, ukVerbs) {
			break
		}
		if !ukEndsIn(word, ukAdjectives) {
			if guess := ukGuess(word); guess != nil {
				return guess
			}
			break
		}
		if adjective == nil {
			adjective = ukGuess(word)
		}
	}
	return adjective
}

func ukEndsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// ukUnknown is the gender of words whose ending does not tell it.
const ukUnknown ukGender = -1

func ukGuess(word string) []ukReading {
	for _, guess := range ukEndings {
		if !ukEndsIn(word, strings.Fields(guess.endings)) {
			continue
		}
		var readings []ukReading
		for _, letter := range guess.cases {
			readings = append(readings, ukReading{ukGender(strings.Index("mfn", guess.gender)), ukCaseLetters[letter], guess.number == "p"})
		}
		return readings
	}
	if utf8.RuneCountInString(word) > 2 && ukEndsIn(word, ukConsonants) {
		return []ukReading{{ukMasculine, ukNominative, false}, {ukMasculine, ukAccusative, false}, {ukUnknown, ukGenitive, true}}
	}
	return nil
}

// ukLater is a second number that shares the noun: " або 2" in "1 або 2 години".
var ukLater = lazy(`^(?:,|,? (?:і|й|та|або|чи|до|зі?|із)) ` + ukNumeral)

var (
	ukNumberSign = lazy(`(?:(?:№|номер(?:ом)?)` + ukSpace + `?|\d\+)$`)
	ukAmong      = lazy(`^ (?:(?:із|з|зі) \d|—)`)
)

// ukAgree is the case and gender in which n is said between what is written before and after it; false where a wrong
// ending would be heard.
func ukAgree(n ukNumber, before, after string) (ukCase, ukGender, bool) {
	first := ukFirst(before)
	if n.decimals != "" {
		return first, ukFeminine, true
	}
	if ukNumberSign().MatchString(ending(before)) {
		return ukNominative, ukMasculine, true
	}
	if ukAmong().MatchString(after) && ukAllows(before, ukLocative) { // у 24 із 25 областей, у 3 — відбій
		return ukLocative, ukMasculine, true
	}
	if later := ukLater().FindString(after); later != "" {
		if readings := ukReadingsOf(after[len(later):]); readings != nil {
			return ukShared(readings, before), max(readings[0].gender, 0), true
		}
	}
	count := ukCount(n.whole)
	readings := slices.DeleteFunc(slices.Clone(ukReadingsOf(after)), func(r ukReading) bool { return r.plural == (count == ukOne) })
	if len(readings) == 0 {
		return first, ukMasculine, ukNext(after) == "" || ukGenderless(n.whole, first) || ukDesignated().MatchString(after)
	}
	best := ukBest(readings, ukGoverned(before), count)
	if count == ukFew && first == ukNominative && best.c == ukGenitive && ukParticiple().MatchString(after) && ukAlone().MatchString(before) {
		best.c = ukNominative
	}
	return best.c, max(best.gender, 0), best.gender != ukUnknown || ukGenderless(n.whole, best.c)
}

// ukDesignated matches what is counted by its type, as if "дрон" or "літак" stood in front: "21 Shahed-136".
var ukDesignated = lazy(`^` + ukSpace + `\p{Lu}\p{L}*-?\d`)

// ukParticiple is an adjective that stands for a noun. It is in the genitive behind a number in the nominative too: чотири
// загиблих.
var ukParticiple = lazy(`^ \p{Ll}+[иі]х(?:$|[^\p{L} ]| (?:і|й|та|в|у|на|за|з|—)\b)`)

// ukAlone ends text in which no verb can ask for a case of what follows.
var ukAlone = lazy(`(?:^|[:—–(]|(?i:^|[^\p{L}])є)` + ukSpace + `?$`)

// ukShared is the case of a number whose noun comes behind the next number: "у 3 та 5 областях".
func ukShared(readings []ukReading, before string) ukCase {
	for _, r := range readings {
		if r.plural && (r.c == ukLocative || r.c == ukInstrumental) && ukAllows(before, r.c) {
			return r.c
		}
	}
	return ukFirst(before)
}

// ukBest chooses among readings: a case that the words in front ask for, else the first.
func ukBest(readings []ukReading, governed []ukCase, count int) ukReading {
	for _, c := range governed {
		for _, r := range readings {
			if c == ukCountCase(r.c, c, count) {
				return ukReading{r.gender, c, r.plural}
			}
		}
	}
	first := readings[0]
	if governed == nil {
		first.c = ukCountCase(first.c, ukNominative, count)
	}
	return first
}

// ukCountCase is the case of the number where its noun is in case noun: behind "п'ять" the genitive plural stands for the
// nominative and the accusative too.
func ukCountCase(noun, wanted ukCase, count int) ukCase {
	if count == ukMany && noun == ukGenitive && (wanted == ukNominative || wanted == ukAccusative) {
		return wanted
	}
	return noun
}

// ukGenderless tells whether n sounds the same in every gender.
func ukGenderless(n int64, c ukCase) bool {
	switch {
	case n%100 == 11 || n%100 == 12:
		return true
	case n%10 == 1:
		return false
	case n%10 == 2:
		return c != ukNominative && c != ukAccusative
	}
	return true
}

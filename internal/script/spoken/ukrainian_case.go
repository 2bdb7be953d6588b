package spoken

import (
	"slices"
	"strings"
)

// ukGovernment has the words that settle the case of what follows, the likelier case first.
var ukGovernment = ukByWord(map[string]string{
	"g": `до від од без для після біля близько коло крім окрім серед щодо протягом упродовж впродовж замість проти навколо довкола
		поблизу неподалік більше менше останніх перших наступних попередніх усіх всіх цих решти найближчих інших`,
	"gi": "з із зі",
	"d":  "завдяки всупереч дорівнює останнім усім всім цим",
	"a":  "через про понад крізь попри",
	"al": "у в на по",
	"l":  "о об при",
	"ai": "за під",
	"i":  "між перед над володіє володіють володів володіла останніми всіма усіма цими",
})

// ukInstrumentalWith are the words that leave "з" only the instrumental.
var ukInstrumentalWith = strings.Fields("згідно поряд разом порівняно одночасно")

// ukAdverbs may stand between such a word and the number.
var ukAdverbs = strings.Fields("майже приблизно орієнтовно лише тільки щонайменше щонайбільше ще вже уже аж усього всього десь рівно")

// ukCaseLetters abbreviate the cases in tables.
var ukCaseLetters = map[rune]ukCase{
	'n': ukNominative, 'g': ukGenitive, 'd': ukDative, 'a': ukAccusative, 'i': ukInstrumental, 'l': ukLocative,
}

func ukByWord(lines map[string]string) map[string][]ukCase {
	cases := map[string][]ukCase{}
	for key, words := range lines {
		for word := range strings.FieldsSeq(words) {
			for _, letter := range key {
				cases[word] = append(cases[word], ukCaseLetters[letter])
			}
		}
	}
	return cases
}

// ukEarlier is the number in front of a second one that shares its case: "5 і " in "між 5 і 10".
var ukEarlier = lazy(`\d[\d.,:]*(?:` + ukSpace + `?%)?(?:, \d[\d.,]*)*,? (?:і|й|та|або|чи) $`)

// ukAbout matches what stands for "близько", "менше" and "більше".
var ukAbout = lazy(`(?:(?:^|[^\p{L}])бл\.|[<>≥≤])` + ukSpace + `?$`)

// ukGoverned are the cases that the words in front allow, none if nothing settles them.
func ukGoverned(before string) []ukCase {
	if strings.HasSuffix(before, " ") {
		before = before[:len(before)-len(ukEarlier().FindString(before))]
	}
	if ukAbout().MatchString(ending(before)) {
		return []ukCase{ukGenitive}
	}
	word, rest := ukLastWord(before)
	if slices.Contains(ukAdverbs, word) {
		word, rest = ukLastWord(rest)
	}
	if word == "з" || word == "із" || word == "зі" {
		if with, _ := ukLastWord(rest); slices.Contains(ukInstrumentalWith, with) {
			return []ukCase{ukInstrumental}
		}
	}
	return ukGovernment[word]
}

// ukFirst is the likeliest case behind the words in front: the nominative if nothing settles it.
func ukFirst(before string) ukCase {
	if cases := ukGoverned(before); cases != nil {
		return cases[0]
	}
	if ukTransitive().MatchString(ending(before)) {
		return ukAccusative
	}
	return ukNominative
}

// ukTransitive ends text behind which an amount is likelier an object: "отримав 1,2 млн".
var ukTransitive = lazy(`\p{L}{3}(?:ав|ив|ала|ила|али|или|ало|ило|ить|ять|ють|ує|ає|ити|ати)` + ukSpace + `$`)

// ukAllows tells whether the words in front ask for one of the cases.
func ukAllows(before string, cases ...ukCase) bool {
	return slices.ContainsFunc(ukGoverned(before), func(c ukCase) bool { return slices.Contains(cases, c) })
}

// ukPlaces are the cases that the words in front allow for what has a place in space or time, the locative first: "у місті".
func ukPlaces(before string) []ukCase {
	governed := ukGoverned(before)
	if slices.Contains(governed, ukLocative) {
		return append([]ukCase{ukLocative}, governed...)
	}
	return governed
}

// ukPlace is the first of ukPlaces, or the nominative.
func ukPlace(before string) ukCase {
	if cases := ukPlaces(before); cases != nil {
		return cases[0]
	}
	return ukNominative
}

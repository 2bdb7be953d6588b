package uk

import "strings"

type grammaticalCase int

// The cases, in the order of every table.
const (
	nominative grammaticalCase = iota
	genitive
	dative
	accusative
	instrumental
	locative
)

type gender int

const (
	masculine gender = iota
	feminine
	neuter
)

// noun is a noun in all its forms.
type noun struct {
	gender           gender
	singular, plural [6]string
}

// How numbers ask for nouns: 21 кілометр, 22 кілометри, 25 кілометрів.
const (
	one = iota
	few
	many
)

func count(n int64) int {
	switch {
	case n%100 >= 11 && n%100 <= 14:
		return many
	case n%10 == 1:
		return one
	case n%10 >= 2 && n%10 <= 4:
		return few
	}
	return many
}

// counted is the form of the noun behind n in case c.
func (noun noun) counted(n int64, c grammaticalCase) string {
	direct := c == nominative || c == accusative
	switch count := count(n); {
	case count == one:
		return noun.singular[c]
	case n > 0 && n%1000 == 0: // тисяча, мільйон … are nouns themselves
		return noun.plural[genitive]
	case count == few && direct:
		return noun.plural[nominative]
	case direct:
		return noun.plural[genitive]
	}
	return noun.plural[c]
}

// declension has endings by case; "=" is the word as in the lexicon, "0" its genitive plural.
type declension struct {
	gender           gender
	ending           string // of the nominative, which the stem lacks
	singular, plural string
}

var (
	hardM  = declension{masculine, "", "= а у = ом і", "и ів ам и ами ах"}
	hardMu = declension{masculine, "", "= у у = ом і", "и ів ам и ами ах"}
	velarM = declension{masculine, "", "= у у = ом у", "и ів ам и ами ах"}
	zeroM  = declension{masculine, "", "= а у = ом і", "и = ам и ами ах"}
	// changedM has the locative, in which the stem changes, for the third part of an entry.
	changedM = declension{masculine, "", "= у у = ом 0", "и ів ам и ами ах"}
	personM  = declension{masculine, "", "= а ові а ом ові", "и ів ам ів ами ах"}
	softM    = declension{masculine, "ь", "= я ю = ем і", "і ів ям і ями ях"}
	manM     = declension{masculine, "ь", "= я ю я ем ю", "і ів ям ів ями ях"}
	hardF    = declension{feminine, "а", "= и і у ою і", "и 0 ам и ами ах"}
	mixedF   = declension{feminine, "а", "= і і у ею і", "і 0 ам і ами ах"}
	softF    = declension{feminine, "я", "= і і ю ею і", "і 0 ям і ями ях"}
	vowelF   = declension{feminine, "я", "= ї ї ю єю ї", "ї 0 ям ї ями ях"}
	thirdF   = declension{feminine, "ь", "= і і = ю і", "і ей ям і ями ях"}
	hardN    = declension{neuter, "о", "= а у = ом і", "а 0 ам а ами ах"}
	softN    = declension{neuter, "е", "= я ю = ем і", "я 0 ям я ями ях"}
	verbalN  = declension{neuter, "я", "= я ю = ям і", "я 0 ям я ями ях"}
	adjM     = declension{masculine, "ий", "= ого ому = им ому", "і их им і ими их"}
	adjF     = declension{feminine, "а", "= ої ій у ою ій", "і их им і ими их"}
	noneM    = declension{masculine, "", "= = = = = =", "= = = = = ="}
)

// decline makes the forms of an entry "word", "word/stem" or "word/stem/genitive plural".
func (d declension) decline(entry string) (string, noun) {
	parts := strings.Split(entry, "/")
	word := parts[0]
	stem := strings.TrimSuffix(word, d.ending)
	if len(parts) > 1 && parts[1] != "" {
		stem = parts[1]
	}
	genitives := stem
	if len(parts) > 2 {
		genitives = parts[2]
	}
	form := func(endings string) (forms [6]string) {
		for i, ending := range strings.Fields(endings) {
			switch ending {
			case "=":
				forms[i] = word
			case "0":
				forms[i] = genitives
			default:
				forms[i] = stem + ending
			}
		}
		return forms
	}
	return word, noun{d.gender, form(d.singular), form(d.plural)}
}

func decline(entries map[declension]string) map[string]noun {
	nouns := map[string]noun{}
	for d, line := range entries {
		for entry := range strings.FieldsSeq(line) {
			word, noun := d.decline(entry)
			nouns[word] = noun
		}
	}
	return nouns
}

// rewrite.joined is the noun with words that stay as they are: "градус Цельсія", "кілометр на годину".
func (noun noun) joined(front, back string) noun {
	for i := range noun.singular {
		noun.singular[i] = front + noun.singular[i] + back
		noun.plural[i] = front + noun.plural[i] + back
	}
	return noun
}

// described is the noun with an adjective of the hard declension in front: "квадратний метр".
func (noun noun) described(stem string) noun {
	for i := range noun.singular {
		noun.singular[i] = stem + hard[noun.gender][i] + " " + noun.singular[i]
		noun.plural[i] = stem + hardPlural[i] + " " + noun.plural[i]
	}
	return noun
}

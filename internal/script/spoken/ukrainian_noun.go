package spoken

import "strings"

type ukCase int

// The cases, in the order of every table.
const (
	ukNominative ukCase = iota
	ukGenitive
	ukDative
	ukAccusative
	ukInstrumental
	ukLocative
)

type ukGender int

const (
	ukMasculine ukGender = iota
	ukFeminine
	ukNeuter
)

// ukNoun is a noun in all its forms.
type ukNoun struct {
	gender           ukGender
	singular, plural [6]string
}

// How numbers ask for nouns: 21 кілометр, 22 кілометри, 25 кілометрів.
const (
	ukOne = iota
	ukFew
	ukMany
)

func ukCount(n int64) int {
	switch {
	case n%100 >= 11 && n%100 <= 14:
		return ukMany
	case n%10 == 1:
		return ukOne
	case n%10 >= 2 && n%10 <= 4:
		return ukFew
	}
	return ukMany
}

// counted is the form of the noun behind n in case c.
func (noun ukNoun) counted(n int64, c ukCase) string {
	direct := c == ukNominative || c == ukAccusative
	switch count := ukCount(n); {
	case count == ukOne:
		return noun.singular[c]
	case n > 0 && n%1000 == 0: // тисяча, мільйон … are nouns themselves
		return noun.plural[ukGenitive]
	case count == ukFew && direct:
		return noun.plural[ukNominative]
	case direct:
		return noun.plural[ukGenitive]
	}
	return noun.plural[c]
}

// ukDeclension has endings by case; "=" is the word as in the lexicon, "0" its genitive plural.
type ukDeclension struct {
	gender           ukGender
	ending           string // of the nominative, which the stem lacks
	singular, plural string
}

var (
	ukHardM  = ukDeclension{ukMasculine, "", "= а у = ом і", "и ів ам и ами ах"}
	ukHardMu = ukDeclension{ukMasculine, "", "= у у = ом і", "и ів ам и ами ах"}
	ukVelarM = ukDeclension{ukMasculine, "", "= у у = ом у", "и ів ам и ами ах"}
	ukZeroM  = ukDeclension{ukMasculine, "", "= а у = ом і", "и = ам и ами ах"}
	// ukChangedM has the locative, in which the stem changes, for the third part of an entry.
	ukChangedM = ukDeclension{ukMasculine, "", "= у у = ом 0", "и ів ам и ами ах"}
	ukPersonM  = ukDeclension{ukMasculine, "", "= а ові а ом ові", "и ів ам ів ами ах"}
	ukSoftM    = ukDeclension{ukMasculine, "ь", "= я ю = ем і", "і ів ям і ями ях"}
	ukManM     = ukDeclension{ukMasculine, "ь", "= я ю я ем ю", "і ів ям ів ями ях"}
	ukHardF    = ukDeclension{ukFeminine, "а", "= и і у ою і", "и 0 ам и ами ах"}
	ukMixedF   = ukDeclension{ukFeminine, "а", "= і і у ею і", "і 0 ам і ами ах"}
	ukSoftF    = ukDeclension{ukFeminine, "я", "= і і ю ею і", "і 0 ям і ями ях"}
	ukVowelF   = ukDeclension{ukFeminine, "я", "= ї ї ю єю ї", "ї 0 ям ї ями ях"}
	ukThirdF   = ukDeclension{ukFeminine, "ь", "= і і = ю і", "і ей ям і ями ях"}
	ukHardN    = ukDeclension{ukNeuter, "о", "= а у = ом і", "а 0 ам а ами ах"}
	ukSoftN    = ukDeclension{ukNeuter, "е", "= я ю = ем і", "я 0 ям я ями ях"}
	ukVerbalN  = ukDeclension{ukNeuter, "я", "= я ю = ям і", "я 0 ям я ями ях"}
	ukAdjM     = ukDeclension{ukMasculine, "ий", "= ого ому = им ому", "і их им і ими их"}
	ukAdjF     = ukDeclension{ukFeminine, "а", "= ої ій у ою ій", "і их им і ими их"}
	ukNoneM    = ukDeclension{ukMasculine, "", "= = = = = =", "= = = = = ="}
)

// decline makes the forms of an entry "word", "word/stem" or "word/stem/genitive plural".
func (d ukDeclension) decline(entry string) (string, ukNoun) {
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
	return word, ukNoun{d.gender, form(d.singular), form(d.plural)}
}

func ukDecline(entries map[ukDeclension]string) map[string]ukNoun {
	nouns := map[string]ukNoun{}
	for d, line := range entries {
		for entry := range strings.FieldsSeq(line) {
			word, noun := d.decline(entry)
			nouns[word] = noun
		}
	}
	return nouns
}

// joined is the noun with words that stay as they are: "градус Цельсія", "кілометр на годину".
func (noun ukNoun) joined(front, back string) ukNoun {
	for i := range noun.singular {
		noun.singular[i] = front + noun.singular[i] + back
		noun.plural[i] = front + noun.plural[i] + back
	}
	return noun
}

// described is the noun with an adjective of the hard declension in front: "квадратний метр".
func (noun ukNoun) described(stem string) ukNoun {
	for i := range noun.singular {
		noun.singular[i] = stem + ukHard[noun.gender][i] + " " + noun.singular[i]
		noun.plural[i] = stem + ukHardPlural[i] + " " + noun.plural[i]
	}
	return noun
}

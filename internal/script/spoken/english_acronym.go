package spoken

import "strings"

// Initialisms are spelt (UN: "U N"), acronyms are words and stay (NATO). Which is which is in tables; of what is in none,
// short ones and those that nobody could say are spelt. Text that is set in capitals is not spelt.
var englishAcronyms = []rule{
	{"acronym", `\b([A-Z]{1,4}) ?& ?([A-Z]{1,4})(s?)\b`, enAlone(func(m match) (string, bool) {
		return enWithEnding(enSpelled(m.groups[1])+" and "+enSpelled(m.groups[2]), m.groups[3], false), len(m.groups[1])+len(m.groups[2]) < 6
	})},
	{"acronym", `\b(PhD|MoD|DoD|DoJ|IoT|PzH|EVs|PhDs)\b`, enAlone(func(m match) (string, bool) {
		stem, plural := strings.CutSuffix(m.groups[1], "s")
		said := enSpelled(strings.ToUpper(stem))
		if plural {
			said += "'s"
		}
		return said, true
	})},
	{"acronym", `\b([A-Z]{2,})((?:[’']?s)?)\b`, enAlone(sayAcronym)},
}

// sayAcronym is for UN, the UN's, POWs and whatever else is written in capitals.
func sayAcronym(m match) (string, bool) {
	written, ending := m.groups[1], m.groups[2]
	if said, ok := enAcronymSaid[written]; ok {
		return said + ending, true
	}
	if enRespelt(m) {
		return strings.ToLower(written), true
	}
	if !enSpeltOut(written, m) {
		return "", false
	}
	if ending != "" {
		ending = "'s"
	}
	return enSpelled(written) + ending, true
}

// enRespelt tells whether capitals show the stress of a word that is spelt as it sounds: "ze-LEN-skee".
func enRespelt(m match) bool {
	before, joined := strings.CutSuffix(m.before, "-")
	after, joins := strings.CutPrefix(m.after, "-")
	last := enWordBefore(before)
	return joined && joins && enIsLower(last) && len(last) < 5 && enIsLower(after) && strings.ContainsAny(m.groups[1], "AEIOUY")
}

// enSpeltOut decides whether a word in capitals is an initialism.
func enSpeltOut(word string, m match) bool {
	contracted := m.groups[2] == "" && enContraction().MatchString(m.after) || strings.HasSuffix(m.before, "'") || strings.HasSuffix(m.before, "’")
	switch {
	case enSpokenWords[word], contracted && !enInitialisms[word] && !enAmbiguous[word], enOrdinaryWords[word]:
		return false
	case enAmbiguous[word]:
		return !enShouted(m)
	case enInitialisms[word]:
		return true
	case enShouted(m):
		return !strings.ContainsAny(word, "AEIOUY")
	}
	return !enPronounceable(word)
}

var enContraction = lazy(enPattern(`^[’'][A-Za-z]`)) // DON'T

// enPronounceable guesses by the letters alone.
func enPronounceable(word string) bool {
	switch vowel := strings.IndexAny(word, "AEIOUY"); {
	case vowel < 0, len(word) < 4:
		return false
	case len(word) > 4, vowel == 1:
		return true
	case vowel == 0:
		return strings.ContainsAny(word[1:], "AEIOUY")
	}
	return enOnsets[word[:2]]
}

// enOnsets are the pairs of consonants that begin English words.
var enOnsets = enSet("BL BR CH CL CR DR FL FR GL GR KN PH PL PR QU SC SH SK SL SM SN SP ST SW TH TR TW WH WR")

// enShouted tells whether the words beside are in capitals too, and so the whole text or a part of it.
func enShouted(m match) bool {
	before, after := enWordBefore(m.before), enWordAfter(m.after)
	return enShouts(before) && enShouts(after) || (enShouts(before) || enShouts(after)) && (before == "" || after == "" || enIsWordToo(before) || enIsWordToo(after))
}

func enIsWordToo(word string) bool { return enOrdinaryWords[word] || enAmbiguous[word] }

func enShouts(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && !enInitialisms[word] && !enAmbiguous[word] && !enSpokenWords[word] && strings.ToLower(word) != word
}

// enSpelled spells letters: U N.
func enSpelled(letters string) string {
	return strings.Join(strings.Split(strings.ToUpper(letters), ""), " ")
}

// enInitials says the letters of a designation: spelt if they are capitals and no acronym, otherwise as they are.
func enInitials(letters string) string {
	if said, ok := enAcronymSaid[letters]; ok {
		return said
	}
	word := strings.ToUpper(letters) != letters || len(letters) == 1 || enSpokenWords[letters] || len(letters) > 4 && enPronounceable(letters)
	if word && !enSpeltInNames[letters] {
		return letters
	}
	return enSpelled(letters)
}

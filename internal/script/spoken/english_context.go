package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What English rules ask about the text around a match.

const enSpaces = " \u00A0\u2009\u202F"

// enAlone is say for matches that are no part of a longer word or number.
func enAlone(say func(match) (string, bool)) func(match) (string, bool) {
	return func(m match) (string, bool) {
		if enJoinedBefore(m) || enJoinedAfter(m) {
			return "", false
		}
		return say(m)
	}
}

func enJoinedBefore(m match) bool {
	first, _ := utf8.DecodeRuneInString(m.groups[0])
	last, size := utf8.DecodeLastRuneInString(m.before)
	if !enInWord(first) || size == 0 {
		return false
	}
	if unicode.IsDigit(first) && strings.ContainsRune(".,:/", last) {
		last, _ = utf8.DecodeLastRuneInString(m.before[:len(m.before)-size])
		return unicode.IsDigit(last)
	}
	return enInWord(last)
}

func enJoinedAfter(m match) bool {
	last, _ := utf8.DecodeLastRuneInString(m.groups[0])
	first, size := utf8.DecodeRuneInString(m.after)
	if !enInWord(last) || size == 0 {
		return false
	}
	if unicode.IsDigit(last) && strings.ContainsRune(".,:", first) {
		first, _ = utf8.DecodeRuneInString(m.after[size:])
		return unicode.IsDigit(first)
	}
	return enInWord(first)
}

func enInWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// enApart tells whether nothing of a word or number stands right before.
func enApart(before string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || !enInWord(last) && !strings.ContainsRune(".,:/%)’'", last)
}

// enWordBefore is the word before, if nothing but spaces is between, and "" if there is none.
func enWordBefore(before string) string {
	before = strings.TrimRight(before, enSpaces)
	return before[len(strings.TrimRightFunc(before, enIsWord)):]
}

// enWordsAfter are the next n words, as far as nothing but spaces is before each.
func enWordsAfter(after string, n int) []string {
	var words []string
	for len(words) < n {
		rest := strings.TrimLeft(after, enSpaces)
		next := strings.TrimLeftFunc(rest, enIsWord)
		if len(rest) == len(after) || len(next) == len(rest) {
			break
		}
		words, after = append(words, rest[:len(rest)-len(next)]), next
	}
	return words
}

func enWordAfter(after string) string { return strings.Join(enWordsAfter(after, 1), "") }

func enIsWord(r rune) bool { return enInWord(r) || r == '\'' || r == '’' }

func enIsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func enIsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// enStop is the full stop of an abbreviation that ends its sentence too, and "" within a sentence. Only a word that
// often begins sentences and seldom a name tells one in the middle of a text: "the U.S. It said", but "the U.S. Senate".
func enStop(after string) string {
	rest := strings.TrimLeft(after, enClosers)
	if rest == "" {
		return "."
	}
	rest = strings.TrimLeft(rest, enSpaces+"\n\"“‘'(")
	if len(rest) < len(after) && enStarters[rest[:len(rest)-len(strings.TrimLeftFunc(rest, enIsWord))]] {
		return "."
	}
	return ""
}

const enClosers = "\"'”’)]"

var enStarters = enSet(`The This That These Those A An He She It They We I You His Her Its Their Our In On At By For From To With
	After Before Since As But And So If When While Where What Who Why How There Here No Not Yet Also However Meanwhile Still Now
	Then Earlier Later Last Such Some Many Most All Both Each Under Over During Despite Although Because According Mr Mrs Ms`)

// enAdjective tells whether a quantity describes the noun that follows it, and so is singular: "a $61bn package", "the
// 5-km zone", "Japan’s 10 MW plant", but "the 5 km of road".
func enAdjective(m match) bool {
	next := enWordsAfter(m.after, 2)
	before := strings.ToLower(enWordBefore(m.before))
	described := before == "a" || before == "an"
	switch {
	case strings.HasPrefix(m.after, "-") && len(m.after) > 1 && enIsWord(rune(m.after[1])):
		return true
	case len(next) > 0 && enDimensions[next[0]]:
		return described
	case len(next) == 0 || enFunction[next[0]]:
		return false
	case enDescribed[next[0]] || len(next) == 2 && enDescribed[next[1]] && !enFunction[next[0]]:
		return true
	}
	owned := strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s")
	return described || (owned || enDeterminers[before]) && !strings.HasSuffix(next[0], "ed") && !strings.HasSuffix(next[0], "ing")
}

// enDescribed are nouns that a sum or measure in front of them describes even in headlines.
var enDescribed = enSet(`package deal loan contract bill tranche bailout grant project fund fine budget plan mansion
	shell shells howitzer howitzers gun guns mortar mortars round rounds cannon cannons projectile projectiles ammunition
	artillery caliber calibre radius range zone buffer drive race marathon sprint dash hurdles relay
	goal goals target targets limit`)

var enDimensions = enSet("long wide deep high tall thick")

var enDeterminers = enSet(`the this that its their his her our my your new another each every proposed additional separate similar
	record planned`)

// enFunction are the words after a quantity that it does not describe.
var enFunction = enSet(`a an the and or but nor of in on at to for from by with as than that which who was were is are be been being
	has have had will would could should may might can must did does do not into onto over under per after before since until
	during against between among around about out up down off if so while when where because through via within without
	worth more less each this these those it its they their he his she her we our you your my i there here now last next
	this annually daily weekly monthly yearly away ago apart north south east west northeast
	northwest southeast southwest behind beyond inside outside across along toward towards just only also then every
	today yesterday tomorrow went goes came left fell rose apiece earlier later overall total altogether`)

// enCounts tells whether the word after a number is counted by it, so that it is neither a year nor a day.
func enCounts(after string) bool { return enCounted[strings.ToLower(enWordAfter(after))] }

var enCounted = enSet(`people soldiers troops civilians children women men drones missiles rockets tanks vehicles shells rounds
	residents refugees prisoners officers servicemen fighters workers employees miners doctors students volunteers victims
	settlements villages towns cities houses homes buildings apartments schools hospitals consumers families households
	companies cases attacks strikes times days weeks months years hours minutes seconds percent kilometers kilometres miles
	meters metres tons tonnes kilograms liters litres hectares acres degrees dollars euros pounds hryvnias rubles roubles
	hundred thousand million billion trillion passengers voters protesters demonstrators members seats votes deputies
	others pages words points items units pieces copies participants guests visitors casualties mercenaries conscripts recruits`)

// enSet is the set of the words of a text.
func enSet(text string) map[string]bool {
	words := strings.Fields(text)
	set := make(map[string]bool, len(words)) // at once as large as it gets: there are a hundred at every start
	for _, word := range words {
		set[word] = true
	}
	return set
}

func enLastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func enFirstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

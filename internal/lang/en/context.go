package en

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// What English rules ask about the text around a match.

const spaces = " \u00A0\u2009\u202F"

// alone is say for matches that are no part of a longer word or number.
func alone(say func(rewrite.Match) (string, bool)) func(rewrite.Match) (string, bool) {
	return func(m rewrite.Match) (string, bool) {
		if joinedBefore(m) || joinedAfter(m) {
			return "", false
		}
		return say(m)
	}
}

func joinedBefore(m rewrite.Match) bool {
	first, _ := utf8.DecodeRuneInString(m.Groups[0])
	last, size := utf8.DecodeLastRuneInString(m.Before)
	if !inWord(first) || size == 0 {
		return false
	}
	if unicode.IsDigit(first) && strings.ContainsRune(".,:/", last) {
		last, _ = utf8.DecodeLastRuneInString(m.Before[:len(m.Before)-size])
		return unicode.IsDigit(last)
	}
	return inWord(last)
}

func joinedAfter(m rewrite.Match) bool {
	last, _ := utf8.DecodeLastRuneInString(m.Groups[0])
	first, size := utf8.DecodeRuneInString(m.After)
	if !inWord(last) || size == 0 {
		return false
	}
	if unicode.IsDigit(last) && strings.ContainsRune(".,:", first) {
		first, _ = utf8.DecodeRuneInString(m.After[size:])
		return unicode.IsDigit(first)
	}
	return inWord(first)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// apart tells whether nothing of a word or number stands right before.
func apart(before string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || !inWord(last) && !strings.ContainsRune(".,:/%)’'", last)
}

// wordBefore is the word before, if nothing but spaces is between, and "" if there is none.
func wordBefore(before string) string {
	before = strings.TrimRight(before, spaces)
	return before[len(strings.TrimRightFunc(before, isWord)):]
}

// wordsAfter are the next n words, as far as nothing but spaces is before each.
func wordsAfter(after string, n int) []string {
	var words []string
	for len(words) < n {
		rest := strings.TrimLeft(after, spaces)
		next := strings.TrimLeftFunc(rest, isWord)
		if len(rest) == len(after) || len(next) == len(rest) {
			break
		}
		words, after = append(words, rest[:len(rest)-len(next)]), next
	}
	return words
}

func wordAfter(after string) string { return strings.Join(wordsAfter(after, 1), "") }

func isWord(r rune) bool { return inWord(r) || r == '\'' || r == '’' }

func isUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// sentenceStop is the full stop of an abbreviation that ends its sentence too, and "" within a sentence. Only a word that
// often begins sentences and seldom a name tells one in the middle of a text: "the U.S. It said", but "the U.S. Senate".
func sentenceStop(after string) string {
	rest := strings.TrimLeft(after, closers)
	if rest == "" {
		return "."
	}
	rest = strings.TrimLeft(rest, spaces+"\n\"“‘'(")
	if len(rest) < len(after) && starters[rest[:len(rest)-len(strings.TrimLeftFunc(rest, isWord))]] {
		return "."
	}
	return ""
}

const closers = "\"'”’)]"

var starters = set(`The This That These Those A An He She It They We I You His Her Its Their Our In On At By For From To With
	After Before Since As But And So If When While Where What Who Why How There Here No Not Yet Also However Meanwhile Still Now
	Then Earlier Later Last Such Some Many Most All Both Each Under Over During Despite Although Because According Mr Mrs Ms`)

// adjective tells whether a quantity describes the noun that follows it, and so is singular: "a $61bn package", "the
// 5-km zone", "Japan’s 10 MW plant", but "the 5 km of road".
func adjective(m rewrite.Match) bool {
	next := wordsAfter(m.After, 2)
	before := strings.ToLower(wordBefore(m.Before))
	described := before == "a" || before == "an"
	switch {
	case strings.HasPrefix(m.After, "-") && len(m.After) > 1 && isWord(rune(m.After[1])):
		return true
	case len(next) > 0 && dimensions[next[0]]:
		return described
	case len(next) == 0 || function[next[0]]:
		return false
	case describedThings[next[0]] || len(next) == 2 && describedThings[next[1]] && !function[next[0]]:
		return true
	}
	owned := strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s")
	return described || (owned || determiners[before]) && !strings.HasSuffix(next[0], "ed") && !strings.HasSuffix(next[0], "ing")
}

// describedThings are nouns that a sum or measure in front of them describes even in headlines.
var describedThings = set(`package deal loan contract bill tranche bailout grant project fund fine budget plan mansion
	shell shells howitzer howitzers gun guns mortar mortars round rounds cannon cannons projectile projectiles ammunition
	artillery caliber calibre radius range zone buffer drive race marathon sprint dash hurdles relay
	goal goals target targets limit`)

var dimensions = set("long wide deep high tall thick")

var determiners = set(`the this that its their his her our my your new another each every proposed additional separate similar
	record planned`)

// function are the words after a quantity that it does not describe.
var function = set(`a an the and or but nor of in on at to for from by with as than that which who was were is are be been being
	has have had will would could should may might can must did does do not into onto over under per after before since until
	during against between among around about out up down off if so while when where because through via within without
	worth more less each this these those it its they their he his she her we our you your my i there here now last next
	this annually daily weekly monthly yearly away ago apart north south east west northeast
	northwest southeast southwest behind beyond inside outside across along toward towards just only also then every
	today yesterday tomorrow went goes came left fell rose apiece earlier later overall total altogether`)

// counts tells whether the word after a number is counted by it, so that it is neither a year nor a day.
func counts(after string) bool { return counted[strings.ToLower(wordAfter(after))] }

var counted = set(`people soldiers troops civilians children women men drones missiles rockets tanks vehicles shells rounds
	residents refugees prisoners officers servicemen fighters workers employees miners doctors students volunteers victims
	settlements villages towns cities houses homes buildings apartments schools hospitals consumers families households
	companies cases attacks strikes times days weeks months years hours minutes seconds percent kilometers kilometres miles
	meters metres tons tonnes kilograms liters litres hectares acres degrees dollars euros pounds hryvnias rubles roubles
	hundred thousand million billion trillion passengers voters protesters demonstrators members seats votes deputies
	others pages words points items units pieces copies participants guests visitors casualties mercenaries conscripts recruits`)

// set is the set of the words of a text.
func set(text string) map[string]bool {
	words := strings.Fields(text)
	set := make(map[string]bool, len(words)) // at once as large as it gets: there are a hundred at every start
	for _, word := range words {
		set[word] = true
	}
	return set
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

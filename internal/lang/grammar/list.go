package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// impliedBy returns the cases that the words before a number suggest, if no word governs one: those
// of the list that it continues, or the genitive after a noun that needs an object. They hold only
// if the form of the counted noun fits.
func (g *Grammar) impliedBy(before string, governed []string, readings []reading) []string {
	switch {
	case len(governed) > 0 || len(readings) == 0:
		return nil
	case g.needsObject(before, g.Pack.Counted.Occasions):
		return []string{genitive}
	}
	return g.listed(before)
}

// needsObject reports whether the word before a number is a noun whose object the number counts, as
// in "закупівля 11 дронів". It is none after one of the words in apart: "після навчання 11 бійців".
func (g *Grammar) needsObject(before, apart string) bool {
	c, last := g.Pack.Counted, lastWords(before, 4)
	if isIn(last[0], c.Adverbs) {
		last = last[1:]
	}
	noun := last[0]
	if noun == "" || isIn(noun, c.NoOwners) || !isIn(noun, c.Owners) && !hasEnding(noun, c.Owners) {
		return false
	}
	return !slices.ContainsFunc(last[1:3], func(word string) bool { return isIn(word, apart) })
}

// hasEnding reports whether word has one of the endings in a list of words and endings ("-ння").
func hasEnding(word, list string) bool {
	for ending := range strings.FieldsSeq(list) {
		if rest, ok := strings.CutPrefix(ending, "-"); ok && strings.HasSuffix(word, rest) {
			return true
		}
	}
	return false
}

// listed returns the cases of a list of counted things that a number continues: the accusative in
// "знищили 3 танки, 21 гармату". Behind a comma only the object of a verb goes on; other cases need
// a conjunction.
func (g *Grammar) listed(before string) []string {
	const longest = 8
	front, comma, ok := g.withoutItem(before)
	for range longest {
		if !ok {
			return nil
		}
		cases, verb := g.governed(front, "numbers"), front
		if len(cases) == 1 && cases[0] == accusative { // застосував понад 1 300 дронів, 50 ракет
			verb, _ = cutWord(front)
		}
		switch {
		case len(cases) > 0 && !comma:
			return cases
		case (len(cases) == 0 || verb != front) && g.role(verb) == accusative:
			return []string{accusative}
		case len(cases) > 0:
			return nil
		}
		front, _, ok = g.withoutItem(front)
	}
	return nil
}

// withoutItem cuts off the counted thing at the end of a list, with the comma or conjunction behind
// it: "3 танки, " or "3 танки та ".
func (g *Grammar) withoutItem(list string) (front string, comma, ok bool) {
	item, word := cutWord(list)
	for isIn(word, g.Pack.Counted.Adverbs) {
		item, word = cutWord(item)
	}
	if c, joins := g.Pack.Numbers.Joiners[word]; !joins || c != "" {
		item = item + word
		if item, comma = strings.CutSuffix(item, ","); !comma {
			return "", false, false
		}
	}
	at, end := lastNumber(item)
	if at < 0 || strings.IndexFunc(item[end:], unicode.IsLetter) < 0 {
		return "", false, false
	}
	return item[:at], comma, true
}

// withoutMeasure cuts off a measure that another one continues: "2 год " in front of "41 хв".
func (g *Grammar) withoutMeasure(before string) string {
	at, end := lastNumber(before)
	if at < 0 {
		return before
	}
	word, t := strings.TrimSpace(before[end:]), g.tables()
	if _, isUnit := t.units.values[word]; !isUnit {
		if _, isSum := t.currencies.values[word]; !isSum {
			return before
		}
	}
	return before[:at]
}

// cutWord cuts the last word off a text.
func cutWord(text string) (front, word string) {
	text = strings.TrimRight(text, " \u00A0\u202F")
	word = LastWords(text, 1)[0]
	front, ends := strings.CutSuffix(text, word)
	if !ends {
		return text, ""
	}
	return front, word
}

// lastNumber returns where the last number of the last sentence begins and ends. Digits of names
// (Х-47М2) are no number. at is -1 if there is none.
func lastNumber(text string) (at, end int) {
	for end = len(text); end > 0; {
		last := text[end-1]
		switch {
		case strings.IndexByte("!?;\n", last) >= 0, last == '.' && startsSentence(text[end:]), strings.HasSuffix(text[:end], "…"):
			return -1, 0
		case !rewrite.IsDigit(last):
			end--
			continue
		}
		at = startOfNumber(text[:end])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if !InWord(before) && !strings.ContainsRune("-–/:", before) && !strings.HasPrefix(text[end:], "-") {
			return at, end
		}
		end = at
	}
	return -1, 0
}

// startsSentence reports whether a text after a full stop begins a sentence.
func startsSentence(text string) bool {
	rest := strings.TrimLeft(text, closing)
	return rest != text && StartsUpper(rest)
}

// startOfNumber returns where the number at the end of a text begins: its groups and its decimals
// belong to it.
func startOfNumber(text string) int {
	at := len(text)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		digit := '0' <= r && r <= '9'
		mark := strings.ContainsRune(".,\u00A0\u202F\u2009 ", r) && StartsDigit(text[at:]) && at > size && rewrite.IsDigit(text[at-size-1])
		if !digit && !mark {
			break
		}
		at -= size
	}
	return at
}

// antecedent returns the class of the things that an earlier number of the sentence counts, for a
// number without a noun: "64 атаки, 21 — на сході". It is that of the nearest number that is not
// smaller, else of the nearest.
func (g *Grammar) antecedent(a amount, before string) (nearest pack.Class) {
	for {
		at, end := lastNumber(before)
		if at < 0 {
			return nearest
		}
		whole, decimals, _ := strings.Cut(before[at:end], ",")
		if earlier, ok := parseAmount(whole, decimals); ok {
			class := g.classBehind(earlier, before[end:])
			if class.Gender != "" && earlier.value() >= a.value() {
				return class
			}
			if nearest.Gender == "" {
				nearest = class
			}
		}
		before = before[:at]
	}
}

// classBehind returns the class of the noun that a number, or so many thousands, counts. It has no
// gender if the noun is not known.
func (g *Grammar) classBehind(a amount, after string) pack.Class {
	if scale, rest, _ := strings.Cut(strings.TrimLeft(after, " \u00A0\u202F"), " "); g.tables().magnitudes.values[scale].name != "" {
		a, after = amount{whole: "5"}, " "+rest
	}
	readings, _ := g.readingsAfter(after)
	for _, c := range g.cases {
		for _, r := range readings {
			if plural, of := g.beside(a.category(g.Tag), c, r.Class); plural == r.plural && of == r.c && r.Gender != "" {
				return r.Class
			}
		}
	}
	return pack.Class{}
}

package uk

import (
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// government maps words to the cases that they govern, the likelier case first.
var government = sync.OnceValue(func() map[string][]grammaticalCase { return byWord(vocab().Government) })

// caseLetters abbreviate the cases in tables.
var caseLetters = map[rune]grammaticalCase{
	'n': nominative, 'g': genitive, 'd': dative, 'a': accusative, 'i': instrumental, 'l': locative,
}

func byWord(lines map[string]pack.List) map[string][]grammaticalCase {
	cases := map[string][]grammaticalCase{}
	for key, words := range lines {
		for _, word := range words {
			for _, letter := range key {
				cases[word] = append(cases[word], caseLetters[letter])
			}
		}
	}
	return cases
}

// earlier matches a number before a second one that shares its case: "5 і " in "між 5 і 10".
var earlier = rewrite.Lazy(`\d[\d.,:]*(?:` + space + `?%)?(?:, \d[\d.,]*)*,? (?:і|й|та|або|чи) $`)

// about matches abbreviations and signs for "близько", "менше" and "більше".
var about = rewrite.Lazy(`(?:(?:^|[^\p{L}])бл\.|[<>≥≤])` + space + `?$`)

// governed returns the cases that the words before allow, none if they settle nothing.
func governed(before string) []grammaticalCase {
	if strings.HasSuffix(before, " ") {
		before = before[:len(before)-len(earlier().FindString(before))]
	}
	if about().MatchString(rewrite.Tail(before)) {
		return []grammaticalCase{genitive}
	}
	word, rest := lastWord(before)
	if slices.Contains(vocab().Adverbs, word) {
		word, rest = lastWord(rest)
	}
	if word == "з" || word == "із" || word == "зі" {
		if with, _ := lastWord(rest); slices.Contains(vocab().InstrumentalWith, with) {
			return []grammaticalCase{instrumental}
		}
	}
	return government()[word]
}

// first returns the likeliest case after the words before, the nominative if they settle nothing.
func first(before string) grammaticalCase {
	if cases := governed(before); cases != nil {
		return cases[0]
	}
	if transitive().MatchString(rewrite.Tail(before)) {
		return accusative
	}
	return nominative
}

// transitive matches the end of text after which an amount is more likely an object: "отримав 1,2
// млн".
var transitive = rewrite.Lazy(`\p{L}{3}(?:ав|ив|ала|ила|али|или|ало|ило|ить|ять|ють|ує|ає|ити|ати)` + space + `$`)

// allows reports whether the words before govern one of the cases.
func allows(before string, cases ...grammaticalCase) bool {
	return slices.ContainsFunc(governed(before), func(c grammaticalCase) bool { return slices.Contains(cases, c) })
}

// places returns the cases that the words before allow for a place in space or time, the locative
// first: "у місті".
func places(before string) []grammaticalCase {
	governed := governed(before)
	if slices.Contains(governed, locative) {
		return append([]grammaticalCase{locative}, governed...)
	}
	return governed
}

// place returns the first of places, or the nominative.
func place(before string) grammaticalCase {
	if cases := places(before); cases != nil {
		return cases[0]
	}
	return nominative
}

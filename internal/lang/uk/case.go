package uk

import (
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// government has the words that settle the case of what follows, the likelier case first.
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

// earlier is the number in front of a second one that shares its case: "5 і " in "між 5 і 10".
var earlier = rewrite.Lazy(`\d[\d.,:]*(?:` + space + `?%)?(?:, \d[\d.,]*)*,? (?:і|й|та|або|чи) $`)

// about matches what stands for "близько", "менше" and "більше".
var about = rewrite.Lazy(`(?:(?:^|[^\p{L}])бл\.|[<>≥≤])` + space + `?$`)

// governed are the cases that the words in front allow, none if nothing settles them.
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

// first is the likeliest case behind the words in front: the nominative if nothing settles it.
func first(before string) grammaticalCase {
	if cases := governed(before); cases != nil {
		return cases[0]
	}
	if transitive().MatchString(rewrite.Tail(before)) {
		return accusative
	}
	return nominative
}

// transitive ends text behind which an amount is likelier an object: "отримав 1,2 млн".
var transitive = rewrite.Lazy(`\p{L}{3}(?:ав|ив|ала|ила|али|или|ало|ило|ить|ять|ють|ує|ає|ити|ати)` + space + `$`)

// allows tells whether the words in front ask for one of the cases.
func allows(before string, cases ...grammaticalCase) bool {
	return slices.ContainsFunc(governed(before), func(c grammaticalCase) bool { return slices.Contains(cases, c) })
}

// places are the cases that the words in front allow for what has a place in space or time, the locative first: "у місті".
func places(before string) []grammaticalCase {
	governed := governed(before)
	if slices.Contains(governed, locative) {
		return append([]grammaticalCase{locative}, governed...)
	}
	return governed
}

// place is the first of places, or the nominative.
func place(before string) grammaticalCase {
	if cases := places(before); cases != nil {
		return cases[0]
	}
	return nominative
}

package script

import (
	"sync"

	"github.com/aloud-audio/aloud/internal/lang"
)

// language is what the rules know about one language, from its text file. Abbreviations lack their
// last full stop.
type language struct {
	// before: abbreviations that precede what they belong to and never end a sentence: Mr. Smith,
	// e.g. Poland.
	before words
	// beforeNumber: the same, but only before a number: No. 10, Dec. 2.
	beforeNumber words
	// afterNumber: a unit that may end a sentence after a number, or a title before a name: 1990
	// р., р. Дніпро.
	afterNumber words
	// either: found as often before a name as at the end of a sentence: St. Louis, Main St.
	either words
	// compounds: pairs of words that belong together across a full stop: дол. США.
	compounds words
	// closing: pairs of abbreviations that end an enumeration: і т. д.
	closing words
	// starters: words that often begin sentences when capitalized, and are hardly ever names.
	starters words
	// says: verbs after the name of a speaker, where the name may follow a quotation: “Why?” Smith
	// asked.
	says words
	// answers: answers that those verbs report and that look like abbreviations: she said no.
	answers words
	// clock: the halves of the day; clockTails: capitalized words that may follow them;
	// secondTails: words that may follow another name: 2 a.m. Monday, 7 p.m. Kyiv time.
	clock, clockTails, secondTails words
	// timeOpeners: first words of a sentence that begins with a time: At 5 a.m., У 2014 р.
	timeOpeners words
	// letterWords: one-letter words that can end a sentence, unlike initials and list items: так і
	// є.
	letterWords words
	// ordinals: whether a full stop makes a number an ordinal: am 12. Juni.
	ordinals bool
}

// languageOf returns the rules' data for a language (BCP 47). It is read on first use. For a
// language without a text file it has the words of all languages.
func languageOf(tag string) *language {
	base := lang.Base(tag)
	if known, ok := languages.Load(base); ok {
		return known.(*language)
	}
	made := newLanguage(base)
	if len(lang.PhrasesIn(base, "starters")) > 0 { // do not cache tags of unknown languages
		languages.Store(base, made)
	}
	return made
}

var languages sync.Map // *language by base tag

// newLanguage reads the text file. Abbreviations that the language's pack expands need no entry
// there.
func newLanguage(tag string) *language {
	words := func(section string) words { return list(lang.WordsIn(tag, section)...) }
	l := &language{
		before:       words("before a word"),
		beforeNumber: words("before a number"),
		afterNumber:  words("behind a number"),
		either:       words("before a name or at the end"),
		compounds:    list(lang.PhrasesIn(tag, "pairs that stay together")...),
		closing:      list(lang.PhrasesIn(tag, "pairs that end an enumeration")...),
		starters:     words("starters"),
		says:         words("says"),
		answers:      words("answers"),
		clock:        words("halves of the day"),
		clockTails:   words("behind a time"),
		secondTails:  words("second behind a time"),
		timeOpeners:  words("time openers"),
		letterWords:  words("words of one letter"),
		ordinals:     len(words("a full stop makes ordinals")) > 0,
	}
	beforeWord, beforeNumber := lang.For(tag).Abbreviations()
	l.add(l.before, beforeWord)
	l.add(l.beforeNumber, beforeNumber)
	return l
}

// add adds abbreviations to a set, except those that the text file classifies itself.
func (l *language) add(to words, abbreviations []string) {
	for _, word := range abbreviations {
		if !l.before.has(word) && !l.beforeNumber.has(word) && !l.afterNumber.has(word) && !l.either.has(word) {
			to[word] = true
		}
	}
}

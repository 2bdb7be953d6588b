package script

import "strings"

// language is what the rules know about one language. Abbreviations are written without their last full stop.
type language struct {
	// before: stands before what it belongs to and never ends a sentence: Mr. Smith, e.g. Poland.
	before words
	// beforeNumber: the same, but only before a number: No. 10, Dec. 2.
	beforeNumber words
	// afterNumber: a unit that may end a sentence behind a number, and a title before a name: 1990 р., р. Дніпро.
	afterNumber words
	// either: stands before a name as often as at the end of a sentence: St. Louis, Main St.
	either words
	// compounds: pairs of words that stay together around a full stop: дол. США.
	compounds map[string]bool
	// closing: pairs of abbreviations with which an enumeration ends: і т. д.
	closing map[string]bool
	// starters: words that, with a capital letter, begin sentences and hardly ever names.
	starters words
	// says: verbs behind the name of a speaker, where the name may follow a quotation: “Why?” Smith asked.
	says words
	// clock: the halves of the day, clockTails what may follow them with a capital letter: 2 a.m. Monday.
	clock, clockTails words
	// timeOpeners: first words of a sentence that begins with a time: At 5 a.m., У 2014 р.
	timeOpeners words
	// letterWords: words of one letter that can end a sentence, unlike initials and items of a list: так і є.
	letterWords words
	// ordinals: a full stop makes a number an ordinal: am 12. Juni.
	ordinals bool
}

// languageOf finds what is known about a language (BCP 47: its first part counts). Of others the rules know no words.
func languageOf(tag string) *language {
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if lang, ok := languages[strings.ToLower(base)]; ok {
		return lang
	}
	return &other
}

var languages = map[string]*language{
	"en": &english, "uk": &ukrainian, "ru": &russian, "de": &german, "fr": &french, "es": &spanish, "pl": &polish,
}

var other = language{beforeNumber: list("No N° Nº №")}

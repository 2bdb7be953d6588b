package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

// grammaticalCase is the case that a word in front puts a number and its noun in. Numbers from two on have one form for the
// genitive, the dative and the locative.
type grammaticalCase int

const (
	nominativeCase   grammaticalCase = iota // and the accusative, which is the same but for "one"
	genitiveCase                            //
	locativeCase                            //
	instrumentalCase                        //
	unknownCase                             // a preposition that takes several
)

// governed are the cases that prepositions, and nouns of amount, put a number in.
var governed = cases(map[grammaticalCase]string{
	genitiveCase:     "do od ok. około z ze bez dla poniżej powyżej koło spośród oprócz wysokości kwoty sumy wartości maksymalnie.",
	locativeCase:     "w we przy",
	instrumentalCase: "przed między pomiędzy nad pod",
	unknownCase:      "ku dzięki przeciw przeciwko wbrew a",
})

// places are the cases of streets and squares, which are named with other prepositions.
var places = cases(map[grammaticalCase]string{
	genitiveCase:     "do od z ze u koło obok wzdłuż blisko róg rogu okolicach okolicy",
	locativeCase:     "w we na przy po o",
	instrumentalCase: "przed między pomiędzy nad pod za",
})

// hours are the cases of the hour and of years.
var hours = cases(map[grammaticalCase]string{
	genitiveCase:     "do od ok. około z ze koło",
	locativeCase:     "o w we po przy",
	instrumentalCase: "przed między pomiędzy",
	unknownCase:      "na za przez", // the accusative
})

func cases(words map[grammaticalCase]string) map[string]grammaticalCase {
	cases := map[string]grammaticalCase{}
	for c, list := range words {
		for word := range european.WordList(list) {
			cases[word] = c
		}
	}
	return cases
}

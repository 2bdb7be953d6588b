package spoken

// polishCase is the case that a word in front puts a number and its noun in. Numbers from two on have one form for the
// genitive, the dative and the locative.
type polishCase int

const (
	polishNominative   polishCase = iota // and the accusative, which is the same but for "one"
	polishGenitive                       //
	polishLocative                       //
	polishInstrumental                   //
	polishUnknown                        // a preposition that takes several
)

// polishGoverned are the cases that prepositions, and nouns of amount, put a number in.
var polishGoverned = polishCases(map[polishCase]string{
	polishGenitive:     "do od ok. około z ze bez dla poniżej powyżej koło spośród oprócz wysokości kwoty sumy wartości maksymalnie.",
	polishLocative:     "w we przy",
	polishInstrumental: "przed między pomiędzy nad pod",
	polishUnknown:      "ku dzięki przeciw przeciwko wbrew a",
})

// polishPlaces are the cases of streets and squares, which are named with other prepositions.
var polishPlaces = polishCases(map[polishCase]string{
	polishGenitive:     "do od z ze u koło obok wzdłuż blisko róg rogu okolicach okolicy",
	polishLocative:     "w we na przy po o",
	polishInstrumental: "przed między pomiędzy nad pod za",
})

// polishHours are the cases of the hour and of years.
var polishHours = polishCases(map[polishCase]string{
	polishGenitive:     "do od ok. około z ze koło",
	polishLocative:     "o w we po przy",
	polishInstrumental: "przed między pomiędzy",
	polishUnknown:      "na za przez", // the accusative
})

func polishCases(words map[polishCase]string) map[string]polishCase {
	cases := map[string]polishCase{}
	for c, list := range words {
		for word := range wordList(list) {
			cases[word] = c
		}
	}
	return cases
}

package script

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sentenceCases mark each end of a sentence with |.
var sentenceCases = []struct{ name, language, text string }{
	{"empty", "en", ""},
	{"only marks", "en", "* * * ..."},
	{"stops of all kinds", "en", "It fell. |Why? |Run! |Really?! |Yes. |Who shot J.R.? |Ann did."},
	{"rank and date", "en", "Lt. Col. Dana Reed arrived on Dec. 2. |The unit left with Gen. Hart on Sept. 11."},
	{"month at the end", "en", "They fled in Sept. 2022 and came back by Nov. |The men stayed."},
	{"number before and after", "en", "Apt. 5B and No. 10 burned. |No. |No. 2 did not."},
	{"page and figure", "en", "See p. 12, fig. 3 and Vol. IV for more. |Then stop."},
	{"party and state", "en", "Sen. Ann Cole, R-S.C., voted no. |Rep. Tom Dale (D-N.Y.) did not."},
	{"country before its senate", "en", "The U.S. Senate met the U.K. Foreign Secretary. |He lives in the U.S. |Many do."},
	{"acronym before a number", "en", "The bill, H.R. 815, passed. |Nobody read it."},
	{"initials", "en", "J.D. Vale met John F. Karr and P. T. Lind. |You and I. |Did they?"},
	{"degree", "en", "She holds a Ph.D. in law and a B.Sc. from Leeds. |Good."},
	{"company", "en", "Acme Inc. Chairman Bo Lee quit Roe & Co. |They paid him."},
	{"saint and street", "en", "St. Louis is hot. |He lives on Main St. near the park."},
	{"half of the day", "en", "He left at 6 p.m. |Ships sank. |Ms. Orr came at 2 a.m. Monday, or 9 a.m. Kyiv time. |At 5 a.m. Soldiers woke."},
	{"etc.", "en", "They sent guns, maps, etc. by rail. |They need tanks, etc. |Germany has some."},
	{"money and calibre", "en", "It costs $3.5 billion, or 10,000.50 a 7.62×39 round. |That is a lot."},
	{"quotation and speaker", "en", "“We will not go,” he said. |“Never!” the guard cried. |“Who says so?” U.S. Sen. Ann Bond asked. |He left."},
	{"sentences within a quotation", "en", "She said: “It is over. We lost. Go home.” |Nobody moved."},
	{"quotation never closed", "en", "“It is over. |We lost."},
	{"parenthesis", "en", "The man (He was 30. He was tall.) ran. |(She stayed.) |Then she ran."},
	{"straight quotes", "en", "\"It is late. Go,\" he said. |\"No.\""},
	{"ellipsis", "en", "I saw it... and ran. |Wait… |They came. |The thing is . . . I forgot. |It ended . . . . |So what."},
	{"omission", "en", "He spoke of a war [...] Ukraine fights, a plan (!) Mayor Roe made. |Good."},
	{"dash and speaker", "en", "“We won!” — Mayor Bond"},
	{"addresses", "en", "Write to Jane.Doe@example.com or see www.Example.Com/a.B?c=D. |Thank you."},
	{"forgotten space", "en", "He left.|Then she came, for 1,000.|That was it."},
	{"lower-case name", "en", "Sales rose. |iPhones led. |Yahoo! followed."},
	{"list items", "en", "1.) The bridge is out. |• 12. The road is not. |IV. The rest. |It was 12. |Good."},
	{"line break", "en", "It is over.\n|and this is new"},
	{"combining mark after the space", "en", "It is over. \u0301Now."},
	{"degree of longitude", "en", "It lies at 50.45° N, 30.52° E. |That is far."},

	{"answer before a number", "en", "The mayor said no. |12 streets were closed. |He is no. 12."},
	{"operations and airlines", "en", "Op. Barbarossa failed. |Baltic Intl. Airlines flew on. |Gens. Roe and Lee met Cllr. Dow."},
	{"streets", "en", "He lives on River Ct. near Mill Ln. |He left the 2nd Div. Monday."},

	{"end of an enumeration", "uk", "Були танки, гармати і т. д. |Люди тікали. |Дрони, ракети й т. п. |Усе горіло."},
	{"places", "uk", "У м. Харків на вул. Сумській вибух. |Біля р. Дніпро та с. Моринці тихо."},
	{"units", "uk", "Народився 5 січ. 1990 р. |Живе за 100 м. |Заробляє 3 млн грн. |Суд згоден."},
	{"sentence that opens with a year", "uk", "У 2014 р. Росія напала. |У 2022–2023 рр. Україна встояла."},
	{"abbreviations", "uk", "Т. зв. «республіка», напр. Крим, і т. д. |Він це знав, тобто так і є. |Див. також рис. 2 і п. 3 ст. 10."},
	{"names", "uk", "Проф. О. Коваль та ген. Іваненко з ун-ту ім. Шевченка тут. |Т. Г. Шевченко — ні."},
	{"dollars", "uk", "Це 12 млрд дол. США або 90 грн. |Дорого!"},
	{"quotation and dash", "uk", "«Що це?» — спитала вона. |«Ніч. Тиша», — відповів він. |«Так!» — Мер Коваль."},
	{"two full stops", "uk", "Хто це?.. |Невідомо."},

	{"Russian", "ru", "В 1990 г. Иванов уехал в г. Тулу на ул. Мира, т. е. далеко. |Там он умер в 1999 г. |А. С. Попов — нет."},
	{"German", "de", "Am 3. Oktober kam Dr. Maier mit 5 Mio. Euro, z. B. in bar. |„Gehen wir?“, fragte er. |„Ja.“ |Er las Seite 12. |Dort stand es."},
	{"French", "fr", "M. Duval, av. Foch, est là. |« Pourquoi ? » demande-t-il. |« Parce que. » |Il rit."},
	{"Spanish", "es", "El Sr. López vive en EE. UU. desde 1990. |¿Por qué? |¡Nadie sabe! |Véase pág. 5."},
	{"Polish", "pl", "Dr hab. J. Nowak, ul. Długa 5, tzw. ekspert, np. Kowal. |Urodził się w Łodzi w 1990 r. |Mieszka tu."},
	{"Chinese", "zh", "会议结束了。|他走了！|真的吗？"},
	{"Japanese", "ja", "彼は「行く。」と言った。|３．５％だった。|「はい。」|「いいえ。」"},
	{"Hindi", "hi", "वह गया। |वह आया।"},
	{"language with region", "en-US", "Mr. Roe left. |She did not."},
	{"unknown language", "xx", "It cost 3.5 units. |See No. 5. |A. B. Cole paid."},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.language+" "+c.name, func(t *testing.T) {
			want := strings.Split(c.text, "|")
			if c.text == "" {
				want = nil
			}
			got := Sentences(c.language, strings.Join(want, ""))
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestStatementsSplitQuotations(t *testing.T) {
	got := statements("en", "She said: “It is over. We lost.” Nobody moved.")
	want := []string{"She said: “It is over. ", "We lost.” ", "Nobody moved."}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// text draws what breaks splitters: stops, quotation marks, spaces, numbers, abbreviations, several
// scripts and grapheme clusters.
func text() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			". ", "? ", "…", "!", ",", "; ", " — ", ":", " ", "\u00A0", "\n", "“", "”", "\"", "«", "»", "(", ")", "'", "」", "「",
			"Mr.", "U.S.", "a.m.", "3.5", "10,000", "10 000", "7.62×39", "1990 р.", "дол. США", "ім.", "Він", "It", "word", "слово",
			"你好。", "漢字", "👩‍👩‍👧", "🇺🇦🇺🇦", "e\u0301", "\u0301", "\u200D", "\u200F", "\x00", "---", "\xff",
		}),
		rapid.String(),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 60), func(pieces []string) string { return strings.Join(pieces, "") })
}

var languageTags = rapid.SampledFrom([]string{"en", "uk", "ru", "de", "fr", "es", "pl", "ja", ""})

func TestSentencesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		language, text := languageTags.Draw(t, "language"), text().Draw(t, "text")
		got := Sentences(language, text)
		if strings.Join(got, "") != text {
			t.Fatalf("%q became %q", text, got)
		}
		at, boundaries := 0, boundaries(text)
		for _, sentence := range got {
			if at += len(sentence); sentence == "" || !boundaries[at] {
				t.Fatalf("a sentence is empty or cut within a character: %q", got)
			}
		}
		if !slices.Equal(got, Sentences(language, text)) {
			t.Fatal("the same text gave two results")
		}
	})
}

package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

func TestUnknown(t *testing.T) {
	for _, c := range []struct{ name, language, text, want string }{
		{"within a sentence", "en", "The road to Pidhaitsi was cut. Near Pidhaitsi’s bridge nobody spoke.", "Pidhaitsi 2"},
		{"order of appearance", "en", "They met Marchuk and then Hrytsak; later Marchuk left with Hrytsak.", "Marchuk 2, Hrytsak 2"},
		{"a beginning tells nothing", "en", "Bridges fell. Soldiers ran.", ""},
		{"but a verb does", "en", "Marchuk resigned on Monday. Hrytsak was there. Yavir told them. Bilyk’s car burnt.", "Marchuk 1, Hrytsak 1, Yavir 1"},
		{"or who a person is", "en", "Marchuk, who led them, left. Hrytsak, 41, stayed. Bridges, 12 of them, fell. Soldiers, who ran, hid.", "Marchuk 1, Hrytsak 1"},
		{"or another name", "en", "Yurko Hrytsak left", "Yurko 1, Hrytsak 1"},
		{"which ordinary words have too", "en", "Fighting continued. Officials said so. Inflation rose. Traffic was slow. Former Kyiv mayor. Police said. Electricity was restored. Meanwhile Trump left. Winter came.", ""},
		{"a Ukrainian ending", "uk", "Ковальчук пішов. Речник заявив. Жителі Києва чекали. Звук зник. Петренко сказав.", "Ковальчук 1, Петренко 1"},
		{"unless it comes again", "en", "Marchuk left. Marchuk came back.", "Marchuk 2"},
		{"and not in small letters", "en", "Shelling went on. Shelling stopped. The shelling killed two.", ""},
		{"after an opening quotation mark", "en", "He said: “Bridges fell.” “Ruins everywhere,” she said", ""},
		{"after a title or an initial", "en", "So Dr. Marchuk and J. Hrytsak agreed.", "Marchuk 1, Hrytsak 1"},
		{"new lines begin", "en", "no stop\nHeadline words", ""},
		{"a headline in capitals", "en", "The Ferry Comes to Marchuk Again\nMarchuk saw it; so did Hrytsak.", "Marchuk 1, Hrytsak 1"},
		{"a sentence of names is not a title", "en", "With Marchuk and Hrytsak.", "Marchuk 1, Hrytsak 1"},
		{"what is covered", "en", "In Kyiv and Kryvyi Rih, Kyiv’s mayor", ""},
		{"what all voices say right", "en", "on Monday in London with President John Smith and the Russians of Reuters-Guardian", ""},
		{"initialisms, numbers, addresses", "en", "the SBU and NATO, an F-16, T-72B3 at Pravda.com.ua and @Marchuk", ""},
		{"months in short", "en", "on 3 Nov 2026 and in late Sept with Jan", "Jan 1"},
		{"double names", "en", "with Nahorna-Bilyk and pro-Marchuk rebels", "Nahorna-Bilyk 1, Marchuk 1"},
		{"apostrophes", "en", "with O’Rourke and O'Rourke's wife", "O’Rourke 2"},
		{"Ukrainian", "uk", "У м. Радехів приїхав Макрон. Про це Макрон сказав у Києві.", "Радехів 1, Макрон 2"},
		{"a language without a list", "it", "Ieri la signora Meloni ha visto Zelensky.", "Meloni 1, Zelensky 1"},
		{"nothing", "en", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, n := range Unknown(c.language, c.text, New(c.language, BuiltIn(c.language))) {
				got = append(got, fmt.Sprint(n.Text, " ", n.Count))
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

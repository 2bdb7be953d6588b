package detect

import "testing"

func TestForeign(t *testing.T) {
	for _, test := range []struct{ name, text, expected, want string }{
		{"another script", "Паром знову ходить через річку.", "en", "uk"},
		{"another script, Russian", "Паром снова ходит через реку, сообщил капитан.", "en", "ru"},
		{"a name in another script", "Олена", "en", ""},
		{"a name beside the text", "The mayor of Одеса said so on Tuesday.", "en", ""},
		{"Greek", "Το πλοίο φεύγει το πρωί.", "en", "el"},
		{"Chinese", "渡轮早上离开港口。", "en", "zh"},
		{"Latin letters in a Ukrainian text", "the ferry will run again after a winter of repairs", "uk", "en"},
		{"titles in a Ukrainian text", "Financial Times, Le Monde, Die Zeit", "uk", ""},
		{"a neighbour", "паром снова будет ходить через реку после долгого ремонта", "uk", "ru"},
		{"the same script", "le bac traverse de nouveau la rivière après un hiver de travaux", "en", "fr"},
		{"names", "Bondarenko, Shevchenko, Zaporizhzhia, Kryvyi Rih, Chornomorsk and Bila Tserkva", "en", ""},
		{"capitals", "LE BAC TRAVERSE DE NOUVEAU LA RIVIÈRE APRÈS UN HIVER", "en", ""},
		{"the expected language", "The ferry will run again after a winter of repairs.", "en", ""},
		{"few words", "mise en place", "en", ""},
		{"Chinese characters in Japanese", "東京都知事選挙", "ja", ""},
		{"Latin letters in Serbian", "trajekt ponovo prelazi reku posle duge zime i popravki", "sr", ""},
		{"a language without a model", "The ferry will run again after a winter.", "xx", ""},
		{"nothing", "12, 13", "en", ""},
	} {
		if got := Foreign(test.text, test.expected); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAllows(t *testing.T) {
	for _, test := range []struct {
		name, text, stated, around string
		want                       bool
	}{
		{"right", "Паром знову ходить.", "uk", "en", true},
		{"pasted by mistake", "Паром знову ходить.", "en-US", "uk", false},
		{"the text around speaks against it", "The ferry runs again after the winter.", "fr", "en", false},
		{"it may be", "Le Monde", "fr", "en", true},
		{"figures", "12 + 3", "fr", "en", true},
	} {
		if got := Allows(test.text, test.stated, test.around); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}

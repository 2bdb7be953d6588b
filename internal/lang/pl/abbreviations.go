package pl

import (
	"maps"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var abbreviations = european.Abbreviations{
	Numbered: map[string]string{
		"nr": "numer", "nry": "numery", "str.": "strona", "s.": "strona", "rozdz.": "rozdział", "tel.": "telefon", "ust.": "ustęp",
		"maks.": "maksymalnie", "min.": "minimum",
	},
	Anywhere: map[string]string{
		"m.in.": "między innymi", "m. in.": "między innymi", "np.": "na przykład", "tzn.": "to znaczy", "tj.": "to jest",
		"ok.": "około", "ws.": "w sprawie", "pt.": "pod tytułem", "zob.": "zobacz", "ew.": "ewentualnie", "im.": "imienia",
		"tys.": "tysięcy", "m²": "metr kwadratowy", "km²": "kilometr kwadratowy", "m³": "metr sześcienny", "śp.": "świętej pamięci", "wg": "według", "ds.": "do spraw",
	},
	Closing: map[string]string{
		"itd.": "i tak dalej", "itp.": "i tym podobne", "p.n.e.": "przed naszą erą", "n.e.": "naszej ery", "br.": "bieżącego roku",
		"ub.r.": "ubiegłego roku", "etc.": "et cetera",
	},
	Signs:   map[string]string{"§§": "paragrafy", "§": "paragraf", "№": "numer"},
	Symbols: map[string]string{"&": "i", "+": "plus", "=": "równa się"},
}

// titles are ranks and titles: nominative, genitive, dative, instrumental.
var titles = map[string][4]string{
	"prof.":  {"profesor", "profesora", "profesorowi", "profesorem"},
	"dr":     {"doktor", "doktora", "doktorowi", "doktorem"},
	"gen.":   {"generał", "generała", "generałowi", "generałem"},
	"płk":    {"pułkownik", "pułkownika", "pułkownikowi", "pułkownikiem"},
	"ppłk":   {"podpułkownik", "podpułkownika", "podpułkownikowi", "podpułkownikiem"},
	"mjr":    {"major", "majora", "majorowi", "majorem"},
	"kpt.":   {"kapitan", "kapitana", "kapitanowi", "kapitanem"},
	"por.":   {"porucznik", "porucznika", "porucznikowi", "porucznikiem"},
	"ppor.":  {"podporucznik", "podporucznika", "podporucznikowi", "podporucznikiem"},
	"sierż.": {"sierżant", "sierżanta", "sierżantowi", "sierżantem"},
	"ks.":    {"ksiądz", "księdza", "księdzu", "księdzem"},
	"bp":     {"biskup", "biskupa", "biskupowi", "biskupem"},
	"abp":    {"arcybiskup", "arcybiskupa", "arcybiskupowi", "arcybiskupem"},
	"inż.":   {"inżynier", "inżyniera", "inżynierowi", "inżynierem"},
	"mec.":   {"mecenas", "mecenasa", "mecenasowi", "mecenasem"},
	"red.":   {"redaktor", "redaktora", "redaktorowi", "redaktorem"},
}

// streets, and articles of law, are declined by the preposition in front: nominative, genitive, locative, instrumental.
var streets = map[string][4]string{
	"ul.":  {"ulica", "ulicy", "ulicy", "ulicą"},
	"al.":  {"aleja", "alei", "alei", "aleją"},
	"pl.":  {"plac", "placu", "placu", "placem"},
	"os.":  {"osiedle", "osiedla", "osiedlu", "osiedlem"},
	"art.": {"artykuł", "artykułu", "artykule", "artykułem"},
}

// declinedRules are for abbreviations whose case the words around them tell.
func declinedRules() []rewrite.Rule {
	titles, streets := european.NewTable(capitals(titles)), european.NewTable(capitals(streets))
	return []rewrite.Rule{
		{Name: "title", Pattern: titles.Pattern, Say: func(m rewrite.Match) (string, bool) {
			forms := titles.Of(m.Groups[0])
			return forms[nameCase(m.After)], european.Opens(m.Before) && european.Closes(m.After) && european.StartsUpper(european.WordAfter(m.After))
		}},
		{Name: "abbreviation", Pattern: streets.Pattern, Say: func(m rewrite.Match) (string, bool) {
			c := places[european.WordBefore(m.Before)]
			return streets.Of(m.Groups[0])[c], european.Opens(m.Before) && european.Closes(m.After) && isNameOrNumber(m.After)
		}},
		{Name: "abbreviation", Pattern: `tzw\.`, Say: func(m rewrite.Match) (string, bool) {
			return soCalled(european.WordAfter(m.After)), european.Opens(m.Before) && soCalled(european.WordAfter(m.After)) != ""
		}},
	}
}

// capitals adds each word as it begins a sentence.
func capitals(words map[string][4]string) map[string][4]string {
	all := maps.Clone(words)
	for word, forms := range words {
		for i, form := range forms {
			forms[i] = european.Capitalised(form)
		}
		all[european.Capitalised(word)] = forms
	}
	return all
}

// isNameOrNumber is for what follows "ul." and "art.": "ul. 3 Maja".
func isNameOrNumber(after string) bool {
	rest := strings.TrimLeft(after, " \u00A0\u202F")
	return european.StartsUpper(rest) || european.StartsDigit(rest)
}

// nameCase is the index of the title's form by the ending of the name, where that tells: 0 if it does not.
func nameCase(after string) int {
	for range 2 {
		name := european.WordAfter(after)
		if !european.StartsUpper(name) {
			return 0
		}
		for i, endings := range [][]string{1: {"skiego", "ckiego", "dzkiego"}, 2: {"skiemu", "ckiemu", "owi"}, 3: {"skim", "ckim", "em"}} {
			for _, ending := range endings {
				if strings.HasSuffix(name, ending) {
					return i
				}
			}
		}
		after = strings.TrimLeft(after, " \u00A0")[len(name):]
	}
	return 0
}

// soCalled is "tak zwany" as the adjective after it is declined, or "" if its ending does not tell.
func soCalled(next string) string {
	for _, agree := range [][2]string{
		{"ych", "ych"}, {"ich", "ych"}, {"ego", "ego"}, {"emu", "emu"}, {"ymi", "ymi"}, {"imi", "ymi"}, {"ej", "ej"}, {"ym", "ym"},
	} {
		if strings.HasSuffix(next, agree[0]) {
			return "tak zwan" + agree[1]
		}
	}
	return ""
}

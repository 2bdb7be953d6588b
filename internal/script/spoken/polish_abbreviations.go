package spoken

import (
	"maps"
	"strings"
)

var polishAbbreviations = abbreviations{
	numbered: map[string]string{
		"nr": "numer", "nry": "numery", "str.": "strona", "s.": "strona", "rozdz.": "rozdział", "tel.": "telefon", "ust.": "ustęp",
		"maks.": "maksymalnie", "min.": "minimum",
	},
	anywhere: map[string]string{
		"m.in.": "między innymi", "m. in.": "między innymi", "np.": "na przykład", "tzn.": "to znaczy", "tj.": "to jest",
		"ok.": "około", "ws.": "w sprawie", "pt.": "pod tytułem", "zob.": "zobacz", "ew.": "ewentualnie", "im.": "imienia",
		"tys.": "tysięcy", "m²": "metr kwadratowy", "km²": "kilometr kwadratowy", "m³": "metr sześcienny", "śp.": "świętej pamięci", "wg": "według", "ds.": "do spraw",
	},
	closing: map[string]string{
		"itd.": "i tak dalej", "itp.": "i tym podobne", "p.n.e.": "przed naszą erą", "n.e.": "naszej ery", "br.": "bieżącego roku",
		"ub.r.": "ubiegłego roku", "etc.": "et cetera",
	},
	signs:   map[string]string{"§§": "paragrafy", "§": "paragraf", "№": "numer"},
	symbols: map[string]string{"&": "i", "+": "plus", "=": "równa się"},
}

// polishTitles are ranks and titles: nominative, genitive, dative, instrumental.
var polishTitles = map[string][4]string{
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

// polishStreets, and articles of law, are declined by the preposition in front: nominative, genitive, locative, instrumental.
var polishStreets = map[string][4]string{
	"ul.":  {"ulica", "ulicy", "ulicy", "ulicą"},
	"al.":  {"aleja", "alei", "alei", "aleją"},
	"pl.":  {"plac", "placu", "placu", "placem"},
	"os.":  {"osiedle", "osiedla", "osiedlu", "osiedlem"},
	"art.": {"artykuł", "artykułu", "artykule", "artykułem"},
}

// polishDeclinedRules are for abbreviations whose case the words around them tell.
func polishDeclinedRules() []rule {
	titles, streets := newTable(polishCapitals(polishTitles)), newTable(polishCapitals(polishStreets))
	return []rule{
		{"title", titles.pattern, func(m match) (string, bool) {
			forms := titles.of(m.groups[0])
			return forms[polishNameCase(m.after)], opens(m.before) && closes(m.after) && startsUpper(wordAfter(m.after))
		}},
		{"abbreviation", streets.pattern, func(m match) (string, bool) {
			c := polishPlaces[wordBefore(m.before)]
			return streets.of(m.groups[0])[c], opens(m.before) && closes(m.after) && isNameOrNumber(m.after)
		}},
		{"abbreviation", `tzw\.`, func(m match) (string, bool) {
			return polishSoCalled(wordAfter(m.after)), opens(m.before) && polishSoCalled(wordAfter(m.after)) != ""
		}},
	}
}

// polishCapitals adds each word as it begins a sentence.
func polishCapitals(words map[string][4]string) map[string][4]string {
	all := maps.Clone(words)
	for word, forms := range words {
		for i, form := range forms {
			forms[i] = capitalised(form)
		}
		all[capitalised(word)] = forms
	}
	return all
}

// isNameOrNumber is for what follows "ul." and "art.": "ul. 3 Maja".
func isNameOrNumber(after string) bool {
	rest := strings.TrimLeft(after, " \u00A0\u202F")
	return startsUpper(rest) || startsDigit(rest)
}

// polishNameCase is the index of the title's form by the ending of the name, where that tells: 0 if it does not.
func polishNameCase(after string) int {
	for range 2 {
		name := wordAfter(after)
		if !startsUpper(name) {
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

// polishSoCalled is "tak zwany" as the adjective after it is declined, or "" if its ending does not tell.
func polishSoCalled(next string) string {
	for _, agree := range [][2]string{
		{"ych", "ych"}, {"ich", "ych"}, {"ego", "ego"}, {"emu", "emu"}, {"ymi", "ymi"}, {"imi", "ymi"}, {"ej", "ej"}, {"ym", "ym"},
	} {
		if strings.HasSuffix(next, agree[0]) {
			return "tak zwan" + agree[1]
		}
	}
	return ""
}

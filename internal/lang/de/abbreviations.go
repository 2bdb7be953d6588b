package de

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var abbreviations = grammar.Abbreviations{
	Titles: map[string]string{
		"Dr.": "Doktor", "Dr. med.": "Doktor med", "Dr. jur.": "Doktor jur", "Dr. phil.": "Doktor phil", "Dr. h. c.": "Doktor honoris causa",
		"Prof.": "Professor", "Hr.": "Herr", "Hrn.": "Herrn", "Fr.": "Frau", "St.": "Sankt",
		"Gen.": "General", "Oberstlt.": "Oberstleutnant", "Hptm.": "Hauptmann", "Pfr.": "Pfarrer", "Ing.": "Ingenieur",
		"Mag.": "Magister",
	},
	Numbered: map[string]string{
		"Nr.": "Nummer", "Nrn.": "Nummern", "Art.": "Artikel", "Abs.": "Absatz", "S.": "Seite", "Kap.": "Kapitel",
		"Bd.": "Band", "Abb.": "Abbildung", "Tel.": "Telefon", "mind.": "mindestens", "max.": "maximal",
	},
	Anywhere: map[string]string{
		"z. B.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "unter anderem", "z. T.": "zum Teil",
		"i. d. R.": "in der Regel", "s. o.": "siehe oben", "s. u.": "siehe unten", "u. U.": "unter Umständen",
		"v. a.": "vor allem", "bzw.": "beziehungsweise", "ca.": "circa", "ggf.": "gegebenenfalls", "evtl.": "eventuell",
		"vgl.": "vergleiche", "inkl.": "inklusive", "exkl.": "exklusive", "zzgl.": "zuzüglich", "abzgl.": "abzüglich",
		"insb.": "insbesondere", "bspw.": "beispielsweise", "u. v. m.": "und vieles mehr",
		"n. Chr.": "nach Christus", "v. Chr.": "vor Christus", "a. D.": "außer Dienst",
		"m²": "Quadratmeter", "km²": "Quadratkilometer", "m³": "Kubikmeter", "n. V.": "nach Verlängerung", "i. V. m.": "in Verbindung mit", "Str.": "Straße",
	},
	Closing: map[string]string{
		"usw.": "und so weiter", "usf.": "und so fort", "etc.": "et cetera", "u. Ä.": "und Ähnliches",
		"o. Ä.": "oder Ähnliches", "Jh.": "Jahrhundert", "Jhd.": "Jahrhundert", "Std.": "Stunden",
	},
	Signs:   map[string]string{"§§": "Paragrafen", "§": "Paragraf", "№": "Nummer"},
	Symbols: map[string]string{"&": "und", "+": "plus", "=": "gleich"},
}

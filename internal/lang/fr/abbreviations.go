package fr

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

var abbreviations = european.Abbreviations{
	Titles: map[string]string{
		"M.": "monsieur", "MM.": "messieurs", "Mme": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle", "Mgr": "monseigneur",
		"Dr": "docteur", "Dr.": "docteur", "Pr": "professeur", "Pr.": "professeur", "Me": "maître", "St": "saint", "Ste": "sainte",
		"gén.": "général", "col.": "colonel", "cap.": "capitaine", "lt.": "lieutenant",
	},
	Numbered: map[string]string{
		"n°": "numéro", "nº": "numéro", "nos": "numéros", "art.": "article", "p.": "page", "pp.": "pages", "chap.": "chapitre",
		"vol.": "volume", "fig.": "figure", "tél.": "téléphone", "al.": "alinéa",
	},
	Anywhere: map[string]string{
		"p. ex.": "par exemple", "par ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "env.": "environ", "cf.": "confer",
		"av. J.-C.": "avant Jésus-Christ", "apr. J.-C.": "après Jésus-Christ", "J.-C.": "Jésus-Christ",
		"m²": "mètre carré", "km²": "kilomètre carré", "m³": "mètre cube", "min.": "minimum", "max.": "maximum", "bd": "boulevard", "blvd": "boulevard",
	},
	Closing: map[string]string{"etc.": "et cetera"},
	Signs:   map[string]string{"§§": "paragraphes", "§": "paragraphe", "№": "numéro"},
	Symbols: map[string]string{"&": "et", "+": "plus", "=": "égale"},
}

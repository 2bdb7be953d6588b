package es

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

var abbreviations = european.Abbreviations{
	Titles: map[string]string{
		"Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Sres.": "señores", "Sras.": "señoras", "Dr.": "doctor",
		"Dra.": "doctora", "D.": "don", "Dña.": "doña", "D.ª": "doña", "Prof.": "profesor", "Profa.": "profesora",
		"Gral.": "general", "Cnel.": "coronel", "Tte.": "teniente", "Cap.": "capitán", "Ing.": "ingeniero",
		"Lic.": "licenciado", "Mons.": "monseñor", "Sto.": "santo", "Sta.": "santa", "Av.": "avenida", "Avda.": "avenida",
	},
	Numbered: map[string]string{
		"n.º": "número", "nº": "número", "n°": "número", "núm.": "número", "núms.": "números", "art.": "artículo",
		"arts.": "artículos", "pág.": "página", "págs.": "páginas", "cap.": "capítulo", "vol.": "volumen", "fig.": "figura",
		"tel.": "teléfono", "máx.": "máximo", "mín.": "mínimo",
	},
	Anywhere: map[string]string{
		"p. ej.": "por ejemplo", "aprox.": "aproximadamente", "vs.": "versus", "a. C.": "antes de Cristo", "d. C.": "después de Cristo",
		"Ud.": "usted", "Uds.": "ustedes", "m²": "metro cuadrado", "km²": "kilómetro cuadrado", "m³": "metro cúbico", "dpto.": "departamento", "EE UU": "Estados Unidos", "EEUU": "Estados Unidos",
		"q. e. p. d.": "que en paz descanse",
	},
	Closing: map[string]string{
		"etc.": "etcétera", "EE. UU.": "Estados Unidos", "JJ. OO.": "Juegos Olímpicos", "FF. AA.": "Fuerzas Armadas",
		"RR. HH.": "Recursos Humanos", "CC. AA.": "comunidades autónomas",
	},
	Signs:   map[string]string{"§§": "párrafos", "§": "párrafo", "№": "número"},
	Symbols: map[string]string{"&": "y", "+": "más", "=": "igual a"},
}

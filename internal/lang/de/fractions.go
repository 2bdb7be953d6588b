package de

// fractions are those of news, by how they are written with figures.
var fractions = map[string]string{
	"1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel", "3/4": "drei Viertel",
	"1/5": "ein Fünftel", "2/5": "zwei Fünftel", "3/5": "drei Fünftel", "4/5": "vier Fünftel", "1/8": "ein Achtel", "1/10": "ein Zehntel",
}

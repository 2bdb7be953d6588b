package es

// fractions are those of news, by how they are written with figures.
var fractions = map[string]string{
	"1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos",
	"1/5": "un quinto", "2/5": "dos quintos", "3/5": "tres quintos", "4/5": "cuatro quintos", "1/8": "un octavo", "1/10": "un décimo",
}

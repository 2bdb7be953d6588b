package pl

// fractions are those of news, by how they are written with figures.
var fractions = map[string]string{
	"1/2": "jedna druga", "1/3": "jedna trzecia", "2/3": "dwie trzecie", "1/4": "jedna czwarta", "3/4": "trzy czwarte",
	"1/5": "jedna piąta", "2/5": "dwie piąte", "3/5": "trzy piąte", "4/5": "cztery piąte", "1/8": "jedna ósma", "1/10": "jedna dziesiąta",
}

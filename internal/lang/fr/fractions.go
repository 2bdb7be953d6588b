package fr

// fractions are those of news, by how they are written with figures.
var fractions = map[string]string{
	"1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts",
	"1/5": "un cinquième", "2/5": "deux cinquièmes", "3/5": "trois cinquièmes", "4/5": "quatre cinquièmes", "1/8": "un huitième",
	"1/10": "un dixième",
}

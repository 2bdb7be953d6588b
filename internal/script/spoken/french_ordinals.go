package spoken

func frenchOrdinalRules() []rule {
	return []rule{
		{"ordinal", `(\d{1,3}|[IVX]+)(ère|ers?|res?|nde?s?|èmes?|es?|è)`, func(m match) (string, bool) {
			n := atoi(m.groups[1])
			if n == 0 {
				n = romanNumber(m.groups[1])
			}
			if n == 0 || !opens(m.before) || !closes(m.after) {
				return "", false
			}
			return frenchRank(n, m.groups[2])
		}},
	}
}

// frenchRank says an ordinal by its letters: 1er, 1re, 2e, 2nd. Letters that do not fit the number are no ordinal's.
func frenchRank(n int, letters string) (string, bool) {
	plural := ""
	if letters[len(letters)-1] == 's' {
		plural, letters = "s", letters[:len(letters)-1]
	}
	said := ""
	switch letters {
	case "er":
		said = "premier"
	case "re", "ère":
		said = "première"
	case "nd":
		return "second" + plural, n == 2
	case "nde":
		return "seconde" + plural, n == 2
	default:
		return frenchOrdinal(n) + plural, n > 1
	}
	return said + plural, n == 1
}

package spoken

import "strings"

// Roman numerals are numbers behind what is numbered (Article V, World War II) and ranks behind the name of a ruler
// (Elizabeth II). One letter alone is often something else, so it needs more: Malcolm X, I am, vitamin C.
var englishRomans = []rule{
	{"roman", `\b([IVXLC]+)(?:<dash>([IVXLC]+))?(?:<gap>(century|centuries|Corps|Army)|([’']s))?\b`, enAlone(sayRoman)},
	{"roman", `[Ⅰ-Ⅻ]`, func(m match) (string, bool) {
		return enTitled(enCardinal(int64(enFirstRune(m.groups[0]) - 'Ⅰ' + 1))), true
	}},
	{"roman", `\bWW(I{1,3})\b`, enAlone(func(m match) (string, bool) {
		n, ok := enRoman(m.groups[1])
		return "World War " + enTitled(enCardinal(n)), ok
	})},
}

// sayRoman is for Article V, Chapters II–IV, Pope Leo XIV's and the XIX century.
func sayRoman(m match) (string, bool) {
	say := func(n int64) string { return enTitled(enCardinal(n)) }
	switch name := enWordBefore(m.before); {
	case m.groups[3] != "":
		say = enOrdinal
	case !strings.HasSuffix(m.before, name+" ") || enPronoun(m):
		return "", false
	case enNumberedThings[strings.ToLower(name)]:
	case enIsRuler(m, name):
		say = func(n int64) string { return "the " + enTitled(enOrdinal(n)) }
	case !enNumeralCertain(m, name):
		return "", false
	}
	n, ok := enRoman(m.groups[1])
	said := say(n)
	if m.groups[2] != "" {
		last, valid := enRoman(m.groups[2])
		said, ok = said+" to "+say(last), ok && valid
	}
	if m.groups[3] != "" {
		said += " " + m.groups[3]
	}
	return said + m.groups[4], ok
}

// enNumberedThings have a numeral behind them, also of one letter. The last line is names: agreements, a council, treaties.
var enNumberedThings = enSet(`war chapter chapters article articles part parts volume volumes book title section sections act scene annex appendix
	schedule phase stage type class level tier category grade group protocol table figure mark bowl stream games olympiad
	session corps region
	minsk vatican salt start`)

// enIsRuler: a name that rulers have had, or any behind King and the like; and a third of his name, as in John Smith III.
func enIsRuler(m match, name string) bool {
	first := enWordBefore(strings.TrimSuffix(m.before, name+" "))
	numeral := m.groups[1]
	initial := len(numeral) == 1 && strings.HasPrefix(m.after, ".") && enStop(m.after[1:]) == "" // Ivan V. Petrenko
	switch {
	case !enIsUpper(name) || initial:
		return false
	case enThrones[first] || enRulers[name]:
		return true
	}
	return (numeral == "II" || numeral == "III" || numeral == "IV") && enIsUpper(first) && !enStarters[first] && !enStarters[name]
}

// enNumeralCertain: two letters behind a name, as in Apollo XI. Fifty and more are sizes and initialisms.
func enNumeralCertain(m match, name string) bool {
	return enIsUpper(name) && !enStarters[name] && strings.ToUpper(name) != name && len(m.groups[1]) > 1 && strings.Trim(m.groups[1], "IVX") == ""
}

// enPronoun guesses by what follows whether an I is the speaker. C and L alone are letters.
func enPronoun(m match) bool {
	switch m.groups[1] {
	case "C", "L":
		return true
	case "I":
		return m.groups[2] == "" && (enSpeaks(m.after) || m.groups[4] == "" && enIsWord(enFirstRune(m.after)))
	}
	return false
}

// enSpeaks guesses by what follows an I whether it is the speaker: a verb, not "of" or "was".
func enSpeaks(after string) bool {
	next := enWordAfter(after)
	return enIsLower(next) && !enAfterNumeral[next]
}

var enAfterNumeral = enSet("of and or to in on at by for from as is was were with who which ended began broke states says provides rulers era")

var enThrones = enSet("King Queen Pope Emperor Empress Tsar Czar Tsarina Kaiser Sultan Patriarch Prince Princess Duke Grand Shah Saint St Metropolitan")

// enRulers are the names of rulers and popes that news writes with a numeral; Robert is of Scotland and Naples.
var enRulers = enSet(`Elizabeth Charles George Edward Henry James William Mary Richard Victoria Leo Pius Paul Benedict Francis Gregory Clement
	Innocent Urban Sixtus Julius Boniface Nicholas Alexander Catherine Peter Ivan Louis Napoleon Philip Ferdinand Franz Joseph Frederick
	Wilhelm Otto Konrad Leopold Albert Baudouin Juan Carlos Felipe Alfonso Margrethe Frederik Christian Harald Olav Haakon Gustaf Gustav Beatrix
	Umberto Victor Emmanuel Sigismund Casimir Stanislaw Augustus Wladyslaw Vladimir Volodymyr Yaroslav Danylo Sviatoslav
	Abdullah Hussein Mohammed Hassan Faisal Salman Selim Suleiman Mehmed Murad Ramses Bartholomew Kirill Filaret Alexy Constantine Theodore
	Basil Justinian Darius Xerxes Rama Haile Robert Matthias Stephen`)

// enRoman is the value of a Roman numeral in its one right spelling.
func enRoman(numeral string) (int64, bool) {
	rest, value := numeral, int64(0)
	for _, digit := range enRomanDigits {
		for strings.HasPrefix(rest, digit.letters) {
			value += digit.value
			rest = rest[len(digit.letters):]
		}
	}
	return value, rest == "" && enToRoman(value) == numeral
}

func enToRoman(n int64) string {
	var numeral strings.Builder
	for _, digit := range enRomanDigits {
		for ; n >= digit.value; n -= digit.value {
			numeral.WriteString(digit.letters)
		}
	}
	return numeral.String()
}

var enRomanDigits = []struct {
	letters string
	value   int64
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// enTitled begins each word with a capital, as the name that it is part of does.
func enTitled(words string) string {
	parts := strings.Split(words, " ")
	for i, part := range parts {
		parts[i] = strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Join(parts, " ")
}

package spoken

import "strings"

// Two numbers with a sign between them that is neither a range nor a fraction: points of a whole, shares, verses, codes.
var englishRatios = []rule{
	{"number", `\b(\d{1,3}):(\d{1,3})(?:<dash>(\d{1,3}))?\b`, enAlone(sayVerse)},
	{"number", `\b(\d{1,3}(?:\.\d)?)/(5|10|100)\b`, enAlone(sayRating)},
	{"number", `\b(\d{1,2})/(\d{1,2})\b`, enAlone(sayShares)},
	{"number", `\b(\d{1,6})-(\d{1,6})\b`, enAlone(sayCode)},
	{"number", `\b(\d{5})(?:-(\d{4}))?\b`, enAlone(sayZip)},
	{"number", `\b(\d{1,3})((?:\((?:\d{1,2}|[a-hj-r]|i{1,3}|i?v|vi{0,3})\))+)`, enAlone(sayClause)},
}

// sayVerse is for Psalm 23:4 and Matthew 5:3-10.
func sayVerse(m match) (string, bool) {
	said := enNumber(m.groups[1]) + " " + enNumber(m.groups[2])
	if m.groups[3] != "" {
		said += " to " + enNumber(m.groups[3])
	}
	return said, enBooks[enWordBefore(m.before)]
}

// enBooks are books with verses.
var enBooks = enSet(`Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job Psalm Psalms
	Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah
	Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Philippians Colossians Thessalonians
	Timothy Titus Philemon Hebrews Peter Jude Revelation Sirach Maccabees Surah Sura Quran Qur'an`)

// sayRating is for points of what can be had, 8/10 and 4.5/5 stars. "of" makes tenths of it: 9/10 of the crop.
func sayRating(m match) (string, bool) {
	top, bottom, next := m.groups[1], m.groups[2], enWordAfter(m.after)
	rated := strings.Contains(top, ".") || enIsRated(m) || bottom == "10" && top != "1"
	return enNumber(top) + " out of " + enNumber(bottom), rated && next != "of" && !enMeasured(m.after)
}

func enIsRated(m match) bool {
	return enRated[strings.ToLower(enWordBefore(m.before))] || enRating[enWordAfter(m.after)]
}

var (
	enRated  = enSet("score scored scores scoring rate rated rates rating gave give gives got")
	enRating = enSet("star stars rating ratings score points doctors dentists people women men voters children adults")
)

// sayShares is for a 60/40 split and for a day by which people know what happened on it: 7/7.
func sayShares(m match) (string, bool) {
	first, last := enInt(m.groups[1]), enInt(m.groups[2])
	said := enNumber(m.groups[1]) + " " + enNumber(m.groups[2])
	if first == last && enIsRated(m) {
		said = strings.Replace(said, " ", " out of ", 1)
	}
	return said, !strings.HasPrefix(m.after, "/") && (first+last == 100 || first == last && first > 1)
}

// sayCode is for numbers of cases and the like, 12-3456 and 10313-1. A range goes up, and its numbers are of one size or
// round.
func sayCode(m match) (string, bool) {
	first, last := m.groups[1], m.groups[2]
	numbered := enCoded[strings.ToLower(enWordBefore(m.before))]
	if strings.HasSuffix(strings.TrimRight(m.before, enSpaces), ".") { // No., pp.
		return "", false
	}
	coded := last[0] == '0' && len(last) > 1 || len(first) > 3 && enInt(last) < enInt(first) && len(last) != 2 ||
		len(last) > len(first) && enInt(last) > 10*enInt(first) && enInt(last)%10 != 0 && len(first) > 1
	year := len(first) == 4 && first[0] <= '2' && len(last) == 2
	return enCode(first) + " " + enCode(last), (numbered || coded) && !year && enApartDash(m) && !enCounts(m.after) && !strings.HasPrefix(m.after, "%")
}

var enCoded = enSet("case bill law decree resolution flight room docket")

// sayZip is for the number behind a state: D.C. 20500.
func sayZip(m match) (string, bool) {
	before := strings.TrimRight(m.before, enSpaces)
	word := before[strings.LastIndexAny(before, " ,\u00A0\n")+1:]
	_, state := enState(word)
	said := enDigits(m.groups[1])
	if m.groups[2] != "" {
		said += ", " + enDigits(m.groups[2])
	}
	return said, before != m.before && (state || word == "D.C." || word == "DC") && !enCounts(m.after)
}

// sayClause is for a part of a law: Article 5(1)(a).
func sayClause(m match) (string, bool) {
	said := enNumber(m.groups[1])
	for _, part := range strings.FieldsFunc(m.groups[2], func(r rune) bool { return r == '(' || r == ')' }) {
		n, roman := enRoman(strings.ToUpper(part))
		switch {
		case isDigit(part[0]):
			said += " " + enNumber(part)
		case roman && part != "c" && part != "l":
			said += " " + enCardinal(n)
		default:
			said += " " + strings.ToUpper(part)
		}
	}
	return said, true
}

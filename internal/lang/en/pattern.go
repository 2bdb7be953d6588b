package en

import "strings"

// pattern expands a pattern: a space matches every space that stays on its line, and a name in
// angle brackets stands for a part that rules share.
func pattern(pattern string) string {
	for {
		written := parts.Replace(pattern)
		if written == pattern {
			return space.Replace(pattern)
		}
		pattern = written
	}
}

// parts are the shared parts of patterns. Those that capture something have a group.
var parts = strings.NewReplacer(
	"<number>", `(\d{1,3}(?: \d{3})? 000|\d+(?:[,\x{A0}\x{2009}\x{202F}]\d{3})*(?:\.\d+)?|\.\d+)`,
	"<sign>", `([~≈<>≥≤±] ?|[+−–‑-]|)`,
	"<gap>", `(?: |-)`,
	"<dash>", `[-–—‑−]`,
	"<to>", `(?: ?<dash> ?)`,
	"<magnitude>", `(?:(?: |-)?(hundred|thousand|lakh|crore|[mbt]r?illion|ml?n|bl?n|tr?n|[kKmMBT])\b\.?)`,
	"<month>", `(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`,
	"<day>", `(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?`,
	"<year>", `(1[5-9]\d\d|20\d\d)`,
)

var space = strings.NewReplacer(" ", `[ \x{A0}\x{2009}\x{202F}]`)

// signed returns the words for the sign before a number. A dash after a word is a hyphen.
func signed(sign, before string) string {
	sign = strings.TrimRight(sign, spaces)
	if strings.Contains("-‑−–", sign) && !apart(before) {
		return sign
	}
	return list("signs")[sign]
}

func magnitudeWord(written string) string {
	if word, ok := list("magnitudes")[written]; ok {
		return word
	}
	return written
}

package speech

import (
	"strings"

	"golang.org/x/text/language"
)

// SameLanguage reports whether two BCP 47 tags are of one language, whatever their region: en-GB
// and en-US are, cmn-CN and zh are, uk and ru are not.
func SameLanguage(a, b string) bool {
	base := baseLanguage(a)
	return base != "" && base == baseLanguage(b)
}

func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	parsed, err := language.All.Parse(base) // All: macro languages too, nb as no and cmn as zh
	if err != nil {
		return base
	}
	canonical, _ := parsed.Base()
	return canonical.String()
}

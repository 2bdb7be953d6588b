package inflect

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// noun is what is counted.
type noun struct {
	pack.NounClass
	gender           string
	singular, plural map[string]string
	unit             string // of CLDR, which has its forms
}

func (l *language) parseNouns() (map[string]noun, error) {
	nouns := map[string]noun{}
	for _, c := range l.data.Nouns {
		var all [][]string
		for stem := range strings.FieldsSeq(c.Stems) {
			all = append(all, inflected(stem, c.Endings))
		}
		if c.Forms != "" {
			all = append(all, strings.Split(strings.ReplaceAll(c.Forms, " / ", ", "), ", "))
		}
		for _, forms := range all {
			if len(forms) != 2*len(l.cases) {
				return nil, fmt.Errorf("nouns: %q has %d forms, want one a case in the singular and the plural", forms[0], len(forms))
			}
			n := noun{NounClass: c, gender: c.Gender, singular: map[string]string{}, plural: map[string]string{}}
			for i, of := range l.cases {
				n.singular[of], n.plural[of] = forms[i], forms[len(l.cases)+i]
			}
			nouns[cmp.Or(c.Name, forms[0])] = n
		}
	}
	return nouns, nil
}

func inflected(stem, endings string) []string {
	var forms []string
	for ending := range strings.FieldsSeq(strings.ReplaceAll(endings, " / ", " ")) {
		forms = append(forms, stem+strings.TrimPrefix(ending, "-"))
	}
	return forms
}

// unitGender is the gender of numbers beside a unit of CLDR's gender.
func unitGender(gender string) string {
	switch gender {
	case "feminine", "neuter":
		return gender
	}
	return "masculine"
}

// counted is the form of n beside a number.
func (l *language) counted(n noun, a amount, c string) (string, bool) {
	category := a.category(l.tag)
	if a.decimals == "" && strings.HasSuffix(a.figures, "000") { // thousands and millions are nouns themselves
		category, c = cldr.Many, genitive
	}
	if n.unit != "" {
		pattern, ok := cldr.Unit(l.tag, n.unit, category, string(c))
		return strings.TrimSpace(strings.Replace(pattern, "{0}", "", 1)), ok && strings.HasPrefix(pattern, "{0}")
	}
	if a.decimals != "" && (!l.isHalf(a) || c == nominative || c == accusative) {
		return n.singular[genitive], true
	}
	plural, c := l.beside(category, c, n.NounClass)
	return n.form(plural, c), true
}

func (n noun) form(plural bool, c string) string {
	if plural {
		return n.plural[c]
	}
	return n.singular[c]
}

// scaled is n behind a magnitude: the genitive plural.
func (l *language) scaled(n noun) string {
	said, _ := l.counted(n, amount{figures: "5"}, genitive)
	return said
}

// beside is the number and case of a noun that a number of a category counts, if the whole stands
// in case c.
func (l *language) beside(category cldr.Category, c string, n pack.NounClass) (plural bool, of string) {
	direct := c == nominative || c == accusative && !n.Animate
	switch {
	case category == cldr.One:
		return false, c
	case category == cldr.Few && n.Personal && c == nominative:
		return true, genitive
	case category == cldr.Few && direct && l.data.Few == "genitive singular" && !n.Adjectival:
		return false, genitive
	case category == cldr.Few && direct && l.data.Few == "genitive singular":
		return true, genitive
	case category == cldr.Few:
		return true, c
	case direct || c == accusative:
		return true, genitive
	}
	return true, c
}

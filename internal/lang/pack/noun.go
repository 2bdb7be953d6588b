package pack

import (
	"cmp"
	"fmt"
	"strings"
)

// Class is what all nouns of a declension have in common.
type Class struct {
	Gender     string `yaml:"gender"`
	Animate    bool   `yaml:"animate"`    // the accusative equals the genitive: for masculine nouns and in the plural
	Personal   bool   `yaml:"personal"`   // a number makes it a genitive even in the nominative: dwóch żołnierzy
	Adjectival bool   `yaml:"adjectival"` // inflected like an adjective
}

// Noun is a thing that is counted. In the pack it is written as its gender and its forms by case:
// singular, slash, plural, as in "masculine Monat, Monats / Monate, Monate, Monaten". Trailing
// forms that equal the first one may be omitted, and so may a plural that equals the singular.
type Noun struct {
	Class
	Singular, Plural []string // by case, in the order of the pack's cases; at least one each
	Dative           string   // alternative form of the dative and the locative: Карлові; "": none
}

func nounForms(text string) (singular, plural []string) {
	front, behind, _ := strings.Cut(text, " / ")
	if singular, plural = Forms(front), Forms(behind); len(plural) == 0 {
		plural = singular
	}
	return singular, plural
}

// Declension is a group of nouns with the same endings: "- а у - ом е / ы ов ам ы ами ах", by case
// in the singular and the plural, added to each of its stems. "-" is an empty ending. A group of
// one noun may list its full forms, separated by commas.
type Declension struct {
	Class   `yaml:",inline"`
	Endings string `yaml:"endings"`
	Stems   string `yaml:"stems"`
	Forms   string `yaml:"forms"`
	Datives string `yaml:"datives"` // alternative ending of the dative and the locative
	Name    string `yaml:"name"`    // of the noun, if it is not the first form
}

// AllNouns returns the nouns of the pack and of its declensions by name.
func (p *Pack) AllNouns() (map[string]Noun, error) {
	nouns := make(map[string]Noun, len(p.Nouns))
	for name, text := range p.Nouns {
		gender, forms, ok := strings.Cut(text, " ")
		n := Noun{Class: Class{Gender: gender}}
		if n.Singular, n.Plural = nounForms(forms); !ok || len(n.Singular) == 0 {
			return nil, fmt.Errorf("nouns: %s: write %q in the form %q", name, text, "feminine Tonne / Tonnen")
		}
		nouns[name] = n
	}
	for _, d := range p.Declensions {
		all, stems := []string{d.Forms}, strings.Fields(d.Stems)
		for _, stem := range stems {
			all = append(all, d.inflected(stem))
		}
		for i, forms := range all[min(1, len(all)-1):] {
			n := Noun{Class: d.Class}
			if d.Datives != "" {
				n.Dative = stems[i] + d.Datives
			}
			if n.Singular, n.Plural = nounForms(forms); len(n.Singular) != len(p.Cases) || len(n.Plural) != len(p.Cases) {
				return nil, fmt.Errorf("declensions: %q needs one form for each case in the singular and in the plural", forms)
			}
			nouns[cmp.Or(d.Name, n.Singular[0])] = n
		}
	}
	return nouns, nil
}

func (d Declension) inflected(stem string) string {
	endings := strings.Fields(d.Endings)
	for i, ending := range endings {
		if ending != "/" {
			endings[i] = stem + strings.TrimPrefix(ending, "-") + ","
		}
	}
	return strings.ReplaceAll(strings.Join(endings, " "), ", /", " /")
}

// Forms splits forms that are separated by commas.
func Forms(text string) []string {
	var forms []string
	for form := range strings.SplitSeq(text, ",") {
		if form = strings.TrimSpace(form); form != "" {
			forms = append(forms, form)
		}
	}
	return forms
}

// Form returns the noun in a case, given by its index.
func (n Noun) Form(plural bool, grammaticalCase int) string {
	forms := n.Singular
	if plural {
		forms = n.Plural
	}
	return Form(forms, grammaticalCase)
}

// Form returns the form for a case, given by its index.
func Form(forms []string, grammaticalCase int) string {
	if grammaticalCase >= len(forms) {
		return forms[0]
	}
	return forms[grammaticalCase]
}

package pack

import (
	"cmp"
	"fmt"
	"strings"
)

// Class is what all nouns of a declension have in common.
type Class struct {
	Gender     string `yaml:"gender"`
	Animate    bool   `yaml:"animate"`    // the accusative is the genitive: of masculine nouns, and in the plural
	Personal   bool   `yaml:"personal"`   // a number makes it a genitive in the nominative too: dwóch żołnierzy
	Adjectival bool   `yaml:"adjectival"` // declined as an adjective is
}

// Noun is a thing that is counted. It is written as its gender and its forms by case, the singular,
// then a slash, then the plural: "masculine Monat, Monats / Monate, Monate, Monaten". Cases at the
// end whose form is the first one are left out, and so is the plural if it is like the singular.
type Noun struct {
	Class
	Singular, Plural []string // by case, in the order of the pack's; at least one each
	Dative           string   // another form of the dative and the locative: Карлові; "": there is none
}

func nounForms(text string) (singular, plural []string) {
	front, behind, _ := strings.Cut(text, " / ")
	if singular, plural = Forms(front), Forms(behind); len(plural) == 0 {
		plural = singular
	}
	return singular, plural
}

// Declension is a group of nouns with the same endings: "- а у - ом е / ы ов ам ы ами ах", by case
// in the singular and the plural, behind each of its stems. "-" is no ending. A group of one noun
// may list its forms in full, with commas between.
type Declension struct {
	Class   `yaml:",inline"`
	Endings string `yaml:"endings"`
	Stems   string `yaml:"stems"`
	Forms   string `yaml:"forms"`
	Datives string `yaml:"datives"` // another ending of the dative and the locative
	Name    string `yaml:"name"`    // of the noun with these forms, if it is not the first
}

// AllNouns are the nouns of the pack by their names, with those of its declensions.
func (p *Pack) AllNouns() (map[string]Noun, error) {
	nouns := make(map[string]Noun, len(p.Nouns))
	for name, text := range p.Nouns {
		gender, forms, ok := strings.Cut(text, " ")
		n := Noun{Class: Class{Gender: gender}}
		if n.Singular, n.Plural = nounForms(forms); !ok || len(n.Singular) == 0 {
			return nil, fmt.Errorf("nouns: write %s: %q as %q", name, text, "feminine Tonne / Tonnen")
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
				return nil, fmt.Errorf("declensions: %q has not one form a case in the singular and the plural", forms)
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

// Forms are the forms that commas divide.
func Forms(text string) []string {
	var forms []string
	for form := range strings.SplitSeq(text, ",") {
		if form = strings.TrimSpace(form); form != "" {
			forms = append(forms, form)
		}
	}
	return forms
}

// Form is the noun in a case, by its index.
func (n Noun) Form(plural bool, grammaticalCase int) string {
	forms := n.Singular
	if plural {
		forms = n.Plural
	}
	return Form(forms, grammaticalCase)
}

// Form is the one of forms for a case, by its index.
func Form(forms []string, grammaticalCase int) string {
	if grammaticalCase >= len(forms) {
		return forms[0]
	}
	return forms[grammaticalCase]
}

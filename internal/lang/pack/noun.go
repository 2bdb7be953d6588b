package pack

import (
	"fmt"
	"strings"
)

// Noun is a thing that is counted. It is written as its gender and its forms by case, the singular,
// then a slash, then the plural: "masculine Monat, Monats / Monate, Monate, Monaten". Cases at the
// end whose form is the first one are left out, and so is the plural if it is like the singular.
type Noun struct {
	Gender           string
	Singular, Plural []string // by case, in the order of the pack's; at least one each
}

// UnmarshalText reads a noun.
func (n *Noun) UnmarshalText(text []byte) error {
	gender, forms, ok := strings.Cut(strings.TrimSpace(string(text)), " ")
	singular, plural, _ := strings.Cut(forms, " / ")
	n.Gender, n.Singular, n.Plural = gender, Forms(singular), Forms(plural)
	if !ok || len(n.Singular) == 0 {
		return fmt.Errorf("%q: write a noun as %q", text, "feminine Tonne / Tonnen")
	}
	if len(n.Plural) == 0 {
		n.Plural = n.Singular
	}
	return nil
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

package script

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestPartsAreCutAsTextsOfTheirOwn checks that a part, which is measured by the spoken form of the
// whole text, is cut where it would be cut as a separate text.
func TestPartsAreCutAsTextsOfTheirOwn(t *testing.T) {
	for _, language := range []string{"en", "uk", "de"} {
		data, err := os.ReadFile("../lang/" + language + "/spoken.tsv")
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for row := range strings.Lines(string(data)) {
			example, _, _ := strings.Cut(row, "\t")
			if text.WriteString(example + ". "); text.Len() > 20_000 {
				break
			}
		}
		for _, limit := range []Limit{{Max: 400}, {Max: 1000}, {Max: 5000}, {Max: 2000, Sentence: 150}} {
			b := builder{article: language, language: language, reader: language, limit: limit, lexicon: Options{}.lexicon(language)}
			got, err := b.cut(written{text: text.String()}, "", joints)
			want, wantErr := b.cutByItself(written{text: text.String()}, "", joints)
			if err != nil || wantErr != nil {
				t.Fatal(err, wantErr)
			}
			same := func(a, b part) bool { return a.text == b.text && a.end == b.end && a.said.Spoken == b.said.Spoken }
			if !slices.EqualFunc(got, want, same) {
				t.Errorf("%s, limit %v: %d parts, want %d others", language, limit, len(got), len(want))
			}
		}
	}
}

// cutByItself is cut, but converts each part separately to measure it.
func (b builder) cutByItself(w written, end string, joints []joint) ([]part, error) {
	said := b.say(w)
	shares := b.shares(said.Text)
	if shares <= 1 {
		return []part{{w.text, end, said}}, nil
	}
	at, how, joints := b.bestCut(w.text, shares, joints)
	if at == 0 {
		return nil, errors.New("cannot be split")
	}
	left, err := b.cutByItself(w.part(0, at), how, joints)
	if err != nil {
		return nil, err
	}
	right, err := b.cutByItself(w.part(at, len(w.text)), end, joints)
	return append(left, right...), err
}

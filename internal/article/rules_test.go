package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// TestRulesAreFound compares with trying all rules one by one, for every element of the test pages.
func TestRulesAreFound(t *testing.T) {
	var matchers []cascadia.SelectorGroup
	for _, r := range builtIn.rules {
		group, err := cascadia.ParseGroup(r.selector)
		if err != nil {
			t.Fatal(err)
		}
		matchers = append(matchers, group)
	}
	first := func(n *html.Node) string {
		for i, m := range matchers {
			if m.Match(n) {
				return builtIn.rules[i].selector
			}
		}
		return ""
	}
	pages, _ := filepath.Glob("testdata/pages/*.html")
	matched := map[string]bool{}
	for _, page := range append(pages, "testdata/ghost-page.html") {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			r, _ := builtIn.ruleFor(n)
			matched[r.selector] = true
			if want := first(n); r.selector != want {
				t.Errorf("%s: %s %v has %q, want %q", page, n.Data, n.Attr, r.selector, want)
			}
		}
	}
	if len(matched) < 40 {
		t.Errorf("only %d rules were met", len(matched))
	}
}

func TestEveryRuleSaysWhy(t *testing.T) {
	for _, r := range builtIn.rules {
		if r.reason == "" || r.verdict == "" {
			t.Errorf("%s: %s", r.selector, r.verdict)
		}
	}
	seen := map[string]bool{}
	for _, r := range nameRules {
		if r.verdict != skip && r.verdict != skipUnlessText {
			t.Errorf("%s: %s", r.names, r.verdict)
		}
		for name := range strings.FieldsSeq(r.names) {
			if seen[name] {
				t.Errorf("%s stands in two rows", name)
			}
			seen[name] = true
		}
	}
}

func TestNameWords(t *testing.T) {
	for name, want := range map[string]string{
		"author-bio": "author bio", "post__author_bio": "post author bio", "AuthorBio": "author bio",
		"js-adSlot2": "js ad slot", "css-1x2": "css x", "": "", "--": "", "їжак": "їжак", "a": "a",
	} {
		var words []string
		for word := range nameWords(name) {
			words = append(words, word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

package article

import (
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Tables decide what is read: one of the site's settings (policy.go), and four built-in ones: for
// Ghost (rules_ghost.go), for WordPress (rules_wordpress.go), for any HTML (rules_html.go) and for
// the class names of unknown themes (rules_names.go). The first row that matches an element
// decides; an element that matches none is read.

// verdict is what a rule does with the elements that it matches.
type verdict string

const (
	skip                 verdict = "skip"
	read                 verdict = "read" // it and what it contains, which is subject to the rules in its turn
	readAsQuote          verdict = "read as a quote"
	readUnlessSoliciting verdict = "read unless it solicits"
	skipUnlessText       verdict = "skip unless it holds the text" // see boxes.isText
	skipUnlessWanted     verdict = "skip, or read with `embeds: read`"
)

// rule is a row of a table.
type rule struct {
	selector string // CSS
	verdict  verdict
	reason   string // for people: why it is not read, or why it is
}

var builtIn = newRuleset(ghostRules, wordPressRules, htmlRules)

// ruleset finds the first rule for an element. Most rules name a class or an element, and are
// indexed by it; the others are tried one by one.
type ruleset struct {
	rules   []rule
	byClass map[string]int
	byTag   map[string]int
	others  []indexedMatcher // in the order of the rules
}

type indexedMatcher struct {
	index   int
	matcher cascadia.Sel
}

func newRuleset(tables ...[]rule) *ruleset {
	s := &ruleset{byClass: map[string]int{}, byTag: map[string]int{}}
	for _, table := range tables {
		for _, r := range table {
			s.add(r)
		}
	}
	return s
}

func (s *ruleset) add(r rule) {
	group, err := cascadia.ParseGroup(r.selector)
	if err != nil {
		panic("article: the rule for " + r.selector + ": " + err.Error())
	}
	index := len(s.rules)
	s.rules = append(s.rules, r)
	for _, selector := range group {
		text := selector.String()
		switch {
		case isSimple(text):
			addFirst(s.byTag, text, index)
		case strings.HasPrefix(text, ".") && isSimple(text[1:]):
			addFirst(s.byClass, text[1:], index)
		default:
			s.others = append(s.others, indexedMatcher{index, selector})
		}
	}
}

func addFirst(indexes map[string]int, name string, index int) {
	if _, there := indexes[name]; !there {
		indexes[name] = index
	}
}

func isSimple(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
}

// ruleFor returns the rule that decides on an element.
func (s *ruleset) ruleFor(n *html.Node) (rule, bool) {
	first := len(s.rules)
	if index, ok := s.byTag[n.Data]; ok {
		first = index
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if index, ok := s.byClass[class]; ok {
			first = min(first, index)
		}
	}
	for _, other := range s.others {
		if other.index >= first {
			break
		}
		if other.matcher.Match(n) {
			first = other.index
		}
	}
	if first == len(s.rules) {
		return rule{}, false
	}
	return s.rules[first], true
}

// attr returns the value of an element's attribute, "" if it has none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

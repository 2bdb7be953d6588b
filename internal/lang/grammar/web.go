package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Web returns the rules for addresses. For a full URL only the host is said, because the path is
// meant for the eye. For an address without https:// a short path is said too.
func (g *Grammar) Web() []rewrite.Rule {
	w := g.Pack.Web
	if w.Dot == "" {
		return nil
	}
	const host, end = `((?:[\pL\d-]+\.)+`, `[a-z]{2,})`
	rules := []rewrite.Rule{
		{Name: "web", Pattern: `https?://(?:www\.)?` + host + end + `(?:[/?#][^\s<>"”»]*[^\s<>"”».,;:!?)])?/?`},
		{Name: "web", Pattern: `([\pL\d][\pL\d._+-]*@(?:[\pL\d-]+\.)+` + end},
		{Name: "web", Pattern: `([@#]\pL[\pL\d_]*)`},
		{Name: "web", Pattern: `www\.` + host + end + `(/[\pL\d_-]{1,24})?/?`},
		{Name: "web", Pattern: host + `(?:com|org|net|info|eu|` + strings.Join(append(strings.Fields(w.Domains), g.Tag), "|") + `))(/[\pL\d_-]{1,24})?/?`},
	}
	for i := range rules {
		rules[i].Whole = true
		rules[i].Say = func(m rewrite.Match) (string, bool) {
			written := strings.Join(m.Groups[1:], "")
			if w.Split && strings.ContainsAny(written[:1], "@#") {
				written = strings.ReplaceAll(humps().ReplaceAllString(written, "$1 $2"), "_", " ")
			}
			return g.address(written), Opens(m.Before) && Closes(m.After)
		}
	}
	return rules
}

var humps = lazyregexp.New(`(\p{Ll})(\p{Lu})`)

// address says each mark of an address, and its digits.
func (g *Grammar) address(written string) string {
	w := g.Pack.Web
	said := strings.NewReplacer(".", " "+w.Dot+" ", "@", " "+w.At+" ", "/", " "+w.Slash+" ", "-", " "+w.Dash+" ", "_", " "+w.Under+" ",
		"#", w.Hash+" ", "+", " "+g.Pack.Numbers.Plus+" ").Replace(written)
	said = figureRun().ReplaceAllStringFunc(said, func(figures string) string {
		words, _ := g.digits(figures, true)
		return " " + words + " "
	})
	words := strings.Fields(said)
	for i, word := range words {
		if as, ok := w.Words[strings.ToLower(word)]; ok && i > 0 && words[i-1] == w.Dot {
			words[i] = as
		}
	}
	return strings.Join(words, " ")
}

var figureRun = lazyregexp.New(`\d+`)

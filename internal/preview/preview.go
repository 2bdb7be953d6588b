// Package preview renders a script as one HTML page for people: what will be read, how, what is
// skipped, and why. The page needs neither a network nor a server.
//
// It never decides what is read. The page has no JavaScript, and the article's text is never
// treated as markup. The script command calls it.
package preview

import (
	_ "embed"
	"html/template"
	"io"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Page is the content of the page.
type Page struct {
	Article  article.Article
	Script   script.Script
	Voice    speech.Voice  // zero if nothing will be read
	Bill     speech.Bill   // characters that providers charge for
	Prices   speech.Prices // of voices
	Duration time.Duration // estimate of the audio's
	Silence  string        // why nothing will be read, or ""
}

//go:embed preview.html
var pageHTML string

//go:embed preview.css
var pageCSS string

var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("preview").Funcs(template.FuncMap{"names": names, "label": label}).Parse(pageHTML))
})

// Write writes the page.
func Write(w io.Writer, p Page) error {
	return pageTemplate().Execute(w, struct {
		Page
		Style  template.CSS
		Blocks []block
		Costs  []cost
	}{p, template.CSS(pageCSS), blocks(p.Script), p.costs()})
}

// Billable is the sum of the bill.
func (p Page) Billable() int { return p.Bill.Characters() }

// Minutes returns the approximate length of the audio, for people.
func (p Page) Minutes() string {
	if d := p.Duration; d >= 10*time.Second {
		return d.Round(5 * time.Second).String()
	}
	return "under 10s"
}

// cost is what a family of voices would take for the whole article.
type cost struct {
	Family string
	USD    speech.USD
	Chosen bool
}

// costs are estimates for all families with a price: each is charged for the same characters.
func (p Page) costs() []cost {
	chosen := p.Voice.Provider + ":" + p.Voice.Family
	var costs []cost
	for _, family := range p.Prices.Families() {
		costs = append(costs, cost{Family: family, USD: p.Prices.CostOf(family, p.Billable()), Chosen: family == chosen})
	}
	return costs
}

// Cost of the article by the voice it has.
func (p Page) Cost() speech.USD { return p.Prices.Total(p.Bill) }

// Package preview shows people what would be read of an article, how, and what not and why: one HTML page that needs no
// network and no server.
//
// It decides nothing: the page is drawn from a script. It has no JavaScript, and text of the article is never markup.
// The script command calls it.
package preview

import (
	_ "embed"
	"html/template"
	"io"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Page is what is shown.
type Page struct {
	Article  article.Article
	Script   script.Script
	Voice    speech.Voice  // zero: none, as nothing is to be read
	Billable int           // characters that the voice's provider charges for
	Prices   speech.Prices // of voices
	Silence  string        // why nothing is to be read, or ""
}

//go:embed preview.html
var pageHTML string

//go:embed preview.css
var pageCSS string

var pageTemplate = template.Must(template.New("preview").Funcs(template.FuncMap{"names": names, "label": label}).Parse(pageHTML))

// Write writes the page.
func Write(w io.Writer, p Page) error {
	return pageTemplate.Execute(w, struct {
		Page
		Style  template.CSS
		Blocks []block
		Costs  []cost
	}{p, template.CSS(pageCSS), blocks(p.Script), p.costs()})
}

// Minutes is how long the audio is about to be, as people say it.
func (p Page) Minutes() string {
	if d := p.Script.Duration(); d >= 10*time.Second {
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
		costs = append(costs, cost{Family: family, USD: p.Prices.CostOf(family, p.Billable), Chosen: family == chosen})
	}
	return costs
}

// Cost of the article by the voice it has.
func (p Page) Cost() speech.USD { return p.Prices.Cost(p.Voice.Provider, p.Voice.Family, p.Billable) }

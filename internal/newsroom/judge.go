package newsroom

import (
	"sync"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/store"
)

// NewCatalogue returns the catalogue of a library's articles, whose rows say by the narrator's
// settings whether an article is stale.
func NewCatalogue(st store.Store, n *narrate.Narrator) *catalogue.Catalogue {
	grounds := &grounds{narrator: n, known: map[string]catalogue.Ground{}}
	judge := func(r library.Record) catalogue.Judgement {
		stale, err := n.StaleRecord(r)
		if err != nil { // of a site that the settings do not name
			return catalogue.Judgement{}
		}
		return catalogue.Judgement{Ground: grounds.of(r.Ref.Site), Stale: stale, Forms: n.FormsOf(r.Ref.Site, *r.Narration)}
	}
	return &catalogue.Catalogue{Store: st, Library: n.Library, Now: n.Now, Ground: grounds.of, Judge: judge, Lexicon: n.LexiconForms, Finder: n.FinderOf}
}

// grounds remembers what judgements rest on: of a large lexicon it takes a moment to find out.
type grounds struct {
	narrator *narrate.Narrator
	mu       sync.Mutex
	known    map[string]catalogue.Ground
}

func (g *grounds) of(site string) catalogue.Ground {
	g.mu.Lock()
	defer g.mu.Unlock()
	ground, known := g.known[site]
	if !known {
		ground = catalogue.Ground{Rules: g.narrator.RulesSum(site, buildinfo.Build()), Lexicon: g.narrator.LexiconSum(site)}
		g.known[site] = ground
	}
	return ground
}

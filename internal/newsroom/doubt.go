package newsroom

import (
	"cmp"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// doubt is an article that may differ. A pass has four steps for it: compare raises it, askFor
// requests the article from the source, a brake may halt it, and act carries out what the answer
// requires.
type doubt struct {
	ref            library.Ref
	listed         source.Listed // zero if the list does not have it
	wrong          Wrong
	why            string
	title, address string

	answer source.Answer
	err    error
	asked  bool
	halted bool
	done   string
}

const unknownHere = "published there, unknown here"

// undated reports whether an article is unknown here and the list does not say how old it is.
func (d *doubt) undated() bool { return d.why == unknownHere && d.listed.PublishedAt.IsZero() }

func (p *pass) doubt(ref library.Ref, l source.Listed, wrong Wrong, why string) {
	p.doubts = append(p.doubts, &doubt{ref: ref, listed: l, wrong: wrong, why: why, title: l.Title, address: l.URL})
}

// idThere returns the source's own id of the article.
func (p *pass) idThere(d *doubt) string {
	return cmp.Or(d.listed.ID, p.bySource[d.ref.ID], d.ref.ID)
}

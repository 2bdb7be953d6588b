package newsroom

import "github.com/aloud-audio/aloud/internal/source"

// formerID is the id that the release before 1.0 gave a listed page; the same id for most pages and
// for other sources. Delete it, with source/former.go, after 1.0: findFormer then serves only
// sources that name a former id (Listed.Former).
func (p *pass) formerID(id, address string) string {
	if !p.src.Asking.Pages {
		return id
	}
	return source.FormerID(id, address)
}

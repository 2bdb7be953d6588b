package newsroom

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Preview is what would be said of a payload and by which voice. The payload need not be an article
// of the service.
type Preview struct {
	narrate.Plan
	Silence string // why nothing would be said; "" if something is

	site    narrate.Site
	payload article.Payload
}

// Preview plans a payload with a site's settings, or with another voice unless voice is "". gates
// says which gates apply: whoever has a page may hear all that it shows. It calls no provider. The
// error is InvalidError if the payload's lexicon entries are wrong, or if the voice does not exist
// or does not speak its language.
func (n *Newsroom) Preview(site string, payload article.Payload, voice string, gates article.Gates) (Preview, error) {
	site, err := n.Site(site)
	if err == nil {
		err = check(payload)
	}
	if err != nil {
		return Preview{}, err
	}
	p := Preview{site: n.Narrator.Sites[site], payload: payload}
	p.site.Gates = gates
	art, err := article.Parse(payload, p.site.Reading())
	if err != nil {
		return Preview{}, speech.Permanent(err)
	}
	plan, err := n.Narrator.PlanArticle(p.site, art, library.Orders{Voice: voice})
	var nothing *narrate.NothingToRead
	switch {
	case err == nil:
		p.Plan = plan
	case errors.As(err, &nothing):
		p.Plan = narrate.Plan{Article: art, Script: script.Script{Skipped: art.Skipped}}
		p.Silence = nothing.Reason
	case voice != "":
		if _, wrong := n.Narrator.Voices.Find(voice, art.Language); wrong != nil {
			return Preview{}, invalidf("--voice: %w", wrong)
		}
		return Preview{}, err
	default:
		return Preview{}, err
	}
	return p, nil
}

// PreviewOf is Preview of an article of the service, as it would be rendered now. It returns
// library.ErrUnknownArticle for one that was never accepted.
func (n *Newsroom) PreviewOf(ctx context.Context, ref library.Ref) (Preview, error) {
	desired, err := n.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		err = fmt.Errorf("%w: %s", library.ErrUnknownArticle, ref)
	}
	if err != nil {
		return Preview{}, err
	}
	site := n.Narrator.Sites[ref.Site]
	if n.Narrator.TakesDown(ref, desired) {
		return Preview{site: site, Silence: "nothing of it may be public: it was removed, is held, or is for members"}, nil
	}
	return n.Preview(ref.Site, *desired.Article, desired.Orders.Voice, site.Gates)
}

// Site returns the name of the site whose settings apply.
func (p Preview) Site() string { return p.site.Name }

// UnknownName is a name that no lexicon has, and how often the text has it.
type UnknownName struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// UnknownNames lists the names in what would be said that no lexicon has. Each block is searched
// separately, because a sentence starts with it.
func (p Preview) UnknownNames() ([]UnknownName, error) {
	var text strings.Builder
	for i, s := range p.Script.Segments {
		if i > 0 && s.Block != p.Script.Segments[i-1].Block {
			text.WriteString("\n")
		}
		text.WriteString(s.Text)
	}
	lex, err := script.LexiconOf(p.Article, p.site.Speaking())
	if err != nil {
		return nil, err
	}
	names := []UnknownName{}
	for _, name := range lexicon.Unknown(p.Article.Language, text.String(), lex) {
		names = append(names, UnknownName{name.Text, name.Count})
	}
	return names, nil
}

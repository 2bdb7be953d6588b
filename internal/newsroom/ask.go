package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// maxFailures is how many failures in a row end the requests of a pass.
const maxFailures = 3

// askExposed requests each article in doubt that may be taken down: the brake has to know all of
// them. It ends early when so many are gone that the pass stops. The others are requested one at a
// time, right before the pass acts on them, so that many of them delay nobody.
func (p *pass) askExposed(ctx context.Context) {
	removals := 0
	for _, d := range p.doubts {
		if !p.exposed(d) || d.wrong == Gone && p.tooMany(removals) {
			continue
		}
		p.askFor(ctx, d)
		if p.takesDown(d) {
			removals++
		}
	}
}

// exposed reports whether a pass may take the article down.
func (p *pass) exposed(d *doubt) bool { return p.public[d.ref] || d.wrong == Gone }

// askFor requests one article from the source, unless it is halted or the source does not answer.
func (p *pass) askFor(ctx context.Context, d *doubt) {
	if d.halted || p.failures >= maxFailures || ctx.Err() != nil {
		return
	}
	d.answer, d.err = p.src.Asker.Ask(ctx, p.idThere(d), d.address)
	d.asked = true
	if d.listed.ID == "" {
		p.memory.Asked[d.ref.ID] = p.Now().Unix()
	}
	var unavailable source.UnavailableError
	if p.failures++; !errors.As(d.err, &unavailable) {
		p.failures = 0
	}
	p.confirmClosed(d)
}

// closedFor is the time after which a second refusal by a public article's page is a removal.
const closedFor = time.Minute

// confirmClosed turns an answer into a removal if a public article's page refuses visitors, and has
// done so in each pass for closedFor.
func (p *pass) confirmClosed(d *doubt) {
	var closed source.ClosedError
	if !errors.As(d.err, &closed) || !p.public[d.ref] {
		delete(p.memory.Closed, d.ref.ID)
		return
	}
	now := p.Now().Unix()
	since, known := p.memory.Closed[d.ref.ID]
	if known && now-since >= int64(closedFor/time.Second) {
		d.answer, d.err, d.why = closed.Answer, nil, closed.Error()
		return
	}
	if !known {
		p.memory.Closed[d.ref.ID] = now
	}
	delete(p.memory.Asked, d.ref.ID) // the next pass asks again
}

// takesDown reports whether the answer takes an article down.
func (p *pass) takesDown(d *doubt) bool {
	return d.asked && d.err == nil && p.public[d.ref] && p.removes(d.answer.Payload)
}

// removes reports whether nothing of an article of the source may be public.
func (p *pass) removes(payload article.Payload) bool {
	return p.Removes(library.Ref{Site: p.site}, payload)
}

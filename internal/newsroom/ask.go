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

// ask requests each article in doubt from the source. It ends early when the source does not
// answer, or when so many are gone that the pass stops.
func (p *pass) ask(ctx context.Context) {
	failures, removals := 0, 0
	for _, d := range p.doubts {
		if failures >= maxFailures || ctx.Err() != nil {
			return
		}
		if d.halted || d.wrong == Gone && p.tooMany(removals) {
			continue
		}
		p.askFor(ctx, d)
		var unavailable source.UnavailableError
		if failures++; !errors.As(d.err, &unavailable) {
			failures = 0
		}
		if p.takesDown(d) {
			removals++
		}
	}
}

// askFor requests one article from the source.
func (p *pass) askFor(ctx context.Context, d *doubt) {
	d.answer, d.err = p.src.Asker.Ask(ctx, p.idThere(d), d.address)
	d.asked = true
	if d.listed.ID == "" {
		p.memory.Asked[d.ref.ID] = p.Now().Unix()
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

package newsroom

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

// act carries out what the answers require. After an error of our store it still withdraws audio
// that may not be public: a store that takes no writes can delete.
func (p *pass) act(ctx context.Context) (failed error) {
	for _, d := range p.doubts {
		if failed == nil && !p.exposed(d) {
			p.askFor(ctx, d)
		}
		if failed == nil || p.takesDown(d) {
			failed = errors.Join(failed, p.actOn(ctx, d))
		}
	}
	return failed
}

func (p *pass) actOn(ctx context.Context, d *doubt) error {
	step, done := p.replyOf(d).verdict()
	d.done = done
	switch step {
	case unsure:
		p.report.Unsure++
	case inOrder:
		if d.listed.ID != "" {
			p.memory.Seen[d.listed.ID] = d.listed.Mark
		}
	case record:
		return p.observe(ctx, d)
	case leave:
	}
	return nil
}

func (p *pass) replyOf(d *doubt) reply {
	return reply{
		public: p.public[d.ref], halted: d.halted, asked: d.asked, err: d.err, wrong: d.wrong, unfit: p.removes(d.answer.Payload), undated: d.undated(),
		publishedAt: d.answer.Payload.PublishedAt, since: p.since(), window: p.src.Asking.Window,
	}
}

// observe stores an answer, unless the pass is a dry run.
func (p *pass) observe(ctx context.Context, d *doubt) error {
	payload := d.answer.Payload
	id, err := p.idHere(ctx, d, payload)
	if err != nil {
		return err
	}
	payload.ID = id
	ref, err := library.NewRef(p.site, id)
	if err == nil {
		err = check(payload)
	}
	if err != nil {
		d.done = "nothing: " + err.Error()
		return nil
	}
	payload = p.Narrator.Sites[p.site].Kept(payload)
	if p.order.DryRun {
		removal := p.removes(payload)
		d.done = "would be " + p.what(d, removal)
		p.tally(d, removal)
		return nil
	}
	return p.observeAs(ctx, d, ref, payload)
}

// observeAs stores an answer as being about the article ref.
func (p *pass) observeAs(ctx context.Context, d *doubt, ref library.Ref, payload article.Payload) error {
	there, removal := p.idThere(d), p.removes(payload)
	d.ref = ref
	c := change{ref, payload, d.answer.At, p.urgencyOf(ctx, d, payload)}
	result, err := p.storeSeen(ctx, c)
	if err != nil {
		return err
	}
	if result == library.Overtaken {
		p.overtaken(d, removal)
		return nil
	}
	p.note(d, there, removal)
	if result == library.News {
		d.done = p.what(d, removal)
		p.tally(d, removal)
		p.enqueueFound(ctx, c)
	}
	return nil
}

// idHere returns our id of the article that the source answered for. The requested page may name
// another address as canonical; that address has another id, perhaps by a former release's rule.
func (p *pass) idHere(ctx context.Context, d *doubt, payload article.Payload) (string, error) {
	if payload.ID == p.idThere(d) {
		return d.ref.ID, nil
	}
	known := cmp.Or(p.memory.Known[payload.ID], p.formerID(payload.ID, payload.URL))
	if exists, err := p.exists(ctx, known); err != nil || exists {
		return known, err
	}
	return payload.ID, nil
}

// overtaken leaves the article to the next pass, because a hook was sent after the answer. The
// report says so if audio is public that the source says must not be.
func (p *pass) overtaken(d *doubt, removal bool) {
	if removal && p.public[d.ref] {
		d.done = "nothing: the CMS sent a hook since, the next pass asks again"
		p.report.Unsure++
	}
}

// storeSeen records the state of an article that a source reported, and withdraws audio that may
// not be public. If a removal cannot be recorded, the audio is withdrawn too, and the removal is
// recorded later.
func (n *Newsroom) storeSeen(ctx context.Context, c change) (library.Observed, error) {
	if !n.Removes(c.ref, c.payload) {
		return n.storeContentSeen(ctx, c)
	}
	result, err := n.storeRemovalSeen(ctx, c)
	if err != nil {
		n.Unrecorded.add(ctx, c, 0, func(ctx context.Context) error {
			_, err := n.storeRemovalSeen(ctx, c)
			return err
		})
	}
	return result, err
}

func (n *Newsroom) storeContentSeen(ctx context.Context, c change) (library.Observed, error) {
	result, err := n.Library.Observe(ctx, c.ref, c.payload, c.at, c.urgency)
	if err == nil && result == library.News {
		return result, n.deleteAtOnce(ctx, c.ref, contentSeen)
	}
	if err != nil {
		_, withdrawing := n.withdrawAhead(ctx, c)
		err = errors.Join(err, withdrawing)
	}
	return result, err
}

func (n *Newsroom) storeRemovalSeen(ctx context.Context, c change) (library.Observed, error) {
	result, err := n.Library.Observe(ctx, c.ref, c.payload, c.at, c.urgency)
	if result == library.News || err != nil {
		err = errors.Join(err, n.deleteAtOnce(ctx, c.ref, removalSeen))
	}
	return result, err
}

func (p *pass) what(d *doubt, removal bool) string {
	switch {
	case removal && p.public[d.ref]:
		return "taken down"
	case removal:
		return "kept out of the public"
	case d.why == unknownHere:
		return "accepted"
	default:
		return "brought up to date"
	}
}

func (p *pass) tally(d *doubt, removal bool) {
	if removal && p.public[d.ref] {
		p.memory.TakenDown = append(p.memory.TakenDown, p.Now().Unix())
		delete(p.memory.Closed, d.ref.ID)
	}
	switch {
	case removal && (p.public[d.ref] || d.wrong == Gone):
		p.report.Gone++
	case d.wrong == Changed:
		p.report.Changed++
	default:
		p.report.Missed++
	}
}

// note remembers that a listed article is in order. An article that is gone is compared again if it
// comes back.
func (p *pass) note(d *doubt, there string, removal bool) {
	if there != d.ref.ID {
		p.memory.Known[there] = d.ref.ID
	}
	if d.listed.ID == "" || removal && d.answer.Payload.Status == article.Removed {
		delete(p.memory.Seen, there)
		return
	}
	p.memory.Seen[there] = d.listed.Mark
}

// urgencyOf is the urgency of an answer. Articles that only changed are bulk once there are many.
func (p *pass) urgencyOf(ctx context.Context, d *doubt, payload article.Payload) library.Urgency {
	if d.wrong == Changed && p.report.Changed >= manyChanged && !p.removes(payload) {
		return library.Bulk
	}
	return p.Newsroom.urgencyOf(ctx, d.ref, payload, library.Update)
}

// enqueueFound enqueues an article. The sweep enqueues what the queue did not take.
func (n *Newsroom) enqueueFound(ctx context.Context, c change) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_ = n.Queue.Enqueue(ctx, c.ref, c.urgency)
}

package newsroom

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// Order says what an admin wants of a render.
type Order struct {
	Force bool   // render even if nothing changed
	Voice string // provider:voice from now on; SiteVoice restores the site's; "" leaves it
	Bulk  bool   // behind all news

	WithdrawPrevious bool // nothing that was rendered before may be heard any more, not even until the new track
}

// SiteVoice in an Order restores the voice of the site.
const SiteVoice = "site"

// event returns the order's event.
func (o Order) event() Event {
	switch {
	case o.WithdrawPrevious:
		return corrected
	case o.Force || o.Voice != "":
		return forced
	default:
		return ordered
	}
}

func (o Order) urgency() library.Urgency {
	if o.Bulk {
		return library.Bulk
	}
	return library.Fresh
}

// apply writes the order into the desired state.
func (o Order) apply(orders *library.Orders) {
	o.event().apply(orders)
	switch o.Voice {
	case "":
	case SiteVoice:
		orders.Voice = ""
	default:
		orders.Voice = o.Voice
	}
}

// String says what is ordered, for the journal.
func (o Order) String() string {
	text := "render"
	if o.Force {
		text += ", although nothing changed"
	}
	if o.Voice != "" {
		text += ", voice " + o.Voice
	}
	if o.WithdrawPrevious {
		text += ", and withdraw what was rendered before"
	}
	return text
}

// Render orders articles to be brought up to date, and releases those that were held. If the order
// withdraws what was rendered before, Render deletes all of that before it stores anything; the
// error is NotRecordedError if only the deletion succeeded. Before it changes anything Render
// returns InvalidError for a voice that does not exist or does not speak an article's language.
func (n *Newsroom) Render(ctx context.Context, refs []library.Ref, order Order) (r Receipt, err error) {
	defer func() { n.enterRefs(ctx, order.String(), refs, err) }()
	if err := n.checkVoice(ctx, refs, order); err != nil {
		return Receipt{}, err
	}
	event := order.event()
	withdrawing := n.deleteAllAtOnce(ctx, refs, event)
	for i, ref := range refs {
		ordering := n.recordOrder(ctx, ref, event, order.urgency(), order.apply, withdrawing[i])
		if ordering == nil {
			r.Refs = append(r.Refs, ref)
		}
		err = errors.Join(err, ordering)
		if err != nil && event.AtOnce == "" { // else the audio of the others is gone, and the order makes it anew
			break
		}
	}
	r.NotQueued = n.enqueueAll(ctx, r.Refs, order.urgency())
	return r, err
}

// checkVoice refuses an order for a voice that could not speak the articles.
func (n *Newsroom) checkVoice(ctx context.Context, refs []library.Ref, order Order) error {
	if order.Voice == "" || order.Voice == SiteVoice {
		return nil
	}
	if err := n.Narrator.Voices.Check(order.Voice); err != nil {
		return InvalidError{err}
	}
	for _, ref := range refs {
		desired, err := n.Library.Desired(ctx, ref)
		if err != nil || desired.Gone() {
			continue // the order itself returns the error
		}
		_, err = n.plan(ref, desired, order)
		var nothing *narrate.NothingToRead
		if err != nil && !errors.As(err, &nothing) {
			return InvalidError{fmt.Errorf("%s: %w", ref, err)}
		}
	}
	return nil
}

// plan is the render that an order would cause.
func (n *Newsroom) plan(ref library.Ref, desired library.Desired, order Order) (narrate.Plan, error) {
	order.apply(&desired.Orders)
	return n.Narrator.Plan(n.Narrator.Sites[ref.Site], *desired.Article, desired.Orders)
}

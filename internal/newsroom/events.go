package newsroom

import "github.com/aloud-audio/aloud/internal/library"

// Event is what a CMS or an admin does about an article. Each stores a due marker with the change,
// so that the workers look at the article even if the queue loses its task.
type Event struct {
	Name    string
	By      string
	Changes string // in the desired state
	AtOnce  string // done before any worker runs; "": nothing

	orders func(*library.Orders) // nil: they stay
}

const withdrawn = "narration.json and the article's files are deleted"

// The events.
var (
	contentSent = Event{Name: "a hook brings content", By: "CMS", Changes: "the revision, if it is newer than the known one",
		AtOnce: withdrawn + ", if they say what the public may not read now"}
	removalSent = Event{Name: "a hook brings a removal", By: "CMS", Changes: "the revision becomes a tombstone, if it is newer or was sent later than the content",
		AtOnce: withdrawn}
	observed = Event{Name: "a source is asked, and says otherwise", By: "CMS",
		Changes: "the revision, or a tombstone, unless a hook was sent since", AtOnce: "of a removal: " + withdrawn}
	published = Event{Name: "`aloud publish`", By: "admin", Changes: "the revision, if it is newer; not held", orders: release}
	removed   = Event{Name: "`aloud remove`", By: "admin", Changes: "held", AtOnce: withdrawn, orders: hold}
	ordered   = Event{Name: "`aloud render`", By: "admin",
		Changes: "not held; with `--force` or `--voice`, a new order, which outdates the track", orders: release}
	corrected = Event{Name: "`aloud render --withdraw-previous`", By: "admin",
		Changes: "as with `--force`; nothing rendered before that order may be heard", AtOnce: withdrawn, orders: release}
	erased = Event{Name: "`aloud erase`", By: "admin", Changes: "held, unless the CMS removed it; its text is deleted",
		AtOnce: "everything of it that is public, and the speech that only it used, are deleted", orders: hold}
	retried = Event{Name: "`aloud retry`", By: "admin", Changes: "nothing, but it is due again, and what waits for its next attempt runs now"}
)

// Events lists all events.
var Events = []Event{contentSent, removalSent, observed, published, removed, ordered, corrected, erased, retried}

func hold(o *library.Orders)    { o.Held = true }
func release(o *library.Orders) { o.Held = false }

// apply changes the orders as the event says.
func (e Event) apply(o *library.Orders) {
	if e.orders != nil {
		e.orders(o)
	}
}

package narrate

import "github.com/aloud-audio/aloud/internal/library"

// formerSaysRevision is saysRevision for a narration of a release before 1.0, which did not record
// when its content was sent. Delete it one release after 1.0. Such narrations then count as made
// from other content, so a moved gate withdraws them.
func formerSaysRevision(public library.Narration, desired library.Desired) bool {
	return !desired.AcceptedAt.After(public.PublishedAt)
}

package narrate

import "github.com/aloud-audio/aloud/internal/library"

// formerSaysRevision is saysRevision for a narration of the release before 1.0, which did not write
// when its content was sent. Delete it one release after 1.0; such narrations then count as made of
// other content, and a gate that moved withdraws them.
func formerSaysRevision(public library.Narration, desired library.Desired) bool {
	return !desired.AcceptedAt.After(public.PublishedAt)
}

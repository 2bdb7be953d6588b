package newsroom

// EventRow describes an event to people: docs/states.md prints the rows. Besides the effects that
// the event has as data, a row says what the code decides from the article's known state.
// TestEvents compares what each event does to an article with its row.
type EventRow struct {
	Event
	Name      string
	By        string
	Revision  OnRevision // Library.Accept, Observe and EraseText decide it
	IfNotGone bool       // Held has no effect on an article that the CMS removed: holdBack decides it
}

// OnRevision is what becomes of the known revision.
type OnRevision string

// The effects on the revision; "" is none.
const (
	ContentIfNewer    OnRevision = "replaced, if this one is newer"
	ContentUnlessHook OnRevision = "replaced, unless a hook was sent since"
	RemovalIfNewer    OnRevision = "becomes a tombstone, if the removal is newer or was sent later"
	RemovalUnlessHook OnRevision = "becomes a tombstone, unless a hook was sent since"
	LosesText         OnRevision = "loses its text"
)

// EventRows lists all events.
var EventRows = []EventRow{
	{Event: contentSent, Name: "a hook brings content", By: "CMS", Revision: ContentIfNewer},
	{Event: removalSent, Name: "a hook brings a removal", By: "CMS", Revision: RemovalIfNewer},
	{Event: contentSeen, Name: "a source is polled, and has other content", By: "CMS", Revision: ContentUnlessHook},
	{Event: removalSeen, Name: "a source is polled, and the article is gone", By: "CMS", Revision: RemovalUnlessHook},
	{Event: published, Name: "`aloud publish`", By: "admin", Revision: ContentIfNewer},
	{Event: removed, Name: "`aloud remove`", By: "admin"},
	{Event: ordered, Name: "`aloud render`", By: "admin"},
	{Event: forced, Name: "`aloud render` with `--force` or `--voice`", By: "admin"},
	{Event: corrected, Name: "`aloud render --withdraw-previous`", By: "admin"},
	{Event: erased, Name: "`aloud erase`", By: "admin", Revision: LosesText, IfNotGone: true},
	{Event: retried, Name: "`aloud retry`", By: "admin"},
	{Event: restored, Name: "`aloud restore`", By: "admin"},
}

// effectTexts say the effects to people.
var (
	heldTexts  = map[OnHeld]string{SetHeld: "set", ClearHeld: "cleared"}
	trackTexts = map[OnTrack]string{
		OutdatesTrack: "stale",
		RetractsTrack: "stale; no earlier track may be played",
		ReturnsTrack:  "the previous one, until the article would sound different or there is another order",
	}
	goneTexts = map[AtOnce]string{
		DeletesAudio:     "narration.json and the article's files",
		DeletesRetracted: "narration.json and the article's files, if they have text that is no longer public",
		DeletesAll:       "everything public, and the speech that only this article used",
	}
)

// HeldText says the effect on the order that keeps an article out of the public; "" for none.
func (r EventRow) HeldText() string {
	if r.IfNotGone {
		return heldTexts[r.Held] + ", unless the CMS removed the article"
	}
	return heldTexts[r.Held]
}

// TrackText says the effect on the published track; "" for none.
func (r EventRow) TrackText() string { return trackTexts[r.Track] }

// AtOnceText says what is deleted before any worker runs; "" for nothing.
func (r EventRow) AtOnceText() string { return goneTexts[r.AtOnce] }

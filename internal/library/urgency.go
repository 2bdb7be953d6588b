package library

import "slices"

// Urgency orders the work on articles: the smaller one is done first. The name of a due marker
// contains it, so it lasts as long as the work. Removals have places of their own. The zero value
// is none: work without an urgency is refused.
type Urgency int

// The urgencies.
const (
	Fresh Urgency = iota + 1
	Update
	Old
	Bulk
)

// UrgencyMeaning explains an urgency to people.
type UrgencyMeaning struct {
	Urgency Urgency
	Name    string
	Means   string
}

// Urgencies lists all urgencies, the most urgent first.
var Urgencies = []UrgencyMeaning{
	{Fresh, "fresh", "a hook brought an article of the last 48 hours, or an admin named the article"},
	{Update, "update", "a polled source has an article of the last 48 hours, or an older article with public audio changed"},
	{Old, "old", "a hook or a source brought an older article that is not public, as an import does"},
	{Bulk, "bulk", "a backfill, `aloud render --stale`, or many articles that changed at once in a source"},
}

// String returns the name.
func (u Urgency) String() string {
	if i := slices.IndexFunc(Urgencies, func(m UrgencyMeaning) bool { return m.Urgency == u }); i >= 0 {
		return Urgencies[i].Name
	}
	return "none"
}

// Archive reports whether the work waits until no news is left.
func (u Urgency) Archive() bool { return u >= Old }

// urgencyNamed returns the urgency in the name of a marker. Markers of releases before 1.0 have
// none, and those of a later release may have an unknown one: they come between news and archive.
func urgencyNamed(name string) Urgency {
	if i := slices.IndexFunc(Urgencies, func(m UrgencyMeaning) bool { return m.Name == name }); i >= 0 {
		return Urgencies[i].Urgency
	}
	return Update
}

// MostUrgent returns the urgency of an article's work by its markers; Fresh without any.
func MostUrgent(markers []Marker) Urgency {
	if len(markers) == 0 {
		return Fresh
	}
	return slices.MinFunc(markers, func(a, b Marker) int { return int(a.Urgency - b.Urgency) }).Urgency
}

package library

// State is the state of an article, as status and list show it.
type State string

// The states. Outcomes record all but Damaged.
const (
	Accepted      State = "accepted"
	Published     State = "published"
	Removed       State = "removed"
	NothingToRead State = "nothing_to_read"
	Failed        State = "failed"
	Parked        State = "parked"
	Damaged       State = "damaged"
)

// StateMeaning explains a state to people.
type StateMeaning struct {
	State State
	Means string
	Ends  string // what ends it
}

// States lists all states with their meanings, in the order in which status shows them.
var States = []StateMeaning{
	{Accepted, "The article is stored and no work on it has ended yet.", "the end of its first task"},
	{Published, "Its narration is public.", "a new revision or an order"},
	{Removed, "Its audio was taken down: the article was removed, held or restricted.", "a new revision or an order"},
	{NothingToRead, "None of its audio is public: it has no text to read, or the settings skip it.", "a new revision, other settings"},
	{Failed, "The last attempt failed for good; the reason says why. What was public before stays public.", "a new revision, an order, `aloud retry`"},
	{Parked, "The site's budget is spent. aloud checks again every 15 minutes, and renders the article when there is budget.", "room in the budget, a new revision, an order"},
	{Damaged, "Its stored desired state cannot be read.", "the next revision from the CMS, which replaces it"},
}

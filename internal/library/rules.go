package library

import "fmt"

// Wish is what should happen to an article: its desired state, judged by the settings of its site.
type Wish string

// The wishes.
const (
	NeverAccepted Wish = "never_accepted"
	Unreadable    Wish = "unreadable"
	Gone          Wish = "gone"
	Held          Wish = "held"
	MembersOnly   Wish = "members_only"
	Unread        Wish = "unread"
	Wanted        Wish = "wanted"
)

// Public compares what is public with what is wanted.
type Public string

// The comparisons. A narration that is damaged, or whose files are missing, counts as Outdated.
const (
	UpToDate      Public = "up_to_date"
	OtherManifest Public = "other_manifest"
	Outdated      Public = "outdated"
	NotRestored   Public = "not_restored"
	Retracted     Public = "retracted"
)

// Situation is everything that decides what is done about an article. The zero values of Public,
// Settling and FailedBefore mean "not checked": they matter only for a Wanted article.
type Situation struct {
	Wish         Wish
	Public       Public
	Settling     bool // it was edited so shortly after its last render that more edits may follow
	FailedBefore bool // work on this revision failed for good, and nothing is due since
}

// Action is what is done about an article.
type Action string

// The actions. narrate executes them.
const (
	Forget     Action = "forget"
	GiveUp     Action = "give_up"
	TakeDown   Action = "take_down"
	Retract    Action = "retract"
	LeaveAlone Action = "leave_alone"
	Keep       Action = "keep"
	Amend      Action = "amend"
	Wait       Action = "wait"
	Render     Action = "render"
	Restore    Action = "restore"
)

// Texts say the wishes, comparisons and actions of the table to people. "" says any comparison.
var (
	WishTexts = map[Wish]string{
		NeverAccepted: "unknown: it was never accepted",
		Unreadable:    "unreadable: the stored state is damaged",
		Gone:          "removed in the CMS",
		Held:          "held by an admin",
		MembersOnly:   "for members only",
		Unread:        "without text to read, or skipped by the settings",
		Wanted:        "wanted: it should be public",
	}
	PublicTexts = map[Public]string{
		"":            "anything",
		UpToDate:      "up to date",
		OtherManifest: "same sound, but title, address or the like changed",
		Outdated:      "no track, or one that sounds different",
		NotRestored:   "a track, but an admin ordered the previous one",
		Retracted:     "a track with text that is no longer public",
	}
	ActionTexts = map[Action]string{
		Forget:     "delete the due markers",
		GiveUp:     "fail: the CMS must send the article again",
		TakeDown:   "take down everything that is public",
		Retract:    "withdraw it, with all earlier tracks, and start over",
		LeaveAlone: "nothing",
		Keep:       "nothing; the state is recorded",
		Amend:      "rewrite narration.json",
		Wait:       "wait until no edit has come for 20 s (5 min at most)",
		Render:     "render and publish a track",
		Restore:    "publish the previous track again",
	}
)

// Rule is one row of the table of states.
type Rule struct {
	Wish         Wish
	Public       Public // "": any
	Settling     bool   // false: any
	FailedBefore bool   // false: any
	Do           Action
	Then         State // recorded when it is done; "": none
}

// Rules is the table of states: the first rule that matches a situation decides what is done.
// docs/states.md names the callers that withdraw audio before a worker decides by it.
var Rules = []Rule{
	{Wish: NeverAccepted, Do: Forget},
	{Wish: Unreadable, Do: GiveUp, Then: Failed},
	{Wish: Gone, Do: TakeDown, Then: Removed},
	{Wish: Held, Do: TakeDown, Then: Removed},
	{Wish: MembersOnly, Do: TakeDown, Then: Removed},
	{Wish: Unread, Do: TakeDown, Then: NothingToRead},
	{Wish: Wanted, Public: Retracted, Do: Retract},
	{Wish: Wanted, Public: NotRestored, Do: Restore, Then: Published},
	{Wish: Wanted, FailedBefore: true, Do: LeaveAlone, Then: Failed},
	{Wish: Wanted, Public: UpToDate, Do: Keep, Then: Published},
	{Wish: Wanted, Public: OtherManifest, Do: Amend, Then: Published},
	{Wish: Wanted, Public: Outdated, Settling: true, Do: Wait},
	{Wish: Wanted, Public: Outdated, Do: Render, Then: Published},
}

// ChangesPublic reports whether the rule's action changes what the public has.
func (r Rule) ChangesPublic() bool {
	return r.Do == TakeDown || r.Do == Retract || r.Do == Amend || r.Do == Render || r.Do == Restore
}

func (r Rule) matches(s Situation) bool {
	return r.Wish == s.Wish && (r.Public == "" || r.Public == s.Public) &&
		(!r.Settling || s.Settling) && (!r.FailedBefore || s.FailedBefore)
}

// Decide returns the first matching rule. It returns an error if none matches: for a wanted article
// whose public state was not checked, or an unknown wish.
func Decide(s Situation) (Rule, error) {
	for _, rule := range Rules {
		if rule.matches(s) {
			return rule, nil
		}
	}
	return Rule{}, fmt.Errorf("no rule for an article that is %q, and whose public state is %q", s.Wish, s.Public)
}

// TakesDown reports whether nothing of an article with that wish may be public.
func (w Wish) TakesDown() bool {
	rule, err := Decide(Situation{Wish: w})
	return err == nil && rule.Do == TakeDown
}

// Wish judges the desired state. publicPart says that the site reads the public part of articles
// for members.
func (d Desired) Wish(publicPart bool) Wish {
	switch {
	case d.Gone():
		return Gone
	case d.Orders.Held:
		return Held
	case d.Dropped != "", !publicPart && d.Article.Restricted():
		return MembersOnly
	default:
		return Wanted
	}
}

// Ending is a way in which the work of a rule can end.
type Ending struct {
	When    string
	Outcome string
	Markers string // the due markers that were listed when the work began
	Task    string
}

// Endings lists all endings. narrate (pass, park, GiveUp) and worker (conclude) implement them.
var Endings = []Ending{
	{"it is done", "as the first table says", "deleted", "done"},
	{"the desired or the published state changed meanwhile", "as the next pass ends", "of that pass", "starts over at once"},
	{"the budget has no room", "`parked`", "kept", "runs again when the budget renews, after 15 min at most"},
	{"it has to wait: for edits, a quota, another worker", "unchanged", "kept", "runs again then; this does not count as an attempt"},
	{"a temporary error", "unchanged; `aloud status` shows the attempts, the reason and the next attempt", "kept", "retried: 20 times in an hour and a half"},
	{"the provider returned bad audio", "the same; `failed` after the third time", "kept; deleted", "retried after 2 to 3 minutes each time"},
	{"a permanent error, or the error of the last attempt", "`failed`", "deleted", "archived"},
	{"the worker is stopped or loses its lease", "unchanged", "kept", "runs again on another worker"},
}

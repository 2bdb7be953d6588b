package library

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

func situations() (all []Situation) {
	for _, wish := range []Wish{NeverAccepted, Unreadable, Gone, Held, MembersOnly, Unread, Wanted} {
		for _, public := range []Public{UpToDate, OtherManifest, Outdated, NotRestored, Retracted} {
			for _, settling := range []bool{false, true} {
				for _, failed := range []bool{false, true} {
					all = append(all, Situation{wish, public, settling, failed})
				}
			}
		}
	}
	return all
}

// Every situation has a rule, every rule a situation, and nothing that may not be public ever stays
// public.
func TestRulesAreComplete(t *testing.T) {
	used := map[Rule]bool{}
	for _, s := range situations() {
		rule, err := Decide(s)
		if err != nil {
			t.Fatal(err)
		}
		used[rule] = true
		private := s.Wish == Gone || s.Wish == Held || s.Wish == MembersOnly || s.Wish == Unread
		if takeDown := rule.Do == TakeDown; takeDown != private {
			t.Errorf("%+v: %s", s, rule.Do)
		}
		if rule.Do == Render && s.Public != Outdated {
			t.Errorf("%+v is rendered", s)
		}
	}
	for _, rule := range Rules {
		if !used[rule] {
			t.Errorf("%+v is never reached", rule)
		}
	}
	if len(used) != len(Rules) {
		t.Errorf("%d rules decided, the table has %d", len(used), len(Rules))
	}
}

func TestWish(t *testing.T) {
	members, public := &article.Payload{Visibility: "members"}, &article.Payload{}
	for name, c := range map[string]struct {
		desired    Desired
		publicPart bool
		want       Wish
	}{
		"tombstone":                       {Desired{Orders: Orders{Held: true}}, true, Gone},
		"held":                            {Desired{Article: public, Orders: Orders{Held: true}}, true, Held},
		"held members' article":           {Desired{Article: members, Orders: Orders{Held: true}}, false, Held},
		"members' article":                {Desired{Article: members}, false, MembersOnly},
		"public part of members' article": {Desired{Article: members}, true, Wanted},
		"public":                          {Desired{Article: public, AcceptedAt: time.Now()}, false, Wanted},
	} {
		if got := c.desired.Wish(c.publicPart); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

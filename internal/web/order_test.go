package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// revision is one hook of an article's history.
type revision struct {
	event  string
	body   []byte
	sentAt time.Time
}

// history has two edits within one of Ghost's seconds.
func history(t testing.TB, id string) []revision {
	second := now.Truncate(time.Second)
	edit := func(title string, updatedAt time.Time) []byte {
		p := newPost(id, updatedAt)
		p.Title = title
		return publishedBody(t, p)
	}
	withdrawn := newPost(id, second.Add(10*time.Second))
	withdrawn.Status = "draft"
	return []revision{
		{"published", edit("first", second), second.Add(300 * time.Millisecond)},
		{"published.edited", edit("second", second), second.Add(700 * time.Millisecond)},
		{"unpublished", ghostBody(t, withdrawn, map[string]any{"status": "published"}), second.Add(10 * time.Second)},
		{"published", edit("third", second.Add(20*time.Second)), second.Add(20 * time.Second)},
		{"published.edited", edit("fourth", second.Add(20*time.Second)), second.Add(20*time.Second + 5*time.Millisecond)},
	}
}

func TestNewestRevisionWinsInAnyOrder(t *testing.T) {
	f := newFixture(t)
	for order := range permutations(5) {
		id := orderID(order)
		f.tell(t, history(t, id), order)
		if d := f.desired(t, id); d.Gone() || d.Article.Title != "fourth" {
			t.Errorf("order %v: the desired state is %+v", order, d)
		}
	}
}

func TestRemovalWinsInAnyOrder(t *testing.T) {
	f := newFixture(t)
	for order := range permutations(4) {
		id := orderID(order)
		gone := newPost(id, now.Truncate(time.Second).Add(10*time.Second))
		deletion := revision{"deleted", ghostBody(t, struct{}{}, gone), now.Add(30 * time.Second)}
		f.tell(t, append(history(t, id)[:3], deletion), order)
		if d := f.desired(t, id); !d.Gone() {
			t.Errorf("order %v: the desired state is %+v", order, d)
		}
	}
}

// tell sends revisions in an order.
func (f *fixture) tell(t *testing.T, revisions []revision, order []int) {
	t.Helper()
	for _, i := range order {
		if w := f.ghost(revisions[i].event, revisions[i].body, revisions[i].sentAt); w.Code != http.StatusAccepted {
			t.Fatalf("order %v: %d %s", order, w.Code, w.Body)
		}
	}
}

// orderID returns an article of its own for each order.
func orderID(order []int) string {
	return "a" + strings.Trim(strings.ReplaceAll(fmt.Sprint(order), " ", "-"), "[]")
}

// permutations yields all orders of 0 … n-1.
func permutations(n int) func(yield func([]int) bool) {
	return func(yield func([]int) bool) {
		var extend func(order []int) bool
		extend = func(order []int) bool {
			if len(order) == n {
				return yield(slices.Clone(order))
			}
			for i := range n {
				if !slices.Contains(order, i) && !extend(append(order, i)) {
					return false
				}
			}
			return true
		}
		extend(make([]int, 0, n))
	}
}

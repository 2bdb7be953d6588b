package rewrite

import "testing"

func TestReach(t *testing.T) {
	for pattern, want := range map[string]int{
		`at $`: 32,
		`станом на поточне (?:число|день) $`: 44 + 4,
		`(?:[бв]{20}){2}$`:           80 + 4,
		`\bpressure(?: \pL+){0,3} $`: 9 + 3*33 + 4,
	} {
		if got := reachOf(parse(pattern)); got != want {
			t.Errorf("%s: got %d, want %d", pattern, got, want)
		}
	}
}

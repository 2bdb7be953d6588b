package store

import "testing"

// answer is an error as the S3 client returns it: its code.
type answer string

func (a answer) Error() string     { return string(a) }
func (a answer) ErrorCode() string { return string(a) }

// Amazon answers two concurrent writes with an error that the test server never returns.
func TestIsConflict(t *testing.T) {
	for code, want := range map[string]bool{"ConditionalRequestConflict": true, "BucketNotEmpty": false, "SlowDown": false} {
		if got := isConflict(answer(code), IfAbsent()); got != want {
			t.Errorf("answer %s is a conflict: %v, want %v", code, got, want)
		}
	}
}

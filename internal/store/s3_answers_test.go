package store

import (
	"testing"

	"github.com/aws/smithy-go"
)

// Amazon's answer to two writes at the same moment is one that the test server never gives.
func TestIsConflict(t *testing.T) {
	for code, want := range map[string]bool{"ConditionalRequestConflict": true, "BucketNotEmpty": false, "SlowDown": false} {
		if got := isConflict(&smithy.GenericAPIError{Code: code}, IfAbsent()); got != want {
			t.Errorf("answer %s is a conflict: %v, want %v", code, got, want)
		}
	}
}

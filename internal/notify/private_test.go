package notify

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

// The site's settings name the hosts inside; without a name there, nothing is sent, and the log
// says what to write.
func TestAReceiverInsideMustBeAllowed(t *testing.T) {
	in := openInbox(t)
	for name, allowed := range map[string][]string{"none": nil, "another": {"desk.example"}} {
		r, err := NewReceiver(in.URL, []string{secret}, nil, allowed)
		if err != nil {
			t.Fatal(err)
		}
		n := open(t, r)
		n.conclude(library.Outcome{State: library.Failed, Revision: "r1"})
		if d := n.deliver(); d.Failed != 1 || d.Again == 0 || len(in.arrived()) != 0 {
			t.Errorf("%s: %+v", name, d)
		}
		err = n.send(t.Context(), r, notice{Body: []byte("{}")})
		if err == nil || !strings.Contains(err.Error(), "allow_private") || strings.Contains(err.Error(), in.URL) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

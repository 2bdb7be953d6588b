//go:build engines

package player_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// TestFirefox and TestWebKit do what TestChromium does, in the engines that take longer to start.
func TestFirefox(t *testing.T) {
	t.Parallel() // beside WebKit: both wait for sound most of the time
	visitAll(t, browsertest.Firefox(t, `user_pref("ui.prefersReducedMotion", 1);`, `user_pref("dom.events.testing.asyncClipboard", true);`), newSite(t))
}

func TestWebKit(t *testing.T) {
	t.Parallel()
	visitAll(t, browsertest.WebKit(t), newSite(t))
}

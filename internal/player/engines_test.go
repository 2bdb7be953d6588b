//go:build engines

package player_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// TestFirefox and TestWebKit do what TestChromium does, in the engines that take longer to start.
func TestFirefox(t *testing.T) {
	visitAll(t, browsertest.Firefox(t, `user_pref("ui.prefersReducedMotion", 1);`, `user_pref("dom.events.testing.asyncClipboard", true);`), newSite(t))
}

func TestWebKit(t *testing.T) {
	visitAll(t, browsertest.WebKit(t), newSite(t))
}

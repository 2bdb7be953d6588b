//go:build engines

package web

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

func TestEmbedInFirefox(t *testing.T) { embedInBrowser(t, browsertest.Firefox(t)) }

func TestEmbedInWebKit(t *testing.T) { embedInBrowser(t, browsertest.WebKit(t)) }

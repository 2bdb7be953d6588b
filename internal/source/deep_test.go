package source_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/source"
)

// A body of ten megabytes that is nothing but nesting is refused without much work.
func TestDeepJSONIsRefused(t *testing.T) {
	for name, body := range map[string]string{
		"lists":   strings.Repeat("[", 10<<20),
		"objects": `{"id":"x","html":` + strings.Repeat(`{"a":`, 2<<20),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := source.ParseFile("x", "json", []byte(body))
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; err == nil || used > 50<<20 {
			t.Errorf("%s: %v, with %d MB", name, err, used>>20)
		}
	}
}

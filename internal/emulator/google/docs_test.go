package google_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
)

// The families' table in the documentation matches the emulator.
func TestDocumentedLimits(t *testing.T) {
	page, err := os.ReadFile("../../../docs/google.md")
	if err != nil {
		t.Fatal(err)
	}
	shared := map[string]string{"wavenet": "standard", "news": "standard", "casual": "standard", "chirp-hd": "chirp3-hd"}
	for _, family := range emulator.Families() {
		quota, sentence := emulator.DefaultQuotas()[family], "any"
		if other := shared[family]; other != "" {
			quota = emulator.DefaultQuotas()[other]
		}
		if n := emulator.DefaultSentences()[family]; n > 0 {
			sentence = fmt.Sprint(n)
		}
		if row := fmt.Sprintf("| %s | %d | %s |", family, quota, sentence); !strings.Contains(string(page), row) {
			t.Errorf("docs/google.md has no row %s", row)
		}
	}
}

package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
)

// TestDocsHaveTheRules keeps what editors read equal to what the code does.
func TestDocsHaveTheRules(t *testing.T) {
	docstest.Keep(t, "../../docs/reading.md", map[string]string{
		"ghost": tableOfRules(ghostRules), "wordpress": tableOfRules(wordPressRules), "html": tableOfRules(htmlRules), "gates": tableOfRules(gateRules),
	})
}

func tableOfRules(rules []rule) string {
	var b strings.Builder
	b.WriteString("| what | verdict | why, or what it is |\n| --- | --- | --- |\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.ReplaceAll(r.selector, "|", `\|`), r.verdict, r.reason)
	}
	return b.String()
}

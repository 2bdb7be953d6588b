package article

import (
	"strings"

	"golang.org/x/net/html"
)

// skipRepeatedQuotes skips pull quotes, and their attributions: quotes whose words are in the text
// as well. In a quote, only paragraphs, headings and items are text. A short quote may well be
// repeated on purpose, unless it is a pull quote.
func skipRepeatedQuotes(entries []entry) {
	const most = 200 // quotes
	checked := 0
	said := saidIn(entries)
	repeated := map[*html.Node]bool{}
	for i := range entries {
		e := &entries[i]
		if e.Role != Quote || !e.skippable() || checked == most {
			continue
		}
		if e.source {
			if repeated[e.quote] {
				e.reason = reasonRepeats
			}
			continue
		}
		checked++
		if e.repeats(said) {
			e.reason = reasonRepeats
		}
		repeated[e.quote] = e.reason != ""
	}
}

func saidIn(entries []entry) string {
	var text strings.Builder
	for _, e := range entries {
		if e.reason == "" && e.Role != Quote {
			text.WriteString(strings.ToLower(words(e.Text)))
		}
	}
	return text.String()
}

// repeats reports whether a quote's words occur in what is said.
func (e entry) repeats(said string) bool {
	const shortest, shortestPulled = 20, 8 // bytes of letters and digits
	quote := strings.ToLower(words(e.Text))
	enough := len(quote) >= shortest || e.pulled && len(quote) >= shortestPulled
	return enough && len(quote) <= len(said) && strings.Contains(said, quote)
}

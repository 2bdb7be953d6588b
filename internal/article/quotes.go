package article

import "strings"

// skipRepeatedQuotes skips pull quotes: quotes whose words stand in the text as well. What is not a paragraph, heading or
// item there is no text; a quote of a few words may well be said twice.
func skipRepeatedQuotes(entries []entry) {
	const shortest, most = 20, 200 // bytes of letters and digits, quotes
	checked := 0
	var text strings.Builder
	for _, e := range entries {
		if e.reason == "" && e.Role != Quote {
			text.WriteString(strings.ToLower(words(e.Text)))
		}
	}
	said := text.String()
	for i := range entries {
		e := &entries[i]
		if e.Role != Quote || !e.skippable() || checked == most {
			continue
		}
		checked++
		quote := strings.ToLower(words(e.Text))
		if len(quote) >= shortest && len(quote) <= len(said) && strings.Contains(said, quote) {
			e.reason = reasonRepeats
		}
	}
}

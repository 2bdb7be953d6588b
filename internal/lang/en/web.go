package en

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// webRules say only the host of a URL; path and query are meant for the eye. For an address without
// https:// a short path is said too.
var webRules = []rewrite.Rule{
	{Name: "web", Pattern: `\bhttps?://(?:[^\s/@]*@)?([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])(?::\d+)?(?:[/?#][^\s<>"”»]*)?`, Say: func(m rewrite.Match) (string, bool) {
		trail := trail(m.Groups[0])
		return sayHost(m.Groups[1]) + trail, true
	}},
	{Name: "web", Pattern: `\b([A-Za-z0-9][A-Za-z0-9._%+-]*)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\b`, Say: func(m rewrite.Match) (string, bool) {
		return mailbox(m.Groups[1]) + " at " + sayHost(m.Groups[2]), true
	}},
	{Name: "web", Pattern: `@([A-Za-z_]\w*)`, Say: func(m rewrite.Match) (string, bool) {
		return "at " + handle(m.Groups[1]), !joinedBefore(rewrite.Match{Groups: []string{"a"}, Before: m.Before})
	}},
	{Name: "web", Pattern: `#(\d+)\b`, Say: func(m rewrite.Match) (string, bool) { return "number " + number(m.Groups[1]), apart(m.Before) }},
	{Name: "web", Pattern: `#([\pL_][\pL\pN_]*)`, Say: func(m rewrite.Match) (string, bool) {
		return "hashtag " + handle(m.Groups[1]), apart(m.Before)
	}},
	{Name: "web", Pattern: `\b((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.){1,4}[a-z]{2,6})\b(/[A-Za-z0-9_-]*)?([/?#][A-Za-z0-9_/?=&.%#-]*)?`, Say: alone(sayDomain)},
}

// trail returns the punctuation after an address that belongs to the sentence.
func trail(address string) string {
	return address[len(strings.TrimRight(address, ".,;:!?)")):]
}

// sayDomain says kyivindependent.com, t.me/zelenskiy and pravda.com.ua. A capital after the last
// full stop begins a sentence: "it was in May.It".
func sayDomain(m rewrite.Match) (string, bool) {
	host, path, rest := m.Groups[1], m.Groups[2], m.Groups[3]
	last := host[strings.LastIndexByte(host, '.')+1:]
	certain := strings.HasPrefix(host, "www.") || path != "" || strings.Count(host, ".") > 1
	if !is("top_levels", last) || is("word_endings", last) && !certain {
		return "", false
	}
	said := sayHost(host)
	if name := strings.Trim(path, "/"); name != "" && len(name) <= 24 && (strings.Trim(rest, "/") == "" || rest[0] != '/') {
		said += " slash " + handle(strings.ReplaceAll(name, "-", " "))
	}
	return said + trail(m.Groups[0]), true
}

// sayHost says a host name: kyiv independent dot com, B B C dot co dot U K.
func sayHost(host string) string {
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(host), "www."), ".")
	for i, label := range labels {
		if i == len(labels)-1 && i > 0 {
			labels[i] = topLevel(label)
			continue
		}
		labels[i] = sayLabel(label)
	}
	return tight(strings.Join(labels, " dot "))
}

func topLevel(label string) string {
	if len(label) == 2 && label != "me" && label != "co" || label == "tv" {
		return spelled(label)
	}
	return label
}

// sayLabel says one label of a host name, cut into known words.
func sayLabel(label string) string {
	if label == "gov" || label == "com" || label == "org" || label == "co" || label == "edu" {
		return label
	}
	parts := strings.Split(label, "-")
	for i, part := range parts {
		switch upper := strings.ToUpper(part); {
		case is("initialisms", upper), is("ambiguous", upper), len(part) < 5 && part != "" && !strings.ContainsAny(part, "aeiouy0123456789"):
			parts[i] = spelled(part)
		default:
			parts[i] = segmented(part)
		}
	}
	return strings.Join(parts, " ")
}

// segmented cuts a label into known words, with at most one unknown word at the start.
func segmented(label string) string {
	var words []string
	rest := label
	for {
		word := lastKnown(rest)
		if word == "" {
			break
		}
		rest = rest[:len(rest)-len(word)]
		words = append([]string{word}, words...)
	}
	if strings.HasSuffix(label, "24") && rest != "" {
		return segmented(strings.TrimSuffix(label, "24")) + " twenty-four"
	}
	if rest != "" {
		if len(rest) < 3 && len(words) > 0 {
			rest = spelled(rest)
		}
		words = append([]string{figuresIn(rest)}, words...)
	}
	return strings.Join(words, " ")
}

func lastKnown(label string) string {
	for size := len(label); size > 2; size-- {
		if end := label[len(label)-size:]; is("host_words", end) {
			return end
		}
	}
	return ""
}

func figuresIn(text string) string {
	return figureRun().ReplaceAllStringFunc(text, func(run string) string { return " " + code(run) + " " })
}

var figureRun = lazyregexp.New(`\d+`)

// mailbox says the part before the at sign.
func mailbox(name string) string {
	said := strings.NewReplacer(".", " dot ", "_", " underscore ", "-", " dash ", "+", " plus ").Replace(name)
	return tight(figuresIn(said))
}

// handle says a name without spaces, cut at its capitals: Zelenskyy Ua, Stand With Ukraine, A F U
// Media.
func handle(name string) string {
	parts := humps(strings.ReplaceAll(name, "_", " "))
	for i, part := range parts {
		switch {
		case figures(part):
			parts[i] = code(part)
		case len(part) > 1 && strings.ToUpper(part) == part && strings.ToLower(part) != part:
			parts[i] = initials(part)
		case len(part) > longestWord && strings.ToLower(part) == part:
			parts[i] = segmented(part)
		}
	}
	return tight(strings.Join(parts, " "))
}

// longestWord is how many letters a lower-case part of a handle may have before it is cut into
// words.
const longestWord = 7

// humps cuts a name before each capital that begins a word, and around digits.
func humps(name string) []string {
	var parts []string
	runes := []rune(name)
	from := 0
	for i := 1; i < len(runes); i++ {
		last, this := runes[i-1], runes[i]
		begins := unicode.IsUpper(this) && (!unicode.IsUpper(last) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if begins || unicode.IsDigit(last) != unicode.IsDigit(this) || this == ' ' {
			parts = append(parts, string(runes[from:i]))
			from = i
		}
	}
	return append(parts, string(runes[from:]))
}

func tight(text string) string { return strings.Join(strings.Fields(text), " ") }

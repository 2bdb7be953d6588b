package inflect

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// pieces are the patterns of a phrase's parts in braces that are no list of nouns.
var pieces = map[string]string{
	"mm": `0[1-9]|1[0-2]`, "yy": `\d\d`, "next": `\d\d`, "day": `\d{1,2}`, "monthno": `\d{1,2}`, "year": `[12]\d{3}`, "n": `\d{1,4}`, "roman": `[IVXІХ]+`, "hour": `\d{1,2}`, "minute": `\d\d`,
}

func (l *language) phraseRules() ([]rewrite.Rule, error) {
	var rules []rewrite.Rule
	for _, p := range l.data.Phrases {
		r, err := l.phraseRule(p)
		if err != nil {
			return nil, fmt.Errorf("phrase %q: %w", p.Written, err)
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// inBraces matches a part in braces, {year}, and what a template makes of it, {year: ordinal
// masculine genitive}.
var inBraces = regexp.MustCompile(`\{(\p{Ll}[\p{L} ]*\d?)(?:: ([^}]*))?\}`)

func (l *language) phraseRule(p pack.InflectedPhrase) (rewrite.Rule, error) {
	var unknown error
	pattern := inBraces.ReplaceAllStringFunc(p.Written, func(piece string) string {
		name := strings.Trim(piece, "{}")
		known := l.piecePattern(kindOf(name))
		if known == "" {
			unknown = fmt.Errorf("no piece %s", piece)
		}
		return `(?P<` + name + `>` + known + `)`
	})
	if unknown != nil {
		return rewrite.Rule{}, unknown
	}
	said, err := l.parseTemplate(p)
	if err != nil {
		return rewrite.Rule{}, err
	}
	after, behind := rewrite.Lazy(`^(?:`+p.After+`)`), rewrite.Lazy(`(?:`+p.Behind+`)$`)
	pattern = strings.ReplaceAll(pattern, " ", `[ \x{00A0}\x{202F}]`)
	return rewrite.Rule{Name: p.Rule, Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		if p.Rule == "number" && grammar.BehindNumber(m.Before) {
			return "", false
		}
		if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !l.isFollowing(p.Before, m.Before) || !after().MatchString(m.After) ||
			!behind().MatchString(rewrite.Tail(m.Before)) || p.Alone && l.isMeasured(m.After) || !l.arePieces(p, m) {
			return "", false
		}
		words, ok := sayAll(said, m)
		return words + l.stop(m.Groups[0], m), ok
	}}, nil
}

// kindOf is the name of a piece without the figure that tells it from another: "year2".
func kindOf(name string) string { return strings.TrimRight(name, "0123456789") }

// piecePattern is the pattern of a piece, or "" if there is none.
func (l *language) piecePattern(kind string) string {
	if pattern, ok := pieces[kind]; ok {
		return pattern
	}
	if words, ok := l.words[kind]; ok {
		return alternatives(slices.Collect(maps.Keys(words)))
	}
	if kind == "suffix" {
		return alternatives(slices.Collect(maps.Keys(l.suffixes)))
	}
	if kind == "month" {
		var names []string
		for _, name := range slices.Concat(cldr.Months(l.tag, cldr.InDate, cldr.Wide), strings.Fields(l.data.Lists["monthAbbreviations"])) {
			names = append(names, regexp.QuoteMeta(name))
		}
		return alternatives(names)
	}
	var forms []string
	for name := range strings.FieldsSeq(l.data.Lists[kind]) {
		n, ok := l.nouns[name]
		if !ok {
			return ""
		}
		for _, c := range l.cases {
			forms = append(forms, n.singular[c], n.plural[c])
		}
	}
	slices.Sort(forms)
	return alternatives(slices.Compact(forms))
}

// isFollowing tells whether the word in front is one that a phrase wants.
func (l *language) isFollowing(wanted, before string) bool {
	switch wanted {
	case "":
		return true
	case "-":
		return wordBefore(before) == ""
	}
	if unwanted, ok := strings.CutPrefix(wanted, "! "); ok {
		return !l.isFollowing(unwanted, before)
	}
	if _, isTable := l.government[wanted]; isTable {
		return len(l.governed(l.sharing(before), wanted)) > 0
	}
	return slices.Contains(strings.Fields(wanted), wordBefore(before))
}

// arePieces tells whether the figures are what their pieces say: no 32nd day, no 25 o'clock, no
// years that descend.
func (l *language) arePieces(p pack.InflectedPhrase, m rewrite.Match) bool {
	for _, piece := range inBraces.FindAllStringSubmatch(p.Written, -1) {
		figures := m.Named(piece[1])
		if figures == "" {
			continue
		}
		if isPiece, ok := valid[kindOf(piece[1])]; ok && !isPiece(figures) {
			return false
		}
		if piece[1] == "year2" && m.Named("year") >= figures || piece[1] == "next" && (grammar.Atoi(m.Named("year"))+1)%100 != grammar.Atoi(figures) {
			return false
		}
	}
	number, noun, ok := strings.Cut(p.Uncounted, " ")
	return !ok || !l.isCounted(m.Named(number), m.Named(noun))
}

// isCounted tells whether a number can count a noun as it is written: "5 каналів", but not "5
// канал".
func (l *language) isCounted(figures, noun string) bool {
	_, _, ok := l.match(amount{figures: figures}, "", nil, l.readings[noun])
	return ok
}

// valid has what figures must be beyond their patterns.
var valid = map[string]func(figures string) bool{
	"day":     between(1, 31),
	"monthno": between(1, 12),
	"hour":    between(0, 24),
	"minute":  between(0, 59),
	"n":       func(figures string) bool { return figures == "0" || figures[0] != '0' },
	"roman":   func(figures string) bool { return grammar.RomanNumber(figures) > 0 },
}

func between(low, high int) func(figures string) bool {
	return func(figures string) bool { n := grammar.Atoi(figures); return low <= n && n <= high }
}

package uk

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayAddress says links: the site, and the words of a path that is short enough to be meant for
// people.
func sayAddress(m rewrite.Match) (string, bool) {
	host, path, _ := strings.Cut(m.Groups[1], "/")
	if !apart(m) && !strings.HasSuffix(m.Groups[0], "/") {
		return "", false
	}
	said := sayHost(strings.TrimPrefix(host, "www."))
	if path = strings.TrimSuffix(path, "/"); simplePath().MatchString(path) {
		said += " слеш " + path
	}
	return said, true
}

var simplePath = rewrite.Lazy(`^[A-Za-z]{2,15}$`)

func sayHost(host string) string {
	parts := strings.Split(host, ".")
	for i, part := range parts {
		if said := vocab().Domains[strings.ToLower(part)]; said != "" && i > 0 {
			parts[i] = said
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(parts, " крапка "), "-", " дефіс ")), " ")
}

// sayMail says e-mail addresses.
func sayMail(m rewrite.Match) (string, bool) {
	local := strings.NewReplacer(".", " крапка ", "_", " підкреслення ", "-", " дефіс ").Replace(m.Groups[1])
	return strings.Join(strings.Fields(local), " ") + " ет " + sayHost(m.Groups[2]), true
}

// sayHandle says account names: "@zelenskyy_official".
func sayHandle(m rewrite.Match) (string, bool) {
	return "ет " + strings.Join(strings.Fields(strings.ReplaceAll(m.Groups[1], "_", " ")), " "), apart(m)
}

// sayHashtag says hashtags, cut into their words.
func sayHashtag(m rewrite.Match) (string, bool) {
	var said strings.Builder
	lower := false
	for _, r := range m.Groups[1] {
		if r == '_' {
			r = ' '
		}
		if unicode.IsUpper(r) && lower {
			said.WriteByte(' ')
		}
		said.WriteRune(r)
		lower = unicode.IsLower(r)
	}
	return "хештег " + strings.Join(strings.Fields(said.String()), " "), apart(m)
}

// sayPhone says telephone numbers, in their written groups.
func sayPhone(m rewrite.Match) (string, bool) {
	digits := digits().FindAllString(m.Groups[0], -1)
	count := len(strings.Join(digits, ""))
	if count < 9 || count > 13 || !apart(m) || !freeDigits(m.Before) {
		return "", false
	}
	if len(digits) == 1 {
		digits = phoneGroups(digits[0])
	}
	var said []string
	for _, group := range digits {
		if len(group) > 4 {
			for _, part := range phoneGroups(group) {
				said = append(said, typeNumber(part))
			}
			continue
		}
		said = append(said, typeNumber(group))
	}
	plus := ""
	if strings.Contains(m.Groups[0], "+") {
		plus = "плюс "
	}
	return plus + strings.Join(said, ", "), true
}

var digits = rewrite.Lazy(`\d+`)

// phoneGroups splits digits into the groups of Ukrainian numbers: 380 44 123 45 67, 044 123 45
// 67.
func phoneGroups(digits string) []string {
	var groups []string
	if rest, ok := strings.CutPrefix(digits, "380"); ok && len(digits) == 12 {
		groups, digits = append(groups, "380", rest[:2]), rest[2:]
	} else if len(digits) == 10 {
		groups, digits = append(groups, digits[:3]), digits[3:]
	}
	for len(digits) > 4 || len(digits) == 3 {
		groups, digits = append(groups, digits[:3]), digits[3:]
	}
	for len(digits) > 0 {
		end := min(2, len(digits))
		groups, digits = append(groups, digits[:end]), digits[end:]
	}
	return groups
}

package spoken

import (
	"strings"
	"unicode"
)

// ukDomains are the last parts of addresses that are not read as words.
var ukDomains = map[string]string{
	"com": "ком", "ua": "юа", "org": "орг", "net": "нет", "gov": "гов", "info": "інфо", "eu": "і ю", "uk": "ю кей", "us": "ю ес", "io": "ай оу", "tv": "ті ві", "me": "мі",
}

// ukSayAddress is the rule for links: the site, and of a path its words if it is short enough to be meant for people.
func ukSayAddress(m match) (string, bool) {
	host, path, _ := strings.Cut(m.groups[1], "/")
	if !ukApart(m) && !strings.HasSuffix(m.groups[0], "/") {
		return "", false
	}
	said := ukSayHost(strings.TrimPrefix(host, "www."))
	if path = strings.TrimSuffix(path, "/"); ukSimplePath().MatchString(path) {
		said += " слеш " + path
	}
	return said, true
}

var ukSimplePath = lazy(`^[A-Za-z]{2,15}$`)

func ukSayHost(host string) string {
	parts := strings.Split(host, ".")
	for i, part := range parts {
		if said := ukDomains[strings.ToLower(part)]; said != "" && i > 0 {
			parts[i] = said
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(parts, " крапка "), "-", " дефіс ")), " ")
}

// ukSayMail is the rule for e-mail addresses.
func ukSayMail(m match) (string, bool) {
	local := strings.NewReplacer(".", " крапка ", "_", " підкреслення ", "-", " дефіс ").Replace(m.groups[1])
	return strings.Join(strings.Fields(local), " ") + " ет " + ukSayHost(m.groups[2]), true
}

// ukSayHandle is the rule for names of accounts: "@zelenskyy_official".
func ukSayHandle(m match) (string, bool) {
	return "ет " + strings.Join(strings.Fields(strings.ReplaceAll(m.groups[1], "_", " ")), " "), ukApart(m)
}

// ukSayHashtag is the rule for hashtags, cut where their words begin.
func ukSayHashtag(m match) (string, bool) {
	var said strings.Builder
	lower := false
	for _, r := range m.groups[1] {
		if r == '_' {
			r = ' '
		}
		if unicode.IsUpper(r) && lower {
			said.WriteByte(' ')
		}
		said.WriteRune(r)
		lower = unicode.IsLower(r)
	}
	return "хештег " + strings.Join(strings.Fields(said.String()), " "), ukApart(m)
}

// ukSayPhone is the rule for telephone numbers, in the groups that they are written in.
func ukSayPhone(m match) (string, bool) {
	digits := ukDigits().FindAllString(m.groups[0], -1)
	count := len(strings.Join(digits, ""))
	if count < 9 || count > 13 || !ukApart(m) || !ukFreeDigits(m.before) {
		return "", false
	}
	if len(digits) == 1 {
		digits = ukPhoneGroups(digits[0])
	}
	var said []string
	for _, group := range digits {
		if len(group) > 4 {
			for _, part := range ukPhoneGroups(group) {
				said = append(said, ukTypeNumber(part))
			}
			continue
		}
		said = append(said, ukTypeNumber(group))
	}
	plus := ""
	if strings.Contains(m.groups[0], "+") {
		plus = "плюс "
	}
	return plus + strings.Join(said, ", "), true
}

var ukDigits = lazy(`\d+`)

// ukPhoneGroups cuts digits as Ukrainian numbers are: 380 44 123 45 67, 044 123 45 67.
func ukPhoneGroups(digits string) []string {
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

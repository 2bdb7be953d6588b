package spoken

import (
	"strings"
	"unicode"
)

// Of an address on the web the host is said, and no path or query: those are for eyes. Of an address that is written out
// in the text a short path is said too.
var englishWeb = []rule{
	{"web", `\bhttps?://(?:[^\s/@]*@)?([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])(?::\d+)?(?:[/?#][^\s<>"”»]*)?`, func(m match) (string, bool) {
		trail := enTrail(m.groups[0])
		return enHost(m.groups[1]) + trail, true
	}},
	{"web", `\b([A-Za-z0-9][A-Za-z0-9._%+-]*)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\b`, func(m match) (string, bool) {
		return enMailbox(m.groups[1]) + " at " + enHost(m.groups[2]), true
	}},
	{"web", `@([A-Za-z_]\w*)`, func(m match) (string, bool) {
		return "at " + enHandle(m.groups[1]), !enJoinedBefore(match{groups: []string{"a"}, before: m.before})
	}},
	{"web", `#(\d+)\b`, func(m match) (string, bool) { return "number " + enNumber(m.groups[1]), enApart(m.before) }},
	{"web", `#([\pL_][\pL\pN_]*)`, func(m match) (string, bool) {
		return "hashtag " + enHandle(m.groups[1]), enApart(m.before)
	}},
	{"web", `\b((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.){1,4}[a-z]{2,6})\b(/[A-Za-z0-9_-]*)?(/[A-Za-z0-9_/?=&.%-]*)?`, enAlone(sayDomain)},
}

var enTopLevels = enSet(`com org net edu gov info news media int mil io ai tv me co app dev online site ua uk eu us ca de fr pl ru by ch at nl
	it es se no fi cz sk hu ro bg gr pt be ie ly gg dk lt lv ee md ge tr jp cn au`)

// enTrail is the punctuation behind an address that is the sentence's.
func enTrail(address string) string {
	return address[len(strings.TrimRight(address, ".,;:!?)")):]
}

// sayDomain is for kyivindependent.com, t.me/zelenskiy and pravda.com.ua. A capital behind the last full stop is the
// beginning of a sentence: "it was in May.It".
func sayDomain(m match) (string, bool) {
	host, path, rest := m.groups[1], m.groups[2], m.groups[3]
	last := host[strings.LastIndexByte(host, '.')+1:]
	certain := strings.HasPrefix(host, "www.") || path != "" || strings.Count(host, ".") > 1
	if !enTopLevels[last] || enWordEndings[last] && !certain {
		return "", false
	}
	said := enHost(host)
	if name := strings.Trim(path, "/"); name != "" && len(name) <= 24 && strings.Trim(rest, "/") == "" {
		said += " slash " + enHandle(strings.ReplaceAll(name, "-", " "))
	}
	return said + enTrail(m.groups[0]), true
}

// enWordEndings are countries whose code is an English word; a text without a space behind its full stop has them too.
var enWordEndings = enSet("me co by at it es se no be us int")

// enHost says a host's name: kyiv independent dot com, B B C dot co dot U K.
func enHost(host string) string {
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(host), "www."), ".")
	for i, label := range labels {
		if i == len(labels)-1 && i > 0 {
			labels[i] = enTopLevel(label)
			continue
		}
		labels[i] = enLabel(label)
	}
	return enTight(strings.Join(labels, " dot "))
}

func enTopLevel(label string) string {
	if len(label) == 2 && label != "me" && label != "co" || label == "tv" {
		return enSpelled(label)
	}
	return label
}

// enLabel says a part of a host's name, cut into the words that are known.
func enLabel(label string) string {
	if label == "gov" || label == "com" || label == "org" || label == "co" || label == "edu" {
		return label
	}
	parts := strings.Split(label, "-")
	for i, part := range parts {
		switch upper := strings.ToUpper(part); {
		case enInitialisms[upper], enAmbiguous[upper], len(part) < 5 && part != "" && !strings.ContainsAny(part, "aeiouy0123456789"):
			parts[i] = enSpelled(part)
		default:
			parts[i] = enSegmented(part)
		}
	}
	return strings.Join(parts, " ")
}

// enSegmented cuts a label at the words it is made of, if it is made of known words and one unknown at most in front.
func enSegmented(label string) string {
	var words []string
	rest := label
	for {
		word := enLastKnown(rest)
		if word == "" {
			break
		}
		rest = rest[:len(rest)-len(word)]
		words = append([]string{word}, words...)
	}
	if strings.HasSuffix(label, "24") && rest != "" {
		return enSegmented(strings.TrimSuffix(label, "24")) + " twenty-four"
	}
	if rest != "" {
		if len(rest) < 3 && len(words) > 0 {
			rest = enSpelled(rest)
		}
		words = append([]string{enFiguresIn(rest)}, words...)
	}
	return strings.Join(words, " ")
}

func enLastKnown(label string) string {
	for size := len(label); size > 2; size-- {
		if end := label[len(label)-size:]; enHostWords[end] {
			return end
		}
	}
	return ""
}

// enHostWords are words of which the names of news sites and Ukrainian institutions are made.
var enHostWords = enSet(`kyiv kiev lviv odesa kharkiv ukraine ukrainian ukrainska ukrinform russia russian moscow europe european euro eastern western
	independent post news times today daily weekly world press media radio free liberty report reports reporter journal tribune herald
	guardian telegraph standard observer washington london york street wall business insider financial economist politico
	foreign affairs policy institute center centre council studies international global national public army war military defence defense
	inform pravda truth channel network online support donate help save life come back alive united nova fund foundation bank state
	google youtube facebook telegram twitter instagram signal whats app open source data watch monitor study the and for army blog city voice
	human rights amnesty transparency security service president parliament government minister digital energy example stop fake check`)

func enFiguresIn(text string) string {
	return enFigureRun().ReplaceAllStringFunc(text, func(run string) string { return " " + enCode(run) + " " })
}

var enFigureRun = lazy(`\d+`)

// enMailbox says what stands before the at sign.
func enMailbox(name string) string {
	said := strings.NewReplacer(".", " dot ", "_", " underscore ", "-", " dash ", "+", " plus ").Replace(name)
	return enTight(enFiguresIn(said))
}

// enHandle says a name without spaces at its capitals: Zelenskyy Ua, Stand With Ukraine, A F U Media.
func enHandle(name string) string {
	parts := enHumps(strings.ReplaceAll(name, "_", " "))
	for i, part := range parts {
		switch {
		case enFigures(part):
			parts[i] = enCode(part)
		case len(part) > 1 && strings.ToUpper(part) == part && strings.ToLower(part) != part:
			parts[i] = enInitials(part)
		}
	}
	return enTight(strings.Join(parts, " "))
}

// enHumps cuts a name before each capital that begins a word and around figures.
func enHumps(name string) []string {
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

func enTight(text string) string { return strings.Join(strings.Fields(text), " ") }

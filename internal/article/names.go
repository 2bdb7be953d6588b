package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Where an author's name belongs, pages often have something else: addresses, logins, publishers,
// the links of a byline. The languages' files have its words.

var (
	nameOpening = lazyregexp.Build(func() string { return `^(?i:` + anyOf("byline: opening", "byline: by") + `)(?:[:\s]+|$)` })
	nameLabel   = lazyregexp.New(`^[\p{L} ]{2,24}(?::\s+|：\s*)`)
	nameBehind  = lazyregexp.Build(func() string { return `\s+(?i:` + anyOf("byline: behind a name") + `)\s.*$` })
	nameHandle  = lazyregexp.New(`\s*[(<]?[\w.+-]+@[\w-]+\.[\w.-]+[)>]?|\s*\(?@[\w.]+\)?|\s*\((?:https?:|www\.)[^)]*\)`)
	gluedBy     = lazyregexp.Build(func() string { return `^` + anyOf("byline: by") + `(\p{Lu}[\p{L}.]+ )` })
	nameDivider = lazyregexp.Build(func() string {
		return `\s*(?:[;|•·\n／、，]|\s[/–—-]\s|\s&\s|,\s+(?:(?i:` + anyOf("byline: and") + `)\s+)?|\s(?i:` + anyOf("byline: and") + `)\s)\s*`
	})
	noName     = lazyregexp.Build(func() string { return `^(?i:` + anyOf("byline: nobody") + `)$` })
	company    = lazyregexp.Build(func() string { return `(?:^|[\s,])(?:` + anyOf("companies") + `)\.?(?:[\s,)]|$)` })
	degree     = lazyregexp.Build(func() string { return `^(?:` + anyOf("degrees") + `)\.?$` })
	domainName = lazyregexp.New(`(?i)(?:^|[\s(])(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|eu|co|io|tv|news|media|online|[a-z]{2})(?:[\s),/.]|(?-i:\p{Lu})|$)`)
)

// authors returns the names in what a page says about who wrote its article.
func (p publication) authors(said []string) []string {
	var names []string
	for _, text := range said {
		if p.is(text) {
			continue
		}
		for _, name := range p.dividedNames(text) {
			if name = tidyName(name); p.isAuthor(name) && !containsName(names, name) {
				names = append(names, name)
			} else if p.isHouse(name) {
				break // a place and the like follow
			}
		}
	}
	return names
}

// dividedNames divides "Jane Roe and John Doe, CNN".
func (p publication) dividedNames(text string) []string {
	text = strings.Trim(plain(text), aroundNames+"-")
	text = gluedBy().ReplaceAllString(text, "$1")
	text = nameOpening().ReplaceAllString(nameHandle().ReplaceAllString(text, ""), "")
	text = nameSentence().ReplaceAllString(text, "$1|$2")
	if surname := surnameFirst().FindStringSubmatch(text); surname != nil {
		return []string{surname[2] + " " + surname[1]}
	}
	if before := nameBeforeDash().FindString(text); before != "" {
		if first, _, _ := strings.Cut(strings.Trim(before, " –—-"), ","); isPersonal(first) {
			text = before
		}
	}
	parts := nameDivider().Split(text, -1)
	if first := slices.IndexFunc(parts, func(part string) bool { return !isOneWord(part) && isPersonal(part) }); first >= 0 {
		behind := slices.DeleteFunc(slices.Clone(parts[first+1:]), p.isBesideNames)
		before := slices.DeleteFunc(parts[:first:first], p.isPlace)
		parts = slices.Concat(before, parts[first:first+1], behind)
	}
	return parts
}

// aroundNames are signs that may stand before and after a name.
const aroundNames = `"'“”„«»()[]【】（）*, `

var (
	// nameSentence is where a full stop divides a name from what follows it.
	nameSentence = lazyregexp.New(`(\p{L}+ \p{L}{3,})\.\s+(\p{Lu})`)
	// surnameFirst is "Roe, Jane".
	surnameFirst = lazyregexp.New(`^(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*), (\p{Lu}\.|\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)$`)
)

// nameBeforeDash is what stands before a place or a paper: "Jane Roe — Kyiv".
var nameBeforeDash = lazyregexp.New(`^.+?\s[–—-]\s`)

// isPlace reports whether a part beside persons' names is a place or an agency.
func (p publication) isPlace(part string) bool {
	name := tidyName(part)
	return isOneWord(name) && !p.isHouse(name)
}

// isBesideNames reports whether a part after a person's name is not a name: a place, an agency, a
// role, a form of the site's name.
func (p publication) isBesideNames(part string) bool {
	name := tidyName(part)
	return p.isPlace(name) || agencyName().MatchString(name) || roleBehind().MatchString(name) || p.isLike(name) && !p.isHouse(name)
}

func tidyName(name string) string {
	name = strings.Trim(fold(name), aroundNames+`:–—→›-`)
	name = nameOpening().ReplaceAllString(gluedBy().ReplaceAllString(name, "$1"), "")
	name = nameLabel().ReplaceAllString(name, "")
	name = withoutRole(nameBehind().ReplaceAllString(name, ""))
	if name = strings.TrimSpace(name); company().MatchString(name) {
		return name // its capitals show it
	}
	return inLowerCase(name)
}

// inLowerCase returns a name of several words in capitals with the usual capitalization.
func inLowerCase(name string) string {
	parts := strings.Fields(name)
	if len(parts) < 2 || !isAllCapitals(name) || !slices.ContainsFunc(parts, func(part string) bool { return len(part) > 3 }) {
		return name
	}
	var b strings.Builder
	letters := 0 // of the part of a word
	for _, r := range name {
		if letters == 0 {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '\'' && r != '’' || letters == 1: // as in O'Neill
			letters = 0
		}
	}
	return b.String()
}

// isAuthor distinguishes a name from an address, a login, a company, a publisher, a degree and a
// number.
func (p publication) isAuthor(name string) bool {
	const longest, most = 80, 7 // bytes, words
	parts := strings.Fields(name)
	first, _ := utf8.DecodeRuneInString(name)
	switch {
	case !strings.ContainsFunc(name, unicode.IsLetter), len(name) > longest, len(parts) > most, utf8.RuneCountInString(name) < 2:
		return false
	case strings.ContainsAny(name, "@#_{}<>\\=|") || strings.Contains(name, "://") || strings.ContainsFunc(name, unicode.IsDigit):
		return false
	case len(parts) == 1 && unicode.IsLower(first) && !agencyName().MatchString(name):
		return false // a login
	case !mayBeName(parts):
		return false
	case noName().MatchString(name), degree().MatchString(name), isDesk(name), p.isHouse(name):
		return false
	}
	return !endsSentence(strings.TrimRight(name, ".")) && !timePattern.In(comparable(name)) && !wholeDay.In(comparable(name))
}

// mayBeName reports whether the first and the last of several words may belong to a name: "recipe
// of" and "your wedding team" do not.
func mayBeName(words []string) bool {
	if len(words) < 2 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	return (!unicode.IsLower(first) || particle().MatchString(words[0])) && !particle().MatchString(words[len(words)-1])
}

// isHouse reports whether a name is that of a publisher, a company or a site.
func (p publication) isHouse(name string) bool {
	return p.is(name) || p.endsWithIts(name) || company().MatchString(name) || domainName().MatchString(name)
}

// endsWithIts reports whether a name of several words ends with the publication's: "Casa Editorial
// El Tiempo".
func (p publication) endsWithIts(name string) bool {
	const shortest = 6 // bytes
	text := strings.ToLower(words(name))
	return strings.Contains(name, " ") && slices.ContainsFunc(p.names, func(own string) bool { return len(own) >= shortest && strings.HasSuffix(text, own) })
}

var particle = lazyregexp.Build(func() string { return `^` + anyOf("byline: particles") + `$` })

// isCapitalised reports whether each word of a name begins with a capital, but for "van" and "de".
func isCapitalised(name string) bool {
	for _, word := range strings.Fields(name) {
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'’(`)); unicode.IsLower(first) && !particle().MatchString(word) {
			return false
		}
	}
	return true
}

// isPersonal reports whether a name looks like a person's: several words with capitals.
func isPersonal(name string) bool {
	several := strings.Contains(name, " ") || !strings.ContainsFunc(name, unicode.IsUpper) // Chinese has neither
	return several && isCapitalised(name) && !isAllCapitals(name)
}

func isAllCapitals(name string) bool {
	return strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// containsName reports whether a list has a name, or one that is part of it: "all articles of Ann
// Lee".
func containsName(names []string, name string) bool {
	return slices.ContainsFunc(names, func(known string) bool {
		return sameWords(known, name) || strings.Contains(known, " ") && strings.HasSuffix(name, " "+known)
	})
}

// Names returns the authors in structured data of a file or page: those of the first value that has
// any. A value is a name, an object with a name, or a list of these.
func Names(values ...any) []string {
	var lists [][]string
	for _, value := range values {
		lists = append(lists, personNames(value))
	}
	return names(lists...)
}

// names returns the authors of the first list that has any, without duplicates, addresses and
// leading "By".
func names(lists ...[]string) []string {
	for _, list := range lists {
		var names []string
		seen := map[string]bool{}
		for _, name := range list {
			name = leadingBy().ReplaceAllString(plain(name), "")
			if hasWord(name) && !isAddress(name) && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

// isAddress reports whether a name is an e-mail address, a web address or a handle.
func isAddress(name string) bool {
	return !strings.Contains(name, " ") && (strings.Contains(name, "@") || strings.Contains(name, "://"))
}

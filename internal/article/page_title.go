package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// A page says its article's title several times: for machines, often with the site's name, a
// section or a date; and for readers in a heading, sometimes with a kicker. The heading that agrees
// with what is said for machines is the headline.

// titles are the titles that a page states for its article.
type titles struct {
	stated   []string // for machines, the most certain first
	element  string   // of stated: the title element's
	shown    []heading
	headings []string // of lower levels
	logo     string   // an h1 that leads to the home page
	section  []string
	publication
}

func titlesOf(doc *goquery.Document, data structured, p publication) titles {
	t := titles{publication: p, section: metas(doc, "article:section")}
	t.state(data.headlines()...)
	for _, name := range []string{"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title", "headline"} {
		t.state(metas(doc, name)...)
	}
	t.element = firstText(doc, "head title, title")
	t.state(t.element)
	for _, n := range doc.Find("h1, [itemprop=headline]").Nodes {
		switch h := headingOf(n); {
		case !hasWord(h.text), p.is(h.text), isNavigation(n):
		case isLogo(n):
			t.logo = cmp.Or(t.logo, h.text)
		default:
			t.shown = append(t.shown, h)
		}
	}
	for _, n := range doc.Find("h2, h3").Nodes {
		t.headings = append(t.headings, headingOf(n).text)
	}
	return t
}

func (t *titles) state(said ...string) {
	for _, title := range said {
		if title = plain(title); hasWord(title) && !t.is(title) && !slices.Contains(t.stated, title) {
			t.stated = append(t.stated, title)
		}
	}
}

// best returns the article's title without the site's name and the date around it.
func (t titles) best() string {
	return t.withoutDate(t.withoutOwnName(t.mostAgreed()))
}

func (t titles) mostAgreed() string {
	for _, agree := range []func(shown, stated string) bool{agrees, resembles} {
		for _, stated := range t.stated {
			title, ok := t.agreeing(stated, agree)
			if other, found := t.besideSite(title); ok && found && stated == t.element {
				return other
			}
			if ok {
				return title
			}
		}
	}
	if title, ok := t.besideSite(t.logo); ok && t.logo != "" {
		return title
	}
	if title, ok := t.inLowerHeading(); ok {
		return t.withoutStatedKicker(title)
	}
	if len(t.stated) > 0 && (len(t.shown) == 0 || len(t.stated) > 1) {
		return t.withoutSite(t.stated[0])
	}
	for _, h := range t.shown {
		return h.text
	}
	return ""
}

// agreeing returns the heading that agrees with a stated title, the longest of several: a section
// may be stated too. A kicker that is not in the stated title is left out.
func (t titles) agreeing(stated string, agree func(shown, stated string) bool) (string, bool) {
	title := ""
	for _, h := range t.shown {
		if len(h.text) > len(title) && agree(h.text, stated) {
			title = h.text
		}
	}
	if !endsWithWords(stated, title) && endsWithWords(title, stated) {
		return stated, true
	}
	return t.withoutGluedKicker(title), title != ""
}

// withoutGluedKicker leaves out the first words of a heading if nothing divides them from a stated
// title.
func (t titles) withoutGluedKicker(title string) string {
	const fewest = 3 // words
	for _, stated := range t.stated {
		kicker, found := strings.CutSuffix(title, " "+stated)
		last, _ := utf8.DecodeLastRuneInString(kicker)
		if found && isWordRune(last) && len(strings.Fields(stated)) >= fewest {
			return stated
		}
	}
	return title
}

// withoutStatedKicker leaves out a kicker before a title if the page also states the title without
// it.
func (t titles) withoutStatedKicker(title string) string {
	const fewest = 3 // words
	for _, stated := range t.stated {
		if endsWithWords(title, stated) && strings.HasSuffix(title, ": "+stated) && len(strings.Fields(stated)) >= fewest {
			return stated
		}
	}
	return title
}

// saidIn reports whether a heading is the title in any of its forms, or a kicker and the title.
func (t titles) saidIn(heading string) bool {
	const shortest = 12 // bytes
	for _, h := range t.shown {
		if sameWords(h.text, heading) || sameWords(h.whole, heading) {
			return true
		}
	}
	return slices.ContainsFunc(t.stated, func(stated string) bool {
		return sameWords(stated, heading) || len(words(stated)) >= shortest && endsWithWords(heading, stated)
	})
}

// besideSite returns the other part of the page's title if the h1 has only one, and a lower heading
// the other: then the h1 is the site's name.
func (t titles) besideSite(h1 string) (string, bool) {
	for _, separator := range []string{": ", " | ", " - ", " – ", " — ", " » "} {
		rest, found := strings.CutPrefix(t.element, h1+separator)
		if !found {
			rest, found = strings.CutSuffix(t.element, separator+h1)
		}
		if found && !t.is(rest) && !t.isLike(rest) && (h1 == t.logo || t.isLike(h1) || len(rest) > len(h1)) && t.isLowerHeading(rest) {
			return rest, true
		}
	}
	return "", false
}

// inLowerHeading finds a title, or a part of it beside the site's name, in a heading: where the h1
// is the site's name.
func (t titles) inLowerHeading() (string, bool) {
	for _, stated := range t.stated {
		for _, part := range append([]string{stated}, titleParts(stated)...) {
			if t.isLowerHeading(part) && !t.isLike(part) {
				return part, true
			}
		}
	}
	return "", false
}

func (t titles) isLowerHeading(text string) bool {
	return slices.ContainsFunc(t.headings, func(h string) bool { return sameWords(h, text) })
}

// agrees reports whether a heading is a stated title, or one is the other with something before or
// behind it: a site's name, a section, a kicker, or an ellipsis for the rest.
func agrees(shown, stated string) bool {
	const shortest = 8 // bytes
	a, b := strings.ToLower(words(shown)), strings.ToLower(words(stated))
	switch {
	case a == b:
		return true
	case min(len(a), len(b)) < shortest:
		return false
	}
	return strings.HasPrefix(a, b) || strings.HasSuffix(a, b) || strings.HasPrefix(b, a) || strings.HasSuffix(b, a)
}

// resembles reports whether a heading says the same in other words.
func resembles(shown, stated string) bool {
	const fewest, half = 3, 50 // words, percent
	in := map[string]bool{}
	for _, word := range strings.Fields(comparable(stated)) {
		in[strings.Trim(word, `.,:;!?"'`)] = true
	}
	own := strings.Fields(comparable(shown))
	shared := 0
	for _, word := range own {
		if in[strings.Trim(word, `.,:;!?"'`)] {
			shared++
		}
	}
	return shared >= fewest && shared*100 >= min(len(own), len(in))*half
}

func endsWithWords(text, end string) bool {
	text, end = strings.ToLower(words(text)), strings.ToLower(words(end))
	return len(end) < len(text) && strings.HasSuffix(text, end)
}

// titleSeparator matches a sign with spaces around it, and bars and underscores, which need none.
var titleSeparator = lazyregexp.New(`\s+(?:[|•·»›⋆~]|[-–—:/]{1,2}|:::?)\s+|\s*[|│｜]\s*|\s*_+\s*`)

// titleParts returns the parts of a title between separators.
func titleParts(title string) []string { return titleSeparator().Split(title, -1) }

// withoutOwnName returns a title without the names of its publication behind a separator.
func (t titles) withoutOwnName(title string) string {
	cuts := titleSeparator().FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return title
	}
	if last := cuts[len(cuts)-1]; t.is(title[last[1]:]) {
		return t.withoutOwnName(title[:last[0]])
	}
	return title
}

// withoutDate returns a title without a date and a separator before or behind it.
func (t titles) withoutDate(title string) string {
	cuts := titleSeparator().FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return title
	}
	first, last := cuts[0], cuts[len(cuts)-1]
	switch {
	case wholeDay.In(comparable(title[:first[0]])):
		return title[first[1]:]
	case wholeDay.In(comparable(title[last[1]:])):
		return title[:last[0]]
	}
	return title
}

// withoutSite returns a title without the site's name, a section or a date before and behind it.
func (t titles) withoutSite(title string) string {
	cuts := titleSeparator().FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return siteWithoutSpace().ReplaceAllString(title, "$1")
	}
	if first := title[:cuts[0][0]]; t.is(first) {
		return t.withoutSite(title[cuts[0][1]:])
	}
	for i, cut := range cuts {
		end := len(title)
		if i+1 < len(cuts) {
			end = cuts[i+1][0]
		}
		if t.isBehindTitle(title[:cut[0]], title[cut[0]:cut[1]], title[cut[1]:end]) {
			return title[:cut[0]]
		}
	}
	return title
}

// siteWithoutSpace matches the site's name that a dash adds to a Chinese or Japanese title.
var siteWithoutSpace = lazyregexp.New(`^(.{6,}[\p{Han}\p{Hiragana}\p{Katakana}！？。」』”）])[-–—]+[\p{Han}\p{Hiragana}\p{Katakana}]{2,8}$`)

// isBehindTitle reports whether the text after a separator is not part of the title. A bar is
// hardly ever in a headline.
func (t titles) isBehindTitle(title, separator, part string) bool {
	const fewest, most = 3, 4 // words
	isSection := slices.ContainsFunc(t.section, func(s string) bool { return sameWords(s, part) })
	isBar := strings.ContainsAny(separator, "|│｜_") && countWords(title) >= fewest && countWords(part) <= most
	return t.is(part) || t.isLike(part) || isSection || isBar || wholeDay.In(comparable(part))
}

// countWords counts the words of a title. Chinese and Japanese have no spaces between words.
func countWords(title string) int {
	const runesOfWord = 3
	ideographs := 0
	for _, r := range title {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			ideographs++
		}
	}
	return max(len(strings.Fields(title)), ideographs/runesOfWord)
}

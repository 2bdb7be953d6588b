package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nameRule is a row of the table for unknown themes. Themes name their parts in classes, ids and
// test ids, mostly in English.
type nameRule struct {
	reason  string
	verdict verdict
	names   string // words, or two that follow each other: author-bio is also in AuthorBio and post__author_bio
}

// nameRules apply only to what is not the text itself: an element that holds much of the text is
// read whatever its name, and with the verdict skipUnlessText so is every element of sentences. The
// first of an element's names that is in the table decides.
var nameRules = []nameRule{
	{reasonRelated, skip, "related recirc recirculation recommended recommendation recommendations read-next " +
		"read-also also-read see-also also-like more-on more-from more-stories next-article " +
		"up-next most-read most-popular trending popular teasers outbrain taboola zergnet " +
		"further-reading onward story-promo"},
	{reasonRelated, skipUnlessText, "read-more readmore teaser"},
	{"advertisement", skipUnlessText, "ad ads dfp"},
	{"advertisement", skip, "advert advertisement advertising adslot sponsor sponsored"},
	{"promotion", skip, "promo promos promotion promoted affiliate disclosure"},
	{"call to action", skip, "cta"},
	{"product", skipUnlessText, "commerce"},
	{"sign-up form", skip, "newsletter newsletters subscribe subscription signup sign-up mailchimp optin register"},
	{"membership", skip, "donate donation membership regwall"},
	{"membership", skipUnlessText, "paywall piano"},
	{"form", skipUnlessText, "poll quiz opinary umfrage encuesta sondage sondaggio"},
	{"form", skip, "login feedback"},
	{reasonShare, skipUnlessText, "share sharing social addthis sharethis addtoany follow-us toolbar"},
	{reasonCaption, skip, "caption captions credit courtesy"},
	{reasonCaption, skipUnlessText, "credits attribution image img pic photo picture thumbnail infographic"},
	{reasonCopyright, skip, "copyright"},
	{"gallery", skipUnlessText, "gallery carousel slideshow lightbox"},
	{"video player", skipUnlessText, "video player"},
	{reasonEmbed, skipUnlessText, "embed"},
	{"highlights", skipUnlessText, "highlights storyhighlights key-points keypoints"},
	{reasonByline, skipUnlessText, "byline dateline kuerzel date time timestamp datetime pubdate reading-time read-time meta " +
		"metadata tags taglist tag-list topics topic-list eyebrow kicker"},
	{reasonBio, skip, "author-bio author-box author-info author-card author-description about-author " +
		"authors-bio post-author writer-bio contributor-bio bio"},
	{reasonBio, skipUnlessText, "author"},
	{reasonComments, skip, "comment comments disqus"},
	{reasonComments, skipUnlessText, "discussion"},
	{reasonCookies, skip, "cookie cookies consent gdpr dsgvo onetrust cookiebot usercentrics didomi borlabs klaro cmplz iubenda truste qc-cmp sp-message"},
	{reasonDialog, skip, "popup modal tooltip"},
	{reasonDialog, skipUnlessText, "overlay"},
	{"navigation", skipUnlessText, "breadcrumb breadcrumbs pagination pager nav navbar navigation toc skip-link jump-links menu"},
	{reasonHover, skip, "popover hovercard hover-card"},
	{reasonAlert, skip, "ticker alert-bar alertbar alert-banner alert-strip breaking-bar breaking-banner breaking-news breakingnews live-bar livebar " +
		"news-alert site-alert sitewide-alert emergency-alert notification-bar announcement-bar top-alert"},
	{"aside", skip, "sidebar"},
	{"aside", skipUnlessText, "widget"},
	{"disclaimer", skipUnlessText, "disclaimer"},
	{"page footer", skipUnlessText, "footer"},
	{"page header", skip, "masthead"},
}

// parts are words that may follow a name without changing its meaning: a related-box is a box of
// related links, but a credit-union is no credit. Names of the table are such words too.
var parts = setOf("area aside banner bar block body bottom box boxes card cards col column container content contents embed feed " +
	"footer form frame grid group head header heading holder iframe image inline inner inserter item items label large layer " +
	"left line link links list main message module notice outer overlay panel part root row section slot small strip text title " +
	"top unit view widget wrap wrapper zone")

var rulesOfNames = func() map[string]nameRule {
	rules := map[string]nameRule{}
	for _, r := range nameRules {
		for name := range strings.FieldsSeq(r.names) {
			if _, there := rules[name]; there {
				panic("article: the name " + name + " stands in two rows")
			}
			rules[name] = r
		}
	}
	return rules
}()

// states are words in front of a name that say what an element has: a text that has-sidebar is not
// a sidebar. Drupal calls every article of its front page node-promoted.
var (
	states      = setOf("has with without hide hides show shows")
	wholeStates = setOf("node-promoted")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// foundName is a name of the table that an element has.
type foundName struct {
	nameRule
	name    string
	certain bool // it names the element, and does not only say of what something else is
}

// nameRuleFor returns the first rule that has a name of the element. It skips the names in ignored.
func nameRuleFor(n *html.Node, ignored map[string]bool) (found foundName, ok bool) {
	for _, a := range n.Attr {
		if !isName(a.Key, n) {
			continue
		}
		for value := range strings.FieldsSeq(a.Val) {
			if found, ok := ruleOfName(value, ignored); ok {
				return found, true
			}
		}
	}
	return foundName{}, false
}

// isName reports whether an attribute names an element. The ids of headings and sections are made
// from the headings' text.
func isName(attribute string, n *html.Node) bool {
	switch attribute {
	case "class", "data-testid", "data-test-tag", "data-test", "data-qa", "data-hook", "data-component", "data-section-type", "data-gu-name":
		return true
	case "id":
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section:
			return false
		}
		return true
	}
	return false
}

func ruleOfName(value string, ignored map[string]bool) (found foundName, ok bool) {
	if strings.HasPrefix(value, "elementor") {
		return foundName{}, false // it names every part of a text so; rules_wordpress.go tells which are none
	}
	before := ""
	for word := range nameWords(value) {
		if ok { // the word behind it
			if r, there := rulesOfNames[before+"-"+word]; there && !ignored[before+"-"+word] {
				return foundName{r, before + "-" + word, true}, true
			}
			found.certain = isPart(word)
			return found, true
		}
		for _, name := range []string{before + "-" + word, word} {
			if r, there := rulesOfNames[name]; there && !ignored[name] && !isState(value, before, word) {
				found, ok = foundName{r, name, true}, true
				break
			}
		}
		before = word
	}
	return found, ok
}

// isState reports whether a name only says what its element has.
func isState(value, before, word string) bool {
	return (states[before] || wholeStates[before+"-"+word]) && strings.HasPrefix(strings.ToLower(value), before)
}

// isPart takes short words for what build tools add.
func isPart(word string) bool {
	const short = 2
	_, named := rulesOfNames[word]
	return named || parts[word] || len(word) <= short
}

// nameWords returns the words of a name in lower case: author, bio of author-bio, author_bio and
// AuthorBio.
func nameWords(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start, lower := 0, false
		for i, r := range name {
			isLetter := unicode.IsLetter(r)
			if boundary := !isLetter || lower && unicode.IsUpper(r); boundary {
				if start < i && !yield(strings.ToLower(name[start:i])) {
					return
				}
				start = i
				if !isLetter {
					start = i + 1 // names are ASCII; of others nothing is looked for
				}
			}
			lower = unicode.IsLower(r)
		}
		if start < len(name) {
			yield(strings.ToLower(name[start:]))
		}
	}
}

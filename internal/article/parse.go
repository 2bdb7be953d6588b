package article

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Options are a site's settings for reading its articles.
type Options struct {
	Languages       map[string][]string // language → slugs of the tags that mark it, e.g. uk: [ukrainian, hash-uk]
	DefaultLanguage string              // BCP 47; "en" if empty
	MembersOnly     string              // what is read if not everybody may: "preview", or nothing
	Embeds          string              // EmbedsRead, or "": posts of other sites are skipped
	Gates           Gates               // which of them hold; "" is all

	Skip        []string // CSS selectors of what is not read
	Read        []string // CSS selectors of what is read, whatever Skip, SkipPhrases and the built-in rules say
	SkipPhrases []string // a block that is one of these, or begins with it, is not read
	SkipTags    []string // slugs: of an article with one of these tags nothing is read
}

// EmbedsRead reads the embedded posts of social networks, with their authors.
const EmbedsRead = "read"

// Gates says which gates apply; not everybody may read the text behind them.
type Gates string

// The gates that can apply. All apply to articles of the service. Whoever has a page may read what
// it shows, whatever its metadata say; but text that a CMS marks for members stays hidden.
const (
	AllGates Gates = ""
	CMSGates Gates = "cms"
	NoGates  Gates = "none"
)

// Parse decides what is read of a payload: first the head (headline, byline, standfirst), then the
// body in its order. What the payload does not say is taken from the page, if its HTML is a whole
// page.
//
// If an article's visibility is set and not public, nothing is read and MembersOnly is set. The
// same holds if the visibility is not set and the page says that it is not for everybody, or has
// only such parts. With the option "preview" the public part is read if the page says where it
// ends.
//
// The error says what is wrong with the HTML; a retry does not help.
func Parse(p Payload, opts Options) (Article, error) {
	policy, err := opts.policy()
	if err != nil {
		return Article{}, err
	}
	body, err := readBody(p, policy, opts.Gates)
	if err != nil {
		return Article{}, err
	}
	a := describe(p, body, opts)
	head := headOf(a, cmp.Or(plain(p.Standfirst), body.page.standfirst))
	announcePosts(body.entries, a.Language)
	skipLines(body.entries)
	readable := body.hasText()
	skipRepeats(body.entries, head, body.page.titles)
	body.entries = divideSignature(body.entries, a.Byline)
	skipEdges(body.entries, a.Byline, body.page.dropped != nil)
	skipRepeatedQuotes(body.entries)
	skipIdleAnnouncements(body.entries)
	entries := append(head, body.entries...)
	if reason := a.withhold(p, body, opts, readable); reason != "" {
		skipAll(entries, reason)
	}
	markQuestions(entries)
	a.Blocks, a.Skipped = divide(entries)
	markLanguages(a.Blocks, a.Language)
	a.Gated = a.MembersOnly || body.isRestricted(p) || body.gates.cut || slices.ContainsFunc(a.Skipped, Skipped.gated)
	return a, nil
}

// describe returns the article without its text.
func describe(p Payload, body body, opts Options) Article {
	a := Article{
		ID:          p.ID,
		URL:         cmp.Or(webAddress(p.URL), webAddress(body.page.url)),
		Title:       cmp.Or(plain(p.Title), body.page.title, body.leadingTitle()),
		PublishedAt: cmp.Or(p.PublishedAt, body.page.published),
		Byline:      names(p.Byline, body.page.byline),
		Lexicon:     p.Lexicon,
		Paid:        body.gates.paid,
	}
	if len(a.Byline) == 0 {
		a.Byline = body.byline()
	}
	a.Language, a.LanguageBy = languageOf(p, body, opts)
	return a
}

// withhold marks an article of which nothing is read, and returns the reason; "" if it is read.
// readable says whether its body has text.
func (a *Article) withhold(p Payload, body body, opts Options, readable bool) string {
	restricted := opts.Gates != NoGates && body.isRestricted(p)
	preview := opts.MembersOnly == membersOnlyPreview && body.paywall && readable
	tag, unwanted := opts.skippedTag(p.Tags)
	switch {
	case restricted && !preview:
		a.MembersOnly = true
		return reasonMembersOnly
	case unwanted:
		a.Unwanted = "tag " + tag
		return a.Unwanted
	case body.gates.cut && !hasProse(body.entries):
		a.MembersOnly = true
		return reasonMembersOnly
	case !readable:
		return reasonNothingBelow
	}
	return ""
}

// webAddress returns address if it is a web address, and "" for javascript: and everything else
// that readers and players should not follow.
func webAddress(address string) string {
	address = strings.TrimSpace(address)
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return address
}

// gated reports whether the text was left out because it is not for everybody.
func (s Skipped) gated() bool { return s.Reason == reasonPaywall || s.Reason == reasonGated }

// body is the content of a payload's HTML or text.
type body struct {
	entries []entry
	paywall bool // it has a paywall marker, or says otherwise which part not everybody may read
	gates   gates
	page    page // empty for a fragment
}

// isRestricted reports whether not everybody may read the article. The CMS takes precedence over
// its page.
func (b body) isRestricted(p Payload) bool {
	return p.Restricted() || p.Visibility == "" && b.gates.restricted
}

func readBody(p Payload, site policy, hold Gates) (body, error) {
	if p.HTML == "" {
		return body{entries: plainText(plainParagraphs(p.Text), site)}, nil
	}
	src, paywall := cutHidden(strings.TrimPrefix(p.HTML, byteOrderMark), p.Visibility, hold)
	if isPage(src) {
		pg, err := readPage(src, hold)
		if err != nil {
			return body{}, err
		}
		boxes := boxesIn(nil, pg.all()...)
		boxes.dropped = pg.dropped
		b := body{entries: walkPage(site, boxes, pg.content), paywall: paywall || pg.parts, gates: pg.gates, page: pg}
		skipTwins(b.entries)
		return b, nil
	}
	root, err := parseFragment(withParagraphs(src))
	if err != nil {
		return body{}, err
	}
	doc := goquery.NewDocumentFromNode(root)
	gates := gatesOf(doc, structuredData(doc), hold)
	return body{entries: walk(site, boxesIn(nil, root), root), paywall: paywall || gates.parts, gates: gates}, nil
}

const byteOrderMark = "\ufeff"

// plainText makes a paragraph of every run of lines up to an empty line.
func plainText(text string, site policy) []entry {
	w := walker{policy: site, context: context{role: Paragraph}}
	w.run.add(strings.NewReplacer("\r\n", lineBreak, "\n", lineBreak, "\r", lineBreak).Replace(text), false)
	w.endBlock()
	return w.entries
}

// hasText reports whether there is more to read than headings.
func (b body) hasText() bool {
	return slices.ContainsFunc(b.entries, func(e entry) bool { return e.reason == "" && e.Role != Heading })
}

// hasProse reports whether any paragraph that is read consists of sentences: a caption or a label
// may remain where the text was removed.
func hasProse(entries []entry) bool {
	return slices.ContainsFunc(entries, func(e entry) bool {
		var p paragraphRun
		p.add(e.Text)
		return e.reason == "" && e.Role != Heading && p.isProse()
	})
}

// leadingTitle returns the text of an h1 that opens the body.
func (b body) leadingTitle() string {
	first := slices.IndexFunc(b.entries, func(e entry) bool { return e.reason == "" })
	if first < 0 || !b.entries[first].top {
		return ""
	}
	return b.entries[first].Text
}

// sample returns the beginning of the text, enough to detect its language.
func (b body) sample() string {
	const enough = 4 << 10 // bytes
	var sample strings.Builder
	for _, e := range b.entries {
		if left := enough - sample.Len(); e.reason == "" && left > 0 {
			sample.WriteString(e.Text[:min(len(e.Text), left)])
			sample.WriteByte('\n')
		}
	}
	return sample.String()
}

func headOf(a Article, standfirst string) []entry {
	var head []entry
	for _, b := range []Block{
		{Role: Headline, Text: a.Title},
		{Role: Byline, Text: bylineText(a.Byline, a.Language)},
		{Role: Standfirst, Text: standfirst},
	} {
		if b.Text != "" {
			head = append(head, entryOf(b.Role, b.Text))
		}
	}
	return head
}

// skipRepeats skips repetitions of the head before the body's text begins: themes and editors put
// the headline, the authors or the standfirst there too. If a paragraph equals the standfirst, the
// paragraph stays: it may be the only text.
func skipRepeats(body, head []entry, titles titles) {
	text, _ := textBounds(body)
	for i := range body {
		e := &body[i]
		if i < text && e.skippable() && e.Role == Heading && titles.saidIn(e.Text) {
			e.reason = "repeats the " + string(Headline)
		}
		if i < text && e.skippable() && e.top && (titles.is(e.Text) || sameWords(e.Text, titles.logo)) {
			e.reason = "page header"
		}
		if e.reason == reasonBeside && len(head) > 0 && sameWords(head[0].Text, e.Text) {
			e.reason = "repeats the " + string(head[0].Role)
		}
		if e.reason != "" {
			continue
		}
		repeated := slices.IndexFunc(head, func(h entry) bool { return h.reason == "" && sameWords(h.Text, e.Text) })
		switch {
		case repeated < 0 && i < text:
		case repeated < 0:
			return
		case head[repeated].Role == Standfirst:
			head[repeated].reason = reasonRepeats
			return
		default:
			e.reason = "repeats the " + string(head[repeated].Role)
		}
	}
}

func skipAll(entries []entry, reason string) {
	for i := range entries {
		if entries[i].reason == "" {
			entries[i].reason = reason
		}
	}
}

func divide(entries []entry) (blocks []Block, skipped []Skipped) {
	for _, e := range entries {
		if e.reason == "" {
			blocks = append(blocks, e.Block)
		} else {
			skipped = append(skipped, Skipped{Reason: e.reason, Text: excerpt(e.Text), Before: len(blocks)})
		}
	}
	return blocks, skipped
}

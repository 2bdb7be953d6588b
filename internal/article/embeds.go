package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Embedded posts are posts of social networks, as the networks' embed codes have them. If a site
// wants them read (Options.Embeds), the post's author and network are read, and then its text as a
// quote. A post without text, such as a video, is always skipped.

// networksByClass has the networks by the class of their embed codes' element.
var networksByClass = map[string]string{
	"twitter-tweet": "X", "twitter-video": "X", "bluesky-embed": "Bluesky", "mastodon-embed": "Mastodon", "text-post-media": "Threads",
	"instagram-media": "Instagram", "fb-post": "Facebook", "tiktok-embed": "TikTok", "reddit-embed-bq": "Reddit", "reddit-card": "Reddit",
	"telegram-post": "Telegram",
}

// postSource is the author of an embedded post, "" if its code does not say, and its network.
type postSource struct{ author, network string }

// networkOf returns the network of the embedded post n, "" if n is none.
func networkOf(n *html.Node) string {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if network := networksByClass[class]; network != "" {
			return network
		}
	}
	return ""
}

// isPost reports whether n is an embedded post that should be read; reason is why it would not be.
func (w *walker) isPost(n *html.Node, reason string) bool {
	skippedAs := reason
	if reason == "" {
		skippedAs = w.reason
	}
	return w.policy.posts && mayHoldPosts(skippedAs) && networkOf(n) != "" && len(postParagraphs(n)) > 0
}

// hasPosts reports whether a skipped element contains posts to read.
func (w *walker) hasPosts(n *html.Node, reason string) bool {
	if !w.policy.posts || !mayHoldPosts(reason) {
		return false
	}
	for d := range n.Descendants() {
		if networkOf(d) != "" && len(postParagraphs(d)) > 0 {
			return true
		}
	}
	return false
}

// mayHoldPosts reports whether an element that is skipped for a reason may be, or contain, a post
// of the article: not if it is hidden, or in a sidebar.
func mayHoldPosts(reason string) bool {
	return reason == reasonEmbed || reason == reasonCaption || reason == reasonBeside
}

// post reads an embedded post.
func (w *walker) post(n *html.Node) {
	announcement := entry{Block: Block{Role: Paragraph}, quote: n, post: &postSource{postAuthor(n), networkOf(n)}}
	w.entries = append(w.entries, announcement)
	w.context = context{role: Quote, quote: n, inPost: true, language: w.language}
	for _, p := range postParagraphs(n) {
		w.inside(p)
	}
}

// postParagraphs returns the paragraphs of a post's text, without the one that names its author.
func postParagraphs(n *html.Node) (paragraphs []*html.Node) {
	for d := range n.Descendants() {
		if d.DataAtom == atom.P && postAuthorLine(textOf(d)) == "" && saysMoreThanLinks(d) {
			paragraphs = append(paragraphs, d)
		}
	}
	return paragraphs
}

// saysMoreThanLinks reports whether a paragraph has words other than addresses.
func saysMoreThanLinks(p *html.Node) bool {
	for d := range p.Descendants() {
		if d.Type == html.TextNode && hasWord(d.Data) && (!isLink(d.Parent) || !isShownAddress(d.Parent)) {
			return true
		}
	}
	return false
}

// shownAddress matches the address that a network's code shows instead of a picture or another
// page.
var shownAddress = lazyregexp.New(`^(?:https?://|pic\.twitter\.com/|t\.co/|www\.)\S+$|^\[[\p{L} ]+\]$`)

func isShownAddress(link *html.Node) bool { return shownAddress().MatchString(textOf(link)) }

var (
	postedBy   = lazyregexp.Build(func() string { return `(?i)(?:^|\s)` + anyOf("embeds: posted by") + `\s+(.+)$` })
	postedName = lazyregexp.New(`^(?:[—–-]\s*)?([^(@]{1,80}?)\s*\(`)
	postHandle = lazyregexp.New(`(?:^|\s|\()(@[\w.-]+|u/[\w-]+)`)
)

// postAuthor returns who wrote a post: "— Ann Lee (@annlee) June 1", "A post shared by Ann Lee
// (@annlee)", or a handle alone.
func postAuthor(n *html.Node) string {
	line := fold(textBesideParagraphs(n))
	for d := range n.Descendants() {
		if d.DataAtom == atom.P {
			if author := postAuthorLine(textOf(d)); author != "" {
				line = author
			}
		}
	}
	if m := postedBy().FindStringSubmatch(line); m != nil {
		line = m[1]
	}
	if name := linkedName(n, line); name != "" {
		return name
	}
	if m := postedName().FindStringSubmatch(line); m != nil && hasWord(m[1]) {
		return m[1]
	}
	if m := postHandle().FindStringSubmatch(line); m != nil {
		return m[1]
	}
	if isPersonal(line) {
		return line
	}
	return ""
}

// linkedName returns the text of the first link with which line begins.
func linkedName(n *html.Node, line string) string {
	for d := range n.Descendants() {
		if isLink(d) {
			if text := textOf(d); hasWord(text) && strings.HasPrefix(line, text) {
				return text
			}
		}
	}
	return ""
}

// postAuthorLine returns a line that names the author of a post, "" for any other.
func postAuthorLine(text string) string {
	const longest = 200 // bytes
	if len(text) <= longest && postedBy().MatchString(text) {
		return text
	}
	return ""
}

// textBesideParagraphs returns the text of n that is not in a paragraph.
func textBesideParagraphs(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.DataAtom == atom.Br:
			b.WriteByte(' ')
		case c.Type == html.ElementNode && c.DataAtom != atom.P && !wordless(c):
			b.WriteString(textBesideParagraphs(c))
		}
	}
	return b.String()
}

// announcePosts adds who wrote the embedded posts, in the article's language: "Ann Lee on X:". If a
// post is not read because it repeats the text, its announcement is not read either.
func announcePosts(entries []entry, language string) {
	for i := range entries {
		if e := &entries[i]; e.post != nil && e.reason == "" {
			e.Text = e.post.announcement(language)
		}
	}
}

func skipIdleAnnouncements(entries []entry) {
	for i := range entries {
		e := &entries[i]
		if e.post == nil || e.reason != "" {
			continue
		}
		reason := ""
		for _, of := range entries[i+1:] {
			if of.quote != e.quote {
				break
			}
			if reason = of.reason; reason == "" {
				break
			}
		}
		e.reason = reason
	}
}

func (s postSource) announcement(language string) string {
	if s.author == "" {
		return s.network + ":"
	}
	for _, template := range lang.PhrasesIn(language, "embeds: announcement") {
		return strings.NewReplacer("{name}", s.author, "{network}", s.network).Replace(template)
	}
	return s.author + ", " + s.network + ":"
}

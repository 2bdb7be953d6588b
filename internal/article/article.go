// Package article turns a Payload (an article as a CMS or a file has it) into an Article: its
// authors, its language, and the blocks of text to read, with what was left out and why.
//
// It never decides how text is spoken, fetches nothing and knows no CMS. Package source makes the
// Payloads; the narrator and the commands parse them.
//
// What is read: the article's headline, byline and standfirst, its paragraphs, headings, lists and
// quotes, and editors' boxes (callouts, toggles, details, editor's notes). What is not: captions
// and credits, data tables, code, formulas and footnotes; embedded posts, videos and audio; quotes
// that repeat the text; times and dates on their own; links to other articles; requests to the
// reader; share links, comments, cookie notices and advertisements; notes from and about the
// author. The files rules_*.go have the tables that decide it; the languages' text files
// (internal/lang) have the words. A site's settings (Options) override them, but never the rules
// for text that is not for everybody (paywall.go, rules_gates.go, shortcodes.go).
package article

import "time"

// Payload is an article as it is accepted and stored: the fields of the generic hook, whatever CMS
// it came from, with unparsed HTML.
type Payload struct {
	Source     string    `json:"source,omitempty"` // that it came from, by name; empty: not known
	ID         string    `json:"id"`
	UpdatedAt  time.Time `json:"updated_at"`
	Status     Status    `json:"status"`
	Visibility string    `json:"visibility,omitempty"` // public, members, paid, tiers …; empty: not said
	URL        string    `json:"url,omitempty"`
	Language   string    `json:"language,omitempty"` // BCP 47
	Title      string    `json:"title,omitempty"`
	// PublishedAt is when the article first appeared; zero if unknown.
	PublishedAt time.Time `json:"published_at,omitzero"`
	Byline      []string  `json:"byline,omitempty"` // a name each
	Standfirst  string    `json:"standfirst,omitempty"`
	Tags        []string  `json:"tags,omitempty"` // slugs; a site's rule may decide the language by them
	HTML        string    `json:"html,omitempty"` // a whole page or a fragment
	Text        string    `json:"text,omitempty"` // plain text, blank lines between paragraphs; read if HTML is empty
	Lexicon     []Entry   `json:"lexicon,omitempty"`
}

// Entry says how words are pronounced in one article: by an alias, by IPA, or by both. It takes
// precedence over every lexicon.
type Entry struct {
	Written []string `json:"written"` // each of whole words
	Alias   string   `json:"alias,omitempty"`
	IPA     string   `json:"ipa,omitempty"`
}

// Undisclosed is the visibility of an article whose CMS has the field but leaves it empty: it is
// not public.
const Undisclosed = "undisclosed"

// Restricted reports whether not everybody may read the article. A payload without visibility is
// public.
func (p Payload) Restricted() bool { return p.Visibility != "" && p.Visibility != publicVisibility }

// Appeared is when the article was published or, if that is not known, changed.
func (p Payload) Appeared() time.Time {
	if p.PublishedAt.IsZero() {
		return p.UpdatedAt
	}
	return p.PublishedAt
}

// WithoutText returns the payload without its body. Headline and standfirst are for everybody.
func (p Payload) WithoutText() Payload {
	p.HTML, p.Text, p.Lexicon = "", "", nil
	return p
}

// Status reports whether the CMS shows the article.
type Status string

// The two states of an article in its CMS.
const (
	Published Status = "published"
	Removed   Status = "removed"
)

// Article is what can be read of a payload.
type Article struct {
	ID          string
	URL         string
	Title       string    // without markup, also when the headline is not read
	PublishedAt time.Time // zero: not known
	Byline      []string
	Language    string  // BCP 47, never empty
	LanguageBy  string  // what decided: "payload", "page's lang", "tag …", "text", "site default"
	Blocks      []Block // none if the body is empty or has headings only
	Skipped     []Skipped
	Lexicon     []Entry // the article's own

	// Gated says that not everybody may read all of the article, by its visibility, its page or a
	// gate in its text.
	Gated       bool
	Paid        bool   // its page says for machines that it, or a part of it, is not free
	MembersOnly bool   // Blocks is empty because nothing of the article is for the public
	Unwanted    string // Blocks is empty because the site wants no audio of such articles; what says so: "tag news-alert"
}

// Block is one run of text with one role. Text has no markup, no line breaks and no doubled spaces.
type Block struct {
	Role     Role
	Text     string
	Language string    // BCP 47, if it is another than the article's; else ""
	Passages []Passage // of Text that are in another language than the block, in order
	Question bool      // an interviewer says it; see markQuestions
}

// Role is the function of a block in its article.
type Role string

// The roles, in the order in which an article usually has them.
const (
	Headline   Role = "headline"
	Byline     Role = "byline"
	Standfirst Role = "standfirst"
	Paragraph  Role = "paragraph"
	Heading    Role = "heading"
	ListItem   Role = "list_item"
	Quote      Role = "quote"
)

// InBody reports whether the role belongs to the article's body rather than to the head above it.
func (r Role) InBody() bool { return r != Headline && r != Byline && r != Standfirst }

// Skipped is text that is not read. Every sentence of a page that is not read is listed, except
// text that no reader sees.
type Skipped struct {
	Reason string `json:"reason"` // for people: "caption", "behind the paywall", …
	Text   string `json:"text"`   // one line, cut to 300 code points
	Before int    `json:"-"`      // index of the block that follows it, the number of blocks if none does
}

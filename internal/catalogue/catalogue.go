// Package catalogue keeps an index of each site's articles in the store, so that a list, a count or
// a search reads a few objects instead of every article.
//
// The catalogue is derived: it may be deleted at any time, and is rebuilt from the library. It is
// not authoritative: it never decides what may be public. It consists of a head and of pages, one
// for each month of publication. Pages are never changed: a compaction writes new ones, and then a
// head that names them, on the condition that nobody else has replaced the head. So the head is the
// only object that changes, and readers see either the old or the new state.
//
// Finished work on an article leaves a change marker (library.Conclude). Compact, which one worker
// calls every few seconds, adds the marked articles to the pages. Until then, and while an article
// is due, View reports that it has to be read from the library. newsroom answers from both. The
// catalogue does not render, queue or decide anything.
package catalogue

import (
	"errors"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Catalogue reads and writes the catalogues of all sites. Its methods are safe for concurrent use,
// also by several processes.
type Catalogue struct {
	Store   store.Store
	Library *library.Library
	Now     func() time.Time
	// Judge says whether a published article is stale, and why. nil: rows have no judgement.
	Judge func(library.Record) Judgement
	// Ground returns what Judge's judgements of a site's articles are currently based on.
	Ground func(site string) Ground
	// Lexicon returns a hash of what a site's lexicon currently says of each written form. nil: it
	// has none.
	Lexicon func(site string) map[string]string
	// Finder returns what finds any of some forms of a site's lexicon in a narration. nil: an
	// article that may have one is judged anew.
	Finder func(site string, forms []string) func(library.Narration) bool

	cache cache
	kept  sync.Map // keys of the lexicons that this process has stored
}

// ErrNone means that a site has no catalogue, or one that this release cannot read.
var ErrNone = errors.New("there is no catalogue")

// Row is the catalogue's entry for one article.
type Row struct {
	ID       string        `json:"id"`
	State    library.State `json:"state"`
	Reason   string        `json:"reason,omitempty"`
	Title    string        `json:"title,omitempty"`
	URL      string        `json:"url,omitempty"`
	Revision string        `json:"revision,omitempty"`
	Attempts int           `json:"attempts,omitempty"`
	// Appeared is when the CMS published the article or, if that is unknown, when it was changed.
	Appeared time.Time      `json:"appeared,omitzero"`
	At       time.Time      `json:"at,omitzero"` // when the last work on it finished
	Language string         `json:"language,omitempty"`
	Tags     []string       `json:"tags,omitempty"`
	Source   string         `json:"source,omitempty"`
	Gone     bool           `json:"gone,omitempty"` // the CMS deleted it, or its text was erased
	Orders   library.Orders `json:"orders,omitzero"`

	Public    *Public          `json:"public,omitempty"` // nil: nothing is public
	Versions  library.Versions `json:"versions"`         // that the row was made from
	Judgement Judgement        `json:"judgement,omitzero"`
}

// Public is the published narration of an article.
type Public struct {
	Audio       string    `json:"audio"` // file name of the track
	Bytes       int       `json:"bytes"`
	Duration    float64   `json:"duration"` // seconds
	Voice       string    `json:"voice"`
	Sound       string    `json:"sound"` // fingerprint
	PublishedAt time.Time `json:"published_at"`
}

// Judgement says whether an article is stale under one state of the settings.
type Judgement struct {
	Ground Ground   `json:"ground,omitzero"`
	Stale  bool     `json:"stale,omitempty"`
	Forms  []string `json:"forms,omitempty"` // forms of the lexicon that the article may use
}

// Ground is what a judgement is based on besides the article.
type Ground struct {
	Rules   string `json:"rules"`   // hash of the release and of the settings that decide how articles sound
	Lexicon string `json:"lexicon"` // hash of the site's lexicon
}

// row returns the row of an article, judged.
func (c *Catalogue) row(r library.Record) Row {
	row := RowOf(r)
	if row.Public != nil && c.Judge != nil {
		row.Judgement = c.Judge(r)
	}
	return row
}

// RowOf returns the row of an article without a judgement.
func RowOf(r library.Record) Row {
	row := Row{ID: r.Ref.ID, State: r.Outcome.State, Reason: r.Outcome.Reason, Attempts: r.Outcome.Attempts, At: r.Outcome.At, Versions: r.Versions}
	if r.Damage != nil {
		row.State, row.Reason = library.Damaged, r.Damage.Error()
		return row
	}
	row.Revision, row.Orders, row.Appeared, row.Gone = r.Desired.Revision.String(), r.Desired.Orders, r.Desired.Revision.UpdatedAt, r.Desired.Gone()
	if p := r.Desired.Article; p != nil {
		row.Title, row.URL, row.Language, row.Tags, row.Source, row.Appeared = p.Title, p.URL, p.Language, p.Tags, p.Source, p.Appeared()
	}
	if r.NarrationDamage != nil {
		row.Reason = r.NarrationDamage.Error()
	}
	if r.Narration != nil {
		row.addPublic(*r.Narration)
	}
	return row
}

func (r *Row) addPublic(n library.Narration) {
	if r.Title == "" { // a payload of HTML alone has its title in the HTML
		r.Title = n.Title
	}
	r.Language, r.Public = n.Language, PublicOf(n)
}

// PublicOf returns the Public of a narration.
func PublicOf(n library.Narration) *Public {
	return &Public{
		Audio: n.Audio[0].URL, Bytes: n.Audio[0].Bytes, Duration: n.Audio[0].Duration, Voice: n.Voice.String(), Sound: n.Sound, PublishedAt: n.PublishedAt,
	}
}

// monthOf returns the name of the page for articles that appeared at a time. Names are ordered as
// the months are.
func monthOf(t time.Time) string {
	switch year := t.UTC().Year(); {
	case year < 1:
		return "0000-01"
	case year > 9999:
		return "9999-12"
	}
	return t.UTC().Format("2006-01")
}

func (r Row) month() string { return monthOf(r.Appeared) }

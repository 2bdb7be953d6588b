package library

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
)

// NarrationVersion is the version of narration.json that this release writes.
const NarrationVersion = 1

// Narration is the published state of an article: narration.json, the only public object that
// changes.
type Narration struct {
	Version     int                `json:"version"`
	Site        string             `json:"site"`
	ID          string             `json:"id"`
	Revision    string             `json:"revision"`
	SentAt      time.Time          `json:"sent_at,omitzero"` // when the CMS sent that revision
	Title       string             `json:"title"`
	Byline      []string           `json:"byline,omitempty"`
	URL         string             `json:"url,omitempty"` // of the article
	Language    string             `json:"language"`
	Label       string             `json:"label"`
	Labels      map[string]string  `json:"labels,omitempty"`
	Policy      string             `json:"policy,omitempty"`
	Download    bool               `json:"download,omitempty"`
	Events      bool               `json:"events,omitempty"`  // the player reports listening figures
	UpNext      bool               `json:"up_next,omitempty"` // the player lists the site's newest articles
	Audio       []Audio            `json:"audio"`
	Captions    []Captions         `json:"captions"`
	Segments    []NarrationSegment `json:"segments"`
	Chapters    []NarrationChapter `json:"chapters,omitempty"`
	Voice       NarrationVoice     `json:"voice"`
	SourceType  string             `json:"digital_source_type,omitempty"` // IPTC's term for how the voice is made
	PublishedAt time.Time          `json:"published_at"`                  // this version of the narration
	RenderedAt  time.Time          `json:"rendered_at"`                   // its track
	Sound       string             `json:"sound"`                         // fingerprint of all that the track depends on
	Order       string             `json:"order,omitempty"`               // Orders.Render, as it was when the track was made
	Generator   string             `json:"generator,omitempty"`           // the release that wrote this file, "aloud/1.2.3"; part of no fingerprint
	Nonce       string             `json:"nonce,omitempty"`               // random, so that no two versions of the file have the same ETag

	// Correction is the gain in dB that this article needed on top of its voice's gain.
	Correction float64 `json:"correction,omitempty"`

	etag string
}

// Audio is one encoding of the track.
type Audio struct {
	URL      string  `json:"url"` // relative to narration.json
	Type     string  `json:"type"`
	Bytes    int     `json:"bytes"`
	Duration float64 `json:"duration"` // seconds

	Credential *Credential `json:"credential,omitempty"` // nil: the file has none
}

// Credential is the signed statement of origin in a file.
type Credential struct {
	Signer      string    `json:"signer"`
	Issuer      string    `json:"issuer"`      // of the signer's certificate
	NotAfter    time.Time `json:"not_after"`   // when that certificate ends
	Timestamped bool      `json:"timestamped"` // the file stays valid after that
}

// Captions is the text of the track with times.
type Captions struct {
	URL  string `json:"url"` // relative to narration.json
	Type string `json:"type"`
}

// NarrationSegment is the place of one segment in the track.
type NarrationSegment struct {
	Index int          `json:"index"`
	Role  article.Role `json:"role"`
	Start float64      `json:"start"` // seconds
	End   float64      `json:"end"`   // seconds
	Text  string       `json:"text"`

	Language string         `json:"language,omitempty"` // if it is another than the article's
	Voice    NarrationVoice `json:"voice,omitzero"`     // if it is another than the narration's

	Words []NarrationWord `json:"words,omitempty"` // if the site wants them
}

// NarrationWord is the place of a word: where it begins and ends in the segment's text, in UTF-16
// code units, and in the track, in milliseconds.
type NarrationWord [4]int

// NarrationChapter is the part of the track that begins with a heading of the article.
type NarrationChapter struct {
	Title string  `json:"title"`
	Start float64 `json:"start"` // seconds
	End   float64 `json:"end"`   // seconds
}

// NarrationVoice names the voice of the track.
type NarrationVoice struct {
	Provider string `json:"provider"`
	Model    string `json:"model,omitempty"` // if the provider has several
	Name     string `json:"name"`
}

// String returns the voice as settings name it.
func (v NarrationVoice) String() string {
	if v.Model != "" {
		return v.Provider + ":" + v.Model + "/" + v.Name
	}
	return v.Provider + ":" + v.Name
}

// OtherVoices returns the voices of the narration besides Voice, in the order in which they speak.
func (n Narration) OtherVoices() (others []NarrationVoice) {
	for _, segment := range n.Segments {
		if voice := segment.Voice; voice != (NarrationVoice{}) && !slices.Contains(others, voice) {
			others = append(others, voice)
		}
	}
	return others
}

// Cache-Control of public files, in the bucket and from the web server. 30 s bounds how long any
// cache, including a listener's own, may keep what was removed; must-revalidate forbids to keep it
// longer while the server is down. Revalidation costs an answer without a body (304).
const (
	NarrationCacheControl = "public, max-age=30, must-revalidate"
	TrackCacheControl     = NarrationCacheControl
)

// Narration reads the published state. It returns ErrNotFound if nothing is public, which includes
// a reservation, and ErrDamaged until the next render replaces a damaged one. Publish can replace
// what it returns with either error.
func (l *Library) Narration(ctx context.Context, ref Ref) (Narration, error) {
	var n Narration
	body, entry, err := store.Read(ctx, l.store, ref.NarrationKey())
	if err == nil && IsReservation(body) {
		err = fmt.Errorf("%s: only reserved: %w", ref.NarrationKey(), ErrNotFound)
	}
	if err == nil {
		err = n.decode(ref, body)
	}
	if err != nil {
		n = Narration{} // without the fields that could be decoded
	}
	n.etag = entry.ETag
	return n, err
}

func (n *Narration) decode(ref Ref, body []byte) error {
	if err := json.Unmarshal(body, n); err != nil {
		return fmt.Errorf("%s %w: %w", ref.NarrationKey(), ErrDamaged, err)
	}
	if len(n.Audio) == 0 {
		return fmt.Errorf("%s %w: it names no audio", ref.NarrationKey(), ErrDamaged)
	}
	return nil
}

// names reports whether url is one of the narration's audio files.
func (n Narration) names(url string) bool {
	return slices.ContainsFunc(n.Audio, func(a Audio) bool { return a.URL == url })
}

// Render returns the name of the narration's files, without extension; "" if it has none.
func (n Narration) Render() string {
	if len(n.Audio) == 0 {
		return ""
	}
	render, _, _ := strings.Cut(n.Audio[0].URL, ".")
	return render
}

// Is reports whether the narration is the version that was listed or read.
func (n Narration) Is(v Versions) bool { return n.etag == v.Narration }

// files returns the keys of the files that a narration names.
func (n Narration) files(ref Ref) []string {
	var keys []string
	for _, a := range n.Audio {
		keys = append(keys, ref.publicPrefix()+a.URL)
	}
	for _, c := range n.Captions {
		keys = append(keys, ref.publicPrefix()+c.URL)
	}
	return keys
}

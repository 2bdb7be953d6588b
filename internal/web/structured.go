package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// audioObject describes a page's audio to search engines: https://schema.org/AudioObject as
// JSON-LD. Addresses are relative to the page where those of the page are.
type audioObject struct {
	Context           string       `json:"@context"`
	Type              string       `json:"@type"`
	Name              string       `json:"name"`
	Description       string       `json:"description"` // the label that people see
	DigitalSourceType string       `json:"digitalSourceType"`
	ContentURL        string       `json:"contentUrl"`
	EncodingFormat    string       `json:"encodingFormat"`
	ContentSize       string       `json:"contentSize"`
	Duration          string       `json:"duration"` // ISO 8601
	InLanguage        string       `json:"inLanguage"`
	UploadDate        string       `json:"uploadDate"`
	Caption           *mediaObject `json:"caption,omitempty"`
	BasedOn           *newsArticle `json:"isBasedOn,omitempty"`
}

type mediaObject struct {
	Type           string `json:"@type"`
	ContentURL     string `json:"contentUrl"`
	EncodingFormat string `json:"encodingFormat"`
}

type newsArticle struct {
	Type     string   `json:"@type"`
	URL      string   `json:"url"`
	Headline string   `json:"headline"`
	Author   []person `json:"author,omitempty"`
}

type person struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// madeBy returns schema.org's name for IPTC's term, by its last part; without a term, that of a
// trained model.
func madeBy(sourceType string) string {
	if strings.HasSuffix(sourceType, "/algorithmicMedia") {
		return "https://schema.org/AlgorithmicMediaDigitalSource"
	}
	return "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
}

// structured describes the audio of a page.
func (p embedPage) structured(n library.Narration) *audioObject {
	audio := n.Audio[0]
	object := &audioObject{
		Context: "https://schema.org", Type: "AudioObject", Name: n.Title, Description: n.Label, DigitalSourceType: madeBy(n.SourceType),
		ContentURL: p.Audio, EncodingFormat: audio.Type, ContentSize: fmt.Sprintf("%d B", audio.Bytes),
		Duration: fmt.Sprintf("PT%.3fS", audio.Duration), InLanguage: n.Language, UploadDate: n.RenderedAt.UTC().Format(time.RFC3339),
	}
	if p.Captions != "" {
		object.Caption = &mediaObject{Type: "MediaObject", ContentURL: p.Captions, EncodingFormat: n.Captions[0].Type}
	}
	if n.URL != "" {
		object.BasedOn = &newsArticle{Type: "NewsArticle", URL: n.URL, Headline: n.Title}
		for _, name := range n.Byline {
			object.BasedOn.Author = append(object.BasedOn.Author, person{"Person", name})
		}
	}
	return object
}

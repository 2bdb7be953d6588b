package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/aloud-audio/aloud/internal/library"
)

// structuredData returns what the only JSON-LD of a page says, as a browser that parses it sees it.
func structuredData(t *testing.T, page []byte) map[string]any {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []map[string]any
	for node := range root.Descendants() {
		for _, attr := range node.Attr {
			if node.Data == "script" && attr.Key == "type" && attr.Val == "application/ld+json" {
				var object map[string]any
				if err := json.Unmarshal([]byte(node.FirstChild.Data), &object); err != nil {
					t.Fatalf("%v in %s", err, node.FirstChild.Data)
				}
				found = append(found, object)
			}
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d objects in the page", len(found))
	}
	return found[0]
}

// The JSON-LD says what the audio is, that a model made it, and from which article; and no headline
// can end the script.
func TestTheEmbedPageDescribesItsAudio(t *testing.T) {
	const title = `Ferries</script><script>alert("1")</script> & 'sails' <!--`
	f := newFixture(t)
	n := f.publish(t, library.Narration{
		ID: "a1", Title: title, Language: "uk", URL: "https://harbour.example/ferries/?a=1&b=2", Byline: []string{"Olena <Test>", "Ivan Os"},
		RenderedAt: time.Date(2026, 11, 23, 6, 4, 5, 0, time.FixedZone("Kyiv", 7200)),
	}, track)
	got := structuredData(t, f.get("/embed/harbour/a1").Body.Bytes())
	files := "../../public/harbour/articles/a1/"
	want := map[string]any{
		"@context": "https://schema.org", "@type": "AudioObject", "name": title, "description": label,
		"digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
		"contentUrl":        files + n.Audio[0].URL, "encodingFormat": "audio/mpeg", "contentSize": fmt.Sprintf("%d B", len(track)), "duration": "PT3.000S",
		"inLanguage": "uk", "uploadDate": "2026-11-23T04:04:05Z",
		"caption": map[string]any{"@type": "MediaObject", "contentUrl": files + n.Captions[0].URL, "encodingFormat": "text/vtt"},
		"isBasedOn": map[string]any{
			"@type": "NewsArticle", "url": n.URL, "headline": title,
			"author": []any{map[string]any{"@type": "Person", "name": "Olena <Test>"}, map[string]any{"@type": "Person", "name": "Ivan Os"}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// A rule-based voice is not called a model.
func TestTheEmbedPageTellsHowTheVoiceIsMade(t *testing.T) {
	f := newFixture(t)
	f.publish(t, library.Narration{ID: "a1", Language: "uk", SourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"}, track)
	if got := structuredData(t, f.get("/embed/harbour/a1").Body.Bytes())["digitalSourceType"]; got != "https://schema.org/AlgorithmicMediaDigitalSource" {
		t.Errorf("it is %v", got)
	}
}

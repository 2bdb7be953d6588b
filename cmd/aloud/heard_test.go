package main

import (
	"encoding/json"
	"net/http"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/aloud-audio/aloud/internal/library"
)

// heard and unheard are sentences of common words, which a recogniser with a grammar of them always
// tells apart.
var (
	heard = []string{
		"the ferry will run again",
		"the crossing opens in december",
		"the ferry between the two villages will run again after two years",
		"repairs took longer than anyone had planned",
		"a new timetable",
		"eleven crossings on a weekday",
		"six crossings on a holiday",
		"if the river freezes we stop",
		"children under seven travel without a ticket",
		"the council will pay for the next winter",
	}
	unheard = []string{
		"children wave from the deck",
		"become a member today",
		"why the bridge was never built",
		"news from the river in your mailbox",
		"only members may hear this",
		"sign up for our newsletter",
	}
)

const cards = `<p>The ferry between the two villages will run again after two years.</p>
<figure class="kg-card kg-image-card kg-card-hascaption"><img src="a.jpg" alt="x"><figcaption>Children wave from the deck.</figcaption></figure>
<p>Repairs took longer than anyone had planned.</p>
<div class="kg-card kg-button-card"><a href="https://example.com" class="kg-btn">Become a member today</a></div>
<h2>A new timetable</h2><ul><li>Eleven crossings on a weekday.</li><li>Six crossings on a holiday.</li></ul>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="x"><div class="kg-bookmark-title">Why the bridge was never built</div></a></figure>
<blockquote>If the river freezes we stop.</blockquote>
<!--kg-card-begin: html--><form><label>News from the river in your mailbox</label><input></form><!--kg-card-end: html-->
<!--kg-gated-block:begin nonMember:false memberSegment:"" --><p>Only members may hear this.</p><!--kg-gated-block:end-->
<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">Children under seven travel without a ticket.</div></div>
<div class="kg-card kg-signup-card"><h2>Sign up for our newsletter</h2></div>
<p>The council will pay for the next winter.</p>`

// A recogniser that shares no code with us listens to the published track: every paragraph is heard
// once, in order, and no caption, card, button or form is.
func TestEveryParagraphIsHeardAndNothingElse(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	status, err := up.hook(t.Context(), "published", ghostPost{
		ID: "ferry", Title: "The ferry will run again", Excerpt: "The crossing opens in December.", HTML: cards,
		Status: "published", Visibility: "public", UpdatedAt: time.Now(),
	})
	if err != nil || status != http.StatusAccepted {
		t.Fatal(status, err)
	}
	published := p.await("ferry")
	if published.State != library.Published {
		t.Fatalf("%+v", published)
	}
	if got := recognised(t, p, published.Location); !slices.Equal(got, heard) {
		t.Errorf("heard\n%s", strings.Join(got, "\n"))
	}
}

// With words: true each word of the text has its time, in narration.json and in captions.
func TestWordsHaveTimes(t *testing.T) {
	p := newPlace(t)
	p.write("aloud.yaml", "sites:\n  main:\n    url: https://pier.example\n    hooks: {ghost: {secret: "+secret+"}}\n    words: true\n")
	up := p.start("up")
	up.publish(t, "ferry", "The ferry runs again", "On 3 May 2026 the ferry carried 214 people. Nobody had to wait.")
	p.await("ferry")
	_, body := get(t, up.url+"/public/main/articles/ferry/narration.json")
	var n library.Narration
	if err := json.Unmarshal([]byte(body), &n); err != nil {
		t.Fatal(err)
	}
	for _, segment := range n.Segments {
		text := utf16.Encode([]rune(segment.Text))
		at, ms := 0, int(1000*segment.Start)-1
		for _, word := range segment.Words {
			if word[0] < at || word[1] <= word[0] || word[1] > len(text) || word[2] < ms || word[3] < word[2] || float64(word[3]) > 1000*segment.End+1 {
				t.Errorf("%q: %v after byte %d and %d ms", segment.Text, word, at, ms)
			}
			at, ms = word[1], word[2]
		}
		if at != len(text) {
			t.Errorf("%q: the words end at %d of %d", segment.Text, at, len(text))
		}
	}
	if len(n.Captions) != 2 {
		t.Fatalf("captions %+v", n.Captions)
	}
	if _, vtt := get(t, up.url+"/public/main/articles/ferry/"+n.Captions[1].URL); !strings.Contains(vtt, "Nobody <00:") {
		t.Errorf("captions with words:\n%s", vtt)
	}
	p.must("remove", "ferry")
	if status, _ := get(t, up.url+"/public/main/articles/ferry/"+n.Captions[1].URL); status != http.StatusNotFound {
		t.Errorf("the words of a removed article answer %d", status)
	}
}

// recognised returns the sentences of heard and unheard that pocketsphinx hears, in their order.
func recognised(t *testing.T, p *place, mp3 string) []string {
	t.Helper()
	wav := filepath.Join(p.dir, "heard.wav")
	if out, err := exec.Command("ffmpeg", "-v", "error", "-i", mp3, "-ar", "16000", wav).CombinedOutput(); err != nil {
		t.Fatalf("ffmpeg (Debian package ffmpeg): %v\n%s", err, out)
	}
	var grammar strings.Builder
	grammar.WriteString("#JSGF V1.0;\ngrammar article;\npublic <article> = (" + strings.Join(slices.Concat(heard, unheard), " | ") + ")+ ;\n")
	rules := p.write("article.jsgf", grammar.String())
	out, err := exec.Command("pocketsphinx_continuous", "-infile", wav, "-jsgf", rules, "-logfn", "/dev/null").Output()
	if err != nil {
		t.Fatalf("pocketsphinx_continuous (Debian packages pocketsphinx, pocketsphinx-en-us): %v", err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

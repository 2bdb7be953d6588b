package script_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// most is how much longer than its text a spoken form may be, for example for "111111" and for
// emoji.
const most = 24

// FuzzScript makes a script of any HTML in any language, for a voice with tight limits.
func FuzzScript(f *testing.F) {
	inputs, err := filepath.Glob("testdata/articles/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, input := range inputs {
		html, err := os.ReadFile(input)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(html), "en")
	}
	f.Add("<p>У 2024–2025 рр. 61 дрон, 1,2 млрд грн, вул. Морська, 8 — «Так».", "uk")
	f.Add("<p>Am 3. Okt. 2025 um 4.15 Uhr: 12.500 t, 1/3, 70 km/h, z. B. Leo XIV.", "de")
	f.Add("<h1>会议结束</h1><p>３．５％。「はい。」", "zh")
	f.Add("<p>$1-2bn \u202e\u200d\u00ad\ufeff e\u0301\u0301 👩‍👩‍👧 ]]> &lt;break/&gt; [pause] \xff", "en")
	f.Fuzz(func(t *testing.T, html, language string) {
		art, err := article.Parse(article.Payload{HTML: html, Language: language}, article.Options{DefaultLanguage: "en"})
		if err != nil {
			return // nested too deeply
		}
		opts := script.Options{Limit: script.Limit{Max: 400, Sentence: 300, Size: func(said ssml.Text) int {
			return ssml.GoogleSSML.Input(said).Size()
		}}}
		s, err := script.Build(art, opts)
		if err != nil {
			return // a character larger than the limit
		}
		again, _ := script.Build(art, opts)
		if !reflect.DeepEqual(s, again) {
			t.Error("the same article gave two scripts")
		}
		checkWhole(t, art, s, opts.Limit)
	})
}

// checkWhole compares a script with its article: every block is in the script or skipped, complete
// and in order.
func checkWhole(t *testing.T, art article.Article, s script.Script, limit script.Limit) {
	t.Helper()
	read := make([]string, len(art.Blocks))
	for i, seg := range s.Segments {
		if seg.Index != i || i > 0 && seg.Block < s.Segments[i-1].Block {
			t.Fatalf("segment %d has the index %d and block %d", i, seg.Index, seg.Block)
		}
		read[seg.Block] += seg.Text
		checkSegment(t, seg, limit)
	}
	silent := map[int]bool{}
	for _, skipped := range s.Skipped[len(art.Skipped):] {
		silent[skipped.Before] = true
	}
	for i, block := range art.Blocks {
		if read[i] != block.Text && !silent[i] {
			t.Errorf("block %d %q became %q", i, block.Text, read[i])
		}
	}
}

func checkSegment(t *testing.T, seg script.Segment, limit script.Limit) {
	t.Helper()
	said := seg.Said()
	switch {
	case limit.Size(said) > limit.Max:
		t.Errorf("%q exceeds the limit of a request", seg.Spoken)
	case !utf8.ValidString(seg.Spoken) && utf8.ValidString(seg.Text):
		t.Errorf("%q is invalid UTF-8", seg.Spoken)
	case strings.TrimSpace(seg.Spoken) == "":
		t.Errorf("%q has nothing to say", seg.Text)
	case len(seg.Spoken) > most*len(seg.Text)+most:
		t.Errorf("%q is said in %d bytes", seg.Text, len(seg.Spoken))
	}
}

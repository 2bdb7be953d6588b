//go:build credential

package narrate_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/credential/credentialtest"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// change is a way to modify a published track.
type change struct {
	name   string
	change func([]byte) []byte
	code   string // of c2pa-rs; "": it finds no manifest
}

func flip(text string, offset int) func([]byte) []byte {
	return func(f []byte) []byte {
		f[bytes.Index(f, []byte(text))+offset] ^= 1
		return f
	}
}

const mismatch = "assertion.dataHash.mismatch"

var changes = []change{
	{"a bit of audio", func(f []byte) []byte { f[len(f)-100] ^= 1; return f }, mismatch},
	{"Info frame", flip("Info", 9), mismatch},
	{"title", flip("TIT2", 13), mismatch},
	{"lyrics", flip("USLT", 18), mismatch},
	{"XMP", flip("Iptc4xmpExt:DigitalSourceType=", 40), mismatch},
	{"TXXX", flip("TXXX", 40), mismatch},
	{"chapter", flip("CHAP", 20), mismatch},
	{"cover", flip("the cover", 2), mismatch},
	{"description of the GEOB", flip("c2pa manifest store", 0), mismatch},
	{"a byte appended", func(f []byte) []byte { return append(f, 0) }, mismatch},
	{"ID3v1 added", func(f []byte) []byte { return append(f, append([]byte("TAG"), make([]byte, 125)...)...) }, mismatch},
	{"a frame cut", func(f []byte) []byte { return f[:len(f)-192] }, mismatch},
	{"an action", flip("c2pa.created", 3), "assertion.hashedURI.mismatch"},
	{"the article's address", flip("informationalURI", 30), "assertion.hashedURI.mismatch"},
	{"what the CMS says", flip("dc:source", 18), "assertion.hashedURI.mismatch"},
	{"the claim", flip("xmp:iid:", 10), "claimSignature.mismatch"},
	{"the signature", func(f []byte) []byte { f[endOfStore(f)-1] ^= 1; return f }, "claimSignature.mismatch"},
	{"the certificate", flip("development credential", 2), "claimSignature.mismatch"},
	{"id of the GEOB", flip("GEOB", 0), ""},
	{"media type of the GEOB", flip("application/c2pa", 3), ""},
	{"size of the GEOB", flip("GEOB", 7), mismatch},
	{"flags of the tag", func(f []byte) []byte { f[5] = 0x80; return f }, mismatch},
	{"extended header", func(f []byte) []byte { f[5] = 0x40; return f }, ""},
}

// endOfStore returns the offset at which the padding of the tag begins.
func endOfStore(f []byte) int {
	return 10 + int(f[6])<<21 + int(f[7])<<14 + int(f[8])<<7 + int(f[9]) - 10
}

// TestOtherVerifiersJudgeAPublishedTrack checks that c2pa-rs and c2pa-ts judge a published track,
// and modifications of it, as we do.
func TestOtherVerifiersJudgeAPublishedTrack(t *testing.T) {
	n := open(t)
	root := n.signs(time.Now())
	tone := &track.Jingle{Sound: speech.Speech{SampleRate: 22050, Samples: make([]int16, 22050)}, Pause: time.Second}
	for i := range tone.Sound.Samples {
		tone.Sound.Samples[i] = int16(i % 100 * 100)
	}
	n.change(func(s *narrate.Site) {
		s.URL, s.Intro, s.Outro = "https://example.com", tone, tone
		s.Cover = track.Picture{MIME: "image/png", Data: []byte("the cover")}
	})
	p := story("One boat.")
	p.HTML = "<p>One boat.</p><h2>The crews</h2><p>Two crews.</p>"
	p.URL, p.Byline, p.PublishedAt = "https://example.com/ferry", []string{"Olena Test"}, time.Now()
	n.send(p)
	n.mustWork()
	file := n.file()

	dir := t.TempDir()
	save := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	rootFile, plain := save("root.pem", root), save("signed.mp3", file)
	questions := []credentialtest.Question{
		{Name: "unknown root", File: plain}, {Name: "known root", File: plain, Roots: rootFile},
		{Name: "expired", File: plain, Roots: rootFile, Days: 400},
	}
	for _, c := range changes {
		questions = append(questions, credentialtest.Question{
			Name: c.name, File: save(c.name+".mp3", c.change(bytes.Clone(file))), Roots: rootFile,
		})
	}
	answers := credentialtest.Judge(t, "../..", questions)
	for i, want := range []string{"Valid", "Trusted", "Invalid"} {
		if answers[i].RS.State != want {
			t.Errorf("%s: c2pa-rs says %+v, want %s", answers[i].Name, answers[i].RS, want)
		}
	}
	if ts := answers[1].TS; ts.State != "Valid" || !slices.Contains(ts.Passed, "assertion.dataHash.match") {
		t.Errorf("c2pa-ts says %+v", ts)
	}
	roots, err := credential.ParseChain(root)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range changes {
		got := answers[3+i]
		ours := credential.Verify(c.change(bytes.Clone(file)), roots, time.Now())
		t.Logf("%-26s rs %s %v %s; ts %s %v %s; ours %s %v", c.name, got.RS.State, got.RS.Codes, got.RS.Error, got.TS.State, got.TS.Codes, got.TS.Error, ours.State, ours.Failures)
		switch {
		case c.code == "" && (got.RS.Error == "" || ours.State != credential.Missing):
			t.Errorf("%s: a manifest is found: %+v, ours %s", c.name, got.RS, ours.State)
		case c.code != "" && got.RS.Error == "" && (got.RS.State != "Invalid" || !slices.Contains(got.RS.Codes, c.code)):
			t.Errorf("%s: c2pa-rs says %+v, want %s", c.name, got.RS, c.code)
		case c.code != "" && (ours.State != credential.Invalid || !slices.ContainsFunc(ours.Failures, func(f credential.Finding) bool { return f.Code == c.code })):
			t.Errorf("%s: we say %s %v, want %s", c.name, ours.State, ours.Failures, c.code)
		}
	}
}

package main

import (
	"strings"
	"testing"
)

func TestScriptMistakes(t *testing.T) {
	p := newPlace(t)
	page := p.write("page.html", "<p>The boats came home.</p>")
	empty := p.write("empty.txt", " \n")
	broken := p.write("broken.json", `{"id":`)
	unknown := p.write("page.docx", "x")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"a page and JSON", []string{page, "--html", "--json"}, 2, "--html cannot be combined with"},
		{"a page and names", []string{page, "--html", "--unknown"}, 2, "--html cannot be combined with"},
		{"a voice of nobody", []string{page, "--voice", "nope:x"}, 2, `--voice: voice "nope:x"`},
		{"an address without a host", []string{"https://"}, 2, "not the address of a page"},
		{"a page that is not there", []string{"http://127.0.0.1:1/a", "--allow-private"}, 1, "cannot fetch http://127.0.0.1:1/a: dial"},
		{"a private page", []string{"http://127.0.0.1/latest/meta-data/"}, 1, "add --allow-private"},
		{"credentials of the cloud", []string{"http://169.254.169.254/latest/meta-data/", "--allow-private"}, 1, "link-local"},
		{"an empty file", []string{empty}, 1, "empty.txt: there is no text in it"},
		{"broken JSON", []string{broken}, 1, "broken.json: bad payload"},
		{"a file of another kind", []string{unknown}, 1, "page.docx: unknown format: name one of html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, stderr, code := p.aloud(append([]string{"script"}, c.args...)...)
			if code != c.code || !strings.Contains(stderr, c.says) || strings.Count(stderr, ".txt")+strings.Count(stderr, ".docx") > 1 {
				t.Errorf("exit code %d, want %d, saying %q:\n%s", code, c.code, c.says, stderr)
			}
		})
	}
}

// TestScriptShowsEachVoice checks that a script with two voices names the voice of each block and
// the cost of each voice.
func TestScriptShowsEachVoice(t *testing.T) {
	p := newPlace(t)
	p.write("aloud.yaml", `sites: {main: {voices: {en: {main: "flite:slt", quote: "flite:rms"}}}}`)
	page := p.write("quote.html", "<p>The ferry is late again.</p><blockquote><p>We waited for a year.</p></blockquote>")
	out, _, code := p.aloud("script", page)
	for _, want := range []string{"flite:slt: 24 billable, $0.00", "flite:rms: 21 billable, $0.00", "quote flite:rms"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("exit code %d, %q is not in\n%s", code, want, out)
		}
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/credential"
)

// From a credential for trials to a signed file, and what verify says of it, also after changes.
func TestVerify(t *testing.T) {
	p := newPlace(t)
	_, warning, code := p.aloud("credential", "new", "--org", "The Daily Ferry")
	if code != 0 || !strings.Contains(warning, "These are for trials") {
		t.Fatalf("exit %d: %s", code, warning)
	}
	if _, stderr, code := p.aloud("credential", "new", "--org", "The Daily Ferry"); code != 1 || !strings.Contains(stderr, "file exists") {
		t.Errorf("a second time: exit %d: %s", code, stderr)
	}
	if info, err := os.Stat(filepath.Join(p.dir, "credential.key")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key is readable by others: %v, %v", info, err)
	}

	p.env = append(p.env, "ALOUD_CREDENTIAL_CERTIFICATE_FILE=credential.pem", "ALOUD_CREDENTIAL_KEY_FILE=credential.key")
	p.write("story.html", "<h1>The ferry \x1b[31mresumes</h1><p>One boat.</p>")
	p.must("narrate", "story.html", "-o", "story.mp3")
	text := p.must("verify", "story.mp3")
	for _, want := range []string{"valid", "The Daily Ferry", "c2pa.created by flite:slt", "algorithmicMedia", "signingCredential.untrusted"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "\x1b") {
		t.Errorf("the file steers the terminal: %q", text)
	}
	p.says(credential.Trusted, 0, "story.mp3", "--roots", "credential-root.pem")

	file, err := os.ReadFile(filepath.Join(p.dir, "story.mp3"))
	if err != nil {
		t.Fatal(err)
	}
	file[len(file)-100] ^= 1
	p.write("changed.mp3", string(file))
	p.says(credential.Invalid, 1, "changed.mp3")
	p.write("plain.mp3", "no tag")
	p.says(credential.Missing, 1, "plain.mp3")
	p.says(credential.Valid, 1, "story.mp3", "--roots", p.another())
	if _, _, code := p.aloud("verify"); code != 2 {
		t.Errorf("without a file it exits with %d", code)
	}
}

// another returns the root of another organization.
func (p *place) another() string {
	p.t.Helper()
	dir := p.t.TempDir()
	p.must("credential", "new", "--org", "Another", "-o", dir)
	return filepath.Join(dir, "credential-root.pem")
}

// says checks what verify --json says.
func (p *place) says(state credential.State, exit int, args ...string) {
	p.t.Helper()
	out, _, code := p.aloud(append([]string{"verify", "--json"}, args...)...)
	var report credential.Report
	if err := json.Unmarshal([]byte(out), &report); err != nil || report.State != state || code != exit {
		p.t.Errorf("%q: %s, exit %d, %v", args, report.State, code, err)
	}
}

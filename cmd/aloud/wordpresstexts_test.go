//go:build wordpress

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Each text of the plugin is translated, and the files that WordPress reads are those of the
// sources.
func TestPluginTexts(t *testing.T) {
	const plugin = "../../deploy/wordpress/aloud"
	dir := t.TempDir()
	files, _ := filepath.Glob(plugin + "/includes/*.php")
	texts := filepath.Join(dir, "aloud.pot")
	program(t, "xgettext", append([]string{"--language=PHP", "--keyword=__:1", "--keyword=esc_html__:1", "--from-code=UTF-8", "-o", texts}, files...)...)
	for _, language := range []string{"de", "es", "fr", "pl", "uk"} {
		source := filepath.Join(plugin, "languages", "aloud-"+language)
		program(t, "msgcmp", source+".po", texts)
		made := filepath.Join(dir, language+".mo")
		program(t, "msgfmt", "--check-format", "--no-hash", "-o", made, source+".po")
		want, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(source + ".mo"); !bytes.Equal(got, want) {
			t.Errorf("%s.mo is not that of its source: run make wordpress-languages", source)
		}
	}
}

func program(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s (Debian package gettext): %v\n%s", name, err, out)
	}
}

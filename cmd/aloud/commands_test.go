package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/library"
)

const page = `<!doctype html><html lang="en"><head><title>The ferry - Example</title></head><body><nav>Home</nav><article>
<h1>The ferry resumes</h1><p>The ferry will run again in December.</p><figure><img src="a.jpg"><figcaption>A boat.</figcaption></figure>
<p>The crossing takes ten minutes.</p></article></body></html>`

func TestEveryCommandHasHelpAndAnExample(t *testing.T) {
	var check func(cmd *cobra.Command)
	check = func(cmd *cobra.Command) {
		if cmd.Short == "" || cmd.Example == "" {
			t.Errorf("%s has no description or no example", cmd.CommandPath())
		}
		for _, sub := range cmd.Commands() {
			check(sub)
		}
	}
	check(rootCommand(&app{}))
}

func TestExitCodes(t *testing.T) {
	p := newPlace(t)
	article := p.write("ferry.html", page)
	bad := p.write("bad.yaml", "sites:\n  main:\n    lang: en\n")
	noVoice := p.write("voice.yaml", "sites:\n  main:\n    voices: {en: gogle:x}\n")
	noRate := p.write("rate.yaml", "sites:\n  main:\n    voices: {en: flite:slt}\n    bit_rate: 63\n")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no arguments", nil, 0, ""},
		{"done", []string{"script", article}, 0, ""},
		{"unknown command", []string{"speak"}, 2, "speak"},
		{"unknown flag", []string{"script", article, "--loud"}, 2, "--loud\nSee: aloud script --help"},
		{"missing argument", []string{"script"}, 2, "Usage: aloud script"},
		{"no output", []string{"narrate", article}, 2, "-o"},
		{"unknown site", []string{"list", "--site", "other"}, 2, "main"},
		{"bad id", []string{"status", "a/b"}, 2, "letters"},
		{"render of nothing", []string{"render"}, 2, "--stale"},
		{"retry of nothing", []string{"retry"}, 2, "--all"},
		{"standard input of no known format", []string{"script", "-"}, 2, "--format"},
		{"file that is not there", []string{"script", "nowhere.html"}, 1, "nowhere.html"},
		{"unknown article", []string{"status", "nobody"}, 1, "no such article"},
		{"order for an unknown article", []string{"remove", "nobody"}, 1, "no such article"},
		{"output in no folder", []string{"narrate", article, "-o", "nowhere/ferry.mp3"}, 1, "write nowhere/ferry.mp3: no such"},
		{"no settings file", []string{"list", "--settings", "nowhere.yaml"}, 3, "nowhere.yaml: no such file or directory: check --settings"},
		{"voice of no provider", []string{"script", article, "--settings", noVoice}, 1, "sites.main.voices in the settings"},
		{"wrong settings", []string{"list", "--settings", bad}, 3, "bad.yaml:3: unknown field"},
		{"unknown format", []string{"script", article, "--format", "md"}, 2, "markdown"},
		{"unknown state", []string{"list", "--state", "bogus"}, 2, "states are accepted, published"},
		{"voice that cannot be", []string{"up", "--settings", noVoice}, 3, "sites.main.voices.en"},
		{"bit rate that cannot be", []string{"up", "--settings", noRate}, 3, "63 kbit/s"},
		{"invalid fault", []string{"emulator", "google", "--fail", "often"}, 2, "--fail"},
		{"quota of no family", []string{"emulator", "google", "--quota", "chirp=3"}, 2, "chirp3-hd"},
		{"worker without a queue", []string{"worker"}, 3, "ALOUD_REDIS_URL"},
		{"server without a queue", []string{"serve"}, 3, "ALOUD_REDIS_URL"},
		{"store of no known kind", []string{"list", "--store", "ftp://x"}, 3, "s3://"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, stderr, code := p.aloud(c.args...)
			if code != c.code || !strings.Contains(stderr, c.says) {
				t.Errorf("exit code %d, want %d, naming %q:\n%s", code, c.code, c.says, stderr)
			}
		})
	}
}

func TestNarrateWritesTrackCaptionsAndNarration(t *testing.T) {
	p := newPlace(t)
	out := filepath.Join(p.dir, "ferry.mp3")
	p.must("narrate", p.write("ferry.html", page), "-o", out)
	var n library.Narration
	manifest, err := os.ReadFile(filepath.Join(p.dir, "ferry.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(manifest, &n); err != nil {
		t.Fatal(err)
	}
	captions, err := os.ReadFile(filepath.Join(p.dir, "ferry.vtt"))
	if err != nil || !strings.HasPrefix(string(captions), "WEBVTT") || !strings.Contains(string(captions), "ten minutes") || strings.Contains(string(captions), "A boat") {
		t.Errorf("captions, %v:\n%s", err, captions)
	}
	if n.Audio[0].URL != "ferry.mp3" || n.Captions[0].URL != "ferry.vtt" || n.Title != "The ferry resumes" || len(n.Segments) != 3 {
		t.Errorf("%+v", n)
	}
	if got := float64(len(decode(t, out))) / 2 / 16000; !near(got, n.Audio[0].Duration) {
		t.Errorf("decoded %.4f s, manifest %.4f s", got, n.Audio[0].Duration)
	}
}

func TestScriptTellsWhatIsReadAndWhatNot(t *testing.T) {
	p := newPlace(t)
	stdout, stderr, code := p.aloudWith(page, "script", "-", "--json")
	if code != 0 {
		t.Fatal(stderr)
	}
	var r report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatal(err)
	}
	if r.Article.Title != "The ferry resumes" || r.Article.Language != "en" || r.Article.LanguageBy == "" || len(r.Segments) != 3 || r.Characters == 0 || r.Billable != r.Characters {
		t.Errorf("%+v", r)
	}
	skipped, _ := json.Marshal(r.Skipped)
	if !strings.Contains(string(skipped), "A boat.") {
		t.Errorf("skipped %s", skipped)
	}
}

// The life of an article in an admin's hands, through the embedded queue of a running service.
func TestCommandsManageArticles(t *testing.T) {
	p := newPlace(t)
	file := p.write("ferry.html", page)
	_, stderr, code := p.aloud("publish", file, "--id", "ferry")
	if code != 0 || !strings.Contains(stderr, "Saved. A worker will pick it up") {
		t.Fatalf("publish without a queue: %d, %s", code, stderr)
	}
	p.start("up")
	first := p.await("ferry")
	if first.State != library.Published {
		t.Fatalf("%+v", first)
	}
	if _, stderr, code := p.aloud("retry", "ferry"); code != 0 || !strings.Contains(stderr, "nothing to retry: ferry is published") {
		t.Errorf("retry of a published article: exit code %d, %s", code, stderr)
	}
	p.must("render", "ferry", "--force", "--wait")
	if again := p.await("ferry"); again.Location == first.Location {
		t.Error("render --force left the track as it was")
	}
	p.must("render", "ferry", "--voice", "flite:awb", "--wait")
	if got := p.await("ferry").Narration.Voice.Name; got != "awb" {
		t.Errorf("voice %s", got)
	}
	if out := p.must("render", "ferry", "--voice", "flite:rms", "--dry-run", "--json"); !strings.Contains(out, `"to_buy"`) || strings.Contains(out, `"to_buy": 0`) {
		t.Errorf("dry run: %s", out)
	}
	p.must("remove", "ferry")
	if p.await("ferry").State != library.Removed || p.public("ferry") {
		t.Error("remove left something public")
	}
	p.must("publish", file, "--id", "ferry")
	if status := p.await("ferry"); status.State != library.Published || status.Orders.Held {
		t.Errorf("%+v", status)
	}
	if out := p.must("list", "--json"); !strings.Contains(out, `"ferry"`) {
		t.Errorf("list: %s", out)
	}
	if out := p.must("list", "--stale", "--json"); strings.Contains(out, "ferry") {
		t.Errorf("stale without reason: %s", out)
	}
	p.write("aloud.yaml", settings+"    bit_rate: 80\n")
	if out := p.must("list", "--stale", "--json"); !strings.Contains(out, "ferry") {
		t.Errorf("not stale after other settings: %s", out)
	}
	if out := p.must("status", "--json"); !strings.Contains(out, `"queue": "ready"`) {
		t.Errorf("status: %s", out)
	}
}

func TestRenderRefusesVoicesThatCannotBe(t *testing.T) {
	p := newPlace(t)
	p.start("up")
	p.must("publish", p.write("ferry.html", page), "--id", "ferry")
	p.await("ferry")
	for voice, says := range map[string]string{"nonsense": "nonsense", "flite:nobody": "nobody", "espeak-ng:uk": "does not speak"} {
		_, stderr, code := p.aloud("render", "ferry", "--voice", voice, "--wait")
		if code != 2 || !strings.Contains(stderr, says) {
			t.Errorf("%s: exit code %d: %s", voice, code, stderr)
		}
	}
	if status := p.await("ferry"); status.Narration == nil || status.Orders.Voice != "" {
		t.Errorf("an order that cannot be was taken: %+v", status)
	}
}

func TestVoices(t *testing.T) {
	p := newPlace(t)
	out := p.must("voices", "espeak-ng", "--language", "uk", "--json")
	if !strings.Contains(out, "espeak-ng:uk") || strings.Contains(out, "espeak-ng:de") {
		t.Errorf("%s", out)
	}
}

func TestDebug(t *testing.T) {
	p := newPlace(t)
	for _, c := range []struct {
		in   string
		args []string
		want string
	}{
		{page, []string{"body"}, "The ferry will run again in December.\nThe crossing takes ten minutes.\n"},
		{"{\"language\":\"en\",\"text\":\"On Dec. 2 it ran. Then not.\"}\n{\"language\":\"en\",\"text\":\"\"}\n", []string{"sentences"}, "[\"On Dec. 2 it ran. \",\"Then not.\"]\n[]\n"},
		{"One  line\nanother\n", []string{"spoken", "--language", "en"}, "One line\nanother\n"},
		{"Dec. 2\n", []string{"spoken", "--language", "en_GB"}, "December second\n"},
	} {
		stdout, stderr, code := p.aloudWith(c.in, append([]string{"debug"}, c.args...)...)
		if code != 0 || stdout != c.want {
			t.Errorf("%v: exit code %d, %q\n%s", c.args, code, stdout, stderr)
		}
	}
	if _, stderr, code := p.aloudWith("x", "debug", "spoken", "--language", "ua"); code != 2 || !strings.Contains(stderr, `"ua" is not a language tag`) {
		t.Errorf("exit code %d, %s", code, stderr)
	}
}

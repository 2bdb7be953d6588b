package config

import (
	"time"

	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/credential"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

var testProviders = providers.All()

const settingsPage = "../../docs/settings.md"

// jingleWAV is a mono file of 16 bits at 24,000 Hz with two samples.
const jingleWAV = "RIFF\x28\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\xc0\x5d\x00\x00\x80\xbb\x00\x00\x02\x00\x10\x00data\x04\x00\x00\x00\x01\x00\xff\xff"

// The page's table of variables is made from what the program knows.
func TestDocsHaveEveryVariable(t *testing.T) {
	table := "| Variable | Meaning | Default |\n| --- | --- | --- |\n"
	for _, v := range Variables(testProviders) {
		table += fmt.Sprintf("| `%s` | %s | %s |\n", v.Name, v.Meaning, v.Default)
	}
	docstest.Keep(t, settingsPage, map[string]string{"variables": table})
}

// The page has a row for every key, and its examples, taken together, are settings.
func TestDocsHaveEveryKey(t *testing.T) {
	examples := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-zA-Z_.]+)` \\| (?:[^|]+) \\| (?:[^|]+) \\| `([^|]+)` \\|").FindAllStringSubmatch(page(t), -1) {
		examples[row[1]] = row[2]
	}
	wanted := append(keys(reflect.TypeFor[siteSettings](), ""), "sites", "prices", "quotas")
	for _, key := range wanted {
		if examples[key] == "" {
			t.Errorf("%s has no row with an example for %s", settingsPage, key)
		}
	}
	var site []string
	for key := range examples {
		if !slices.Contains(wanted, key) {
			t.Errorf("%s has a row for %s, which is no key", settingsPage, key)
		}
		if !slices.Contains([]string{"sites", "prices", "quotas"}, key) {
			site = append(site, key)
		}
	}
	for _, either := range []string{"_key", "_key_file"} { // a key is given in one of two ways
		chosen := slices.DeleteFunc(slices.Clone(site), func(key string) bool { return strings.HasPrefix(key, "sources.") && strings.HasSuffix(key, either) })
		checkExamples(t, chosen, examples)
	}
}

// checkExamples parses the examples of a site's keys, and those for all sites, as one file.
func checkExamples(t *testing.T, site []string, examples map[string]string) {
	t.Helper()
	text := fmt.Sprintf("sites: {main: %s}\nprices: %s\nquotas: %s\n", flow(site, "", examples), examples["prices"], examples["quotas"])
	if cfg, err := parseSettings([]byte(text), filepath.Join(folder(t), "aloud.yaml"), Environment{PublicURL: "https://audio.example.com/public"}, testProviders); err != nil || cfg.Sites["main"].Loudness != -19 {
		t.Errorf("%v in\n%s", err, text)
	}
}

// The page's whole file is settings too.
func TestDocsSettingsFile(t *testing.T) {
	_, block, _ := strings.Cut(page(t), "```yaml\n")
	block, _, closed := strings.Cut(block, "```")
	block = strings.ReplaceAll(strings.ReplaceAll(block, `secret: "…"`, `secret: "of Ghost's"`), `"whsec_…"`, `"whsec_c2VjcmV0IG9mIGEgdGVzdA=="`)
	block = strings.ReplaceAll(block, `content_key: "…"`, `content_key: "0123456789abcdef0123456789"`)
	cfg, err := parseSettings([]byte(block), filepath.Join(folder(t), "aloud.yaml"), Environment{}, testProviders)
	if !closed || err != nil {
		t.Fatal(err)
	}
	if site := cfg.Sites["main"]; site.Budget.Day.Money != 20_000_000 || len(site.Voices["en"]) != 2 || cfg.Quotas["google:chirp3-hd"].Requests != 600 {
		t.Errorf("read as %+v", cfg)
	}
}

func page(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(settingsPage)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// folder has the files that the page's examples name.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	dev, err := credential.NewDevelopment("The Daily Ferry", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"intro.wav": jingleWAV, "outro.wav": jingleWAV, "cover.jpg": "\xff\xd8\xff\xe0", "credential.pem": string(dev.Certificate), "credential.key": string(dev.Key), "secret.txt": "whsec_c2VjcmV0",
		"content-key.txt": "0123456789abcdef0123456789\n", "admin-key.txt": "5f5f5f5f5f5f5f5f5f5f5f5f:" + strings.Repeat("0f", 32)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// anyKey stands in the page for the keys of maps of structs.
var anyKey = map[string]string{"hooks": "SOURCE", "sources": "SOURCE", "voices": "LANGUAGE", "feed.languages": "LANGUAGE", "feed.tags": "TAG"}

// keys are those of a struct of settings, with dots.
func keys(of reflect.Type, before string) (all []string) {
	for i := range of.NumField() {
		field := of.Field(i)
		key, kind := before+field.Tag.Get("yaml"), field.Type
		if kind.Kind() == reflect.Map && kind.Elem().Kind() == reflect.Struct {
			key, kind = key+"."+anyKey[key], kind.Elem()
		}
		if kind.Kind() == reflect.Slice {
			kind = kind.Elem()
		}
		if kind.Kind() == reflect.Struct {
			all = append(all, keys(kind, key+".")...)
			continue
		}
		all = append(all, key)
	}
	return all
}

// flow returns the examples of keys as one YAML map.
func flow(keys []string, before string, examples map[string]string) string {
	var parts, done []string
	for _, key := range keys {
		name, rest, nested := strings.Cut(strings.TrimPrefix(key, before), ".")
		if !strings.HasPrefix(key, before) || slices.Contains(done, name) {
			continue
		}
		done = append(done, name)
		value := examples[key]
		if nested && rest != "" {
			value = flow(keys, before+name+".", examples)
		}
		source := map[bool]string{true: "ghost", false: "url"}[before == "sources."]
		parts = append(parts, strings.NewReplacer("SOURCE", source, "LANGUAGE", "en", "TAG", "politics").Replace(name)+": "+value)
	}
	return "{" + strings.Join(parts, ",\n  ") + "}"
}

package config

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

func parse(text string) (Config, error) {
	return parseSettings([]byte(text), "aloud.yaml", Environment{}, testProviders)
}

// What looks like a number is the text that it is written as, where text is meant.
func TestScalarsKeepTheirText(t *testing.T) {
	for _, secret := range []string{"0x1F", "0123", "0o17", "1_000", "123.450", "1e10", "true", "no", ".5", "+5", "12345678901234567890123", `"0x1F"`, "'a: b'"} {
		for _, form := range []string{"%s", "[%s]", "[other, %s]"} {
			cfg, err := parse(fmt.Sprintf("sites: {main: {hooks: {ghost: {secret: "+form+"}}, skip_tags: [%s], voice_version: %s, disclosure: {en: %s}}}", secret, secret, secret, secret))
			if err != nil {
				t.Errorf("%s: %v", secret, err)
				continue
			}
			site, want := cfg.Sites["main"], strings.Trim(secret, `"'`)
			secrets := site.Hooks["ghost"].Secrets
			if got := secrets[len(secrets)-1]; got != want || site.VoiceVersion != want || site.SkipTags[0] != want || site.Disclosure["en"] != want {
				t.Errorf("%s became %q, %q, %q, %q", secret, got, site.VoiceVersion, site.SkipTags[0], site.Disclosure["en"])
			}
		}
	}
}

func TestABudgetHasAUnit(t *testing.T) {
	if _, err := parse("sites:\n  main:\n    budget: {day: 20}\n"); err == nil || !strings.Contains(err.Error(), `aloud.yaml:3: sites.main.budget.day: 20 has no unit: write "$20" for dollars, or 20 characters`) {
		t.Errorf("%v", err)
	}
	cfg, err := parse("sites: {main: {budget: {day: 20 characters, month: [5000, $30], article: 900 characters}}}")
	if b := cfg.Sites["main"].Budget; err != nil || b.Day.Characters != 20 || b.Month.Characters != 5000 || b.Article.Characters != 900 {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestHostileShapesAreRefused(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 9 {
		fmt.Fprintf(&bomb, "b%d: &a%d [%s]\n", i, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	bomb.WriteString("sites: {main: {skip: *a9}}\n")
	for name, text := range map[string]string{
		"alias bomb":        bomb.String(),
		"brackets":          "sites: " + strings.Repeat("[", 100_000),
		"braces":            "sites: " + strings.Repeat("{a: ", 100_000),
		"dashes":            "sites:\n" + strings.Repeat("- ", 100_000),
		"indentation":       "sites:\n" + stairs(2000),
		"a very large file": strings.Repeat("# the same comment again\n", 1<<16),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, err := parse(text)
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		used := after.TotalAlloc - before.TotalAlloc
		if err == nil || used > 50<<20 {
			t.Errorf("%s: %v, with %d MB in %v", name, err, used>>20, took)
		}
		if !strings.Contains(err.Error(), "aloud.yaml") {
			t.Errorf("%s: %v names no file", name, err)
		}
	}
	if _, err := parse("x: &x [a]\nsites: {main: {skip: *x}}\n"); err == nil || !strings.Contains(err.Error(), "x") {
		t.Errorf("an unknown key: %v", err)
	}
	if cfg, err := parse("sites:\n  a: &s {skip: [\".live\", \"[data-x]\"]}\n  b: *s\n"); err != nil || len(cfg.Sites["b"].Skip) != 2 {
		t.Errorf("ordinary aliases: %v", err)
	}
}

// stairs is a map in a map in a map.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// A value of another type is told with site, key, what is asked and an example, in our words.
func TestAValueOfAnotherType(t *testing.T) {
	for text, want := range map[string]string{
		"sites:\n  main:\n    bit_rate: 64k\n":                   "aloud.yaml:3: sites.main.bit_rate: is not a whole number: write kbit/s without a unit, like 64",
		"sites:\n  main:\n    bit_rate: [64]\n":                  "aloud.yaml:3: sites.main.bit_rate: is not a whole number: write kbit/s without a unit, like 64",
		"sites:\n  main:\n    bit_rate: 99999999999999999999\n":  "aloud.yaml:3: sites.main.bit_rate: is not a number that fits: write kbit/s without a unit, like 64",
		"sites:\n  main:\n    trust_future: maybe\n":             "aloud.yaml:3: sites.main.trust_future: is not true or false: write one of them",
		"sites:\n  main:\n    loudness: loud\n":                  "aloud.yaml:3: sites.main.loudness: is not a number: write LUFS without a unit, like -16",
		"sites:\n  main:\n    languages: {uk: x}\n":              "aloud.yaml:3: sites.main.languages.uk: is not a list: write one like [one, two]",
		"sites:\n  main:\n    voices: flite\n":                   "aloud.yaml:3: sites.main.voices: is not keys with values: write voices by language",
		"sites:\n  main:\n    voices: {en: {rate: fast}}\n":      "aloud.yaml:3: sites.main.voices.en.rate: is not a number: write a rate like 1.05",
		"sites:\n  main:\n    skip: {a: b}\n":                    "aloud.yaml:3: sites.main.skip",
		"sites:\n  main: x\n":                                    "aloud.yaml:2: sites.main: is not keys with values",
		"quotas: {'a:b': {requests: many}}\nsites: {main: {}}\n": "aloud.yaml:1: quotas.a:b.requests: is not a whole number: write a number per minute, like 200",
	} {
		if _, err := parse(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

package config_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func load(t *testing.T, yaml string, environ ...string) (config.Config, error) {
	t.Helper()
	return config.Load(append(environ, "ALOUD_SETTINGS="+write(t, "aloud.yaml", yaml)), nil, providers.All())
}

func TestWithoutAnythingThereIsOneSite(t *testing.T) {
	t.Chdir(t.TempDir())
	cfg, err := config.Load(nil, nil, providers.All())
	if err != nil {
		t.Fatal(err)
	}
	site := cfg.Sites[config.DefaultSite]
	if !site.GenerateSecret || site.Voices["en"][0] != "flite:slt" || site.Voices["*"][0] != "espeak-ng" || cfg.Listen != ":8080" || cfg.Concurrency != 4 {
		t.Errorf("%+v", cfg)
	}
}

func TestHowFarArticlesMayBeDatedAhead(t *testing.T) {
	for yaml, want := range map[string]time.Duration{
		"{}": newsroom.DefaultMaxAhead,
		"{hooks: {ghost: {secret: a, tolerance: 1m}}}":                     time.Minute,
		"{hooks: {ghost: {secret: a, tolerance: 1m}}, trust_future: true}": newsroom.AnyTime,
	} {
		cfg, err := load(t, "sites:\n  main: "+yaml)
		if got := cfg.Sites["main"].MaxAhead; err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", yaml, got, err, want)
		}
	}
}

func TestHowLongAnArticleMayWait(t *testing.T) {
	for site, want := range map[string]time.Duration{"{}": 10 * time.Minute, "{late: 1h}": time.Hour, "{late: 0s}": 0} {
		cfg, err := load(t, "sites: {main: "+site+"}")
		if err != nil || cfg.Sites["main"].Late != want {
			t.Errorf("%s: %v, %v", site, cfg.Sites["main"].Late, err)
		}
	}
}

func TestSettings(t *testing.T) {
	secret, notifySecret := write(t, "secret", "\ufefffrom a file\r\n"), write(t, "notify", "whsec_c2VjcmV0\n")
	cfg, err := load(t, `
sites:
  main:
    url: https://example.com
    language: uk
    languages: {en: [english, hash-en]}
    hooks:
      ghost: {secret: [new, old], secret_file: `+secret+`, tolerance: 87600h}
      articles: {secret: whsec_c2VjcmV0}
    notify:
      - {url: https://desk.example.com/aloud, secret: whsec_c2VjcmV0, events: failed}
      - {url: http://chat.internal/aloud, secret_file: `+notifySecret+`}
    purge: {url: https://purge.example.com/aloud, secret: whsec_c2VjcmV0}
    voices: {en: {main: "flite:slt", rate: 1.05}, en_GB: "flite:rms", uk: {main: ["espeak-ng:uk"]}}
    voice_version: "2"
    members_only: preview
    embeds: read
    skip: [.weather, "aside > p"]
    read: figcaption.long
    skip_phrases: ["Download our app"]
    skip_tags: [news-alert]
    pauses: {headline: 1.5s}
    bit_rate: 96
    loudness: -19
    verify: asr
    previous: gone
    retention: 0
    disclosure: {en: Made with AI., uk: Створено з ШІ.}
`)
	if err != nil {
		t.Fatal(err)
	}
	site := cfg.Sites["main"]
	if got := strings.Join(site.Hooks["ghost"].Secrets, ","); got != "new,old,from a file" {
		t.Errorf("secrets %q", got)
	}
	if site.Hooks["ghost"].Tolerance != 87600*time.Hour || site.Hooks["articles"].Tolerance != 5*time.Minute {
		t.Errorf("tolerances %s, %s", site.Hooks["ghost"].Tolerance, site.Hooks["articles"].Tolerance)
	}
	if site.MaxAhead != 87600*time.Hour {
		t.Errorf("articles may be dated %s ahead, want the largest tolerance", site.MaxAhead)
	}
	if len(site.Purge) != 1 {
		t.Errorf("purges %v", site.Purge)
	}
	if len(site.Notify) != 2 {
		t.Errorf("receivers %v", site.Notify)
	}
	if site.Pauses["headline"] != 1500*time.Millisecond || site.Pauses["paragraph"] == 0 {
		t.Errorf("pauses %v", site.Pauses)
	}
	reading := site.Reading()
	if got := fmt.Sprint(reading.Skip, reading.Read, reading.SkipPhrases, reading.SkipTags, " ", reading.Embeds); got != "[.weather aside > p] [figcaption.long] [Download our app] [news-alert] read" {
		t.Errorf("reading %s", got)
	}
	if site.Manners["en"].Rate != 1.05 || site.Voices["en-GB"][0] != "flite:rms" || len(site.Manners) != 1 {
		t.Errorf("voices %v, manners %v", site.Voices, site.Manners)
	}
	if site.Language != "uk" || site.BitRate != 96 || site.Loudness != -19 || !site.Verify || site.Disclosure["uk"] == "" || site.MembersOnly != "preview" || site.VoiceVersion != "2" || site.GenerateSecret || !site.PreviousGone || site.Retention != 0 {
		t.Errorf("%+v", site)
	}
}

func TestWrongSettingsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		want       []string
	}{
		{"unknown key, with its line", "sites:\n  main:\n    language: en\n    languagges: {}\n", []string{"languagges", "4"}},
		{"key twice", "sites:\n  main:\n    language: en\n    language: uk\n", []string{"language", "4"}},
		{"broken YAML", "sites: [", []string{"1"}},
		{"no sites", "sites: {}", []string{"no sites"}},
		{"empty file", "", []string{"no sites"}},
		{"site name", "sites: {Main: {}}", []string{"sites.Main", "lower-case"}},
		{"url", "sites: {main: {url: example.com}}", []string{"sites.main.url"}},
		{"language", "sites: {main: {language: klingonish}}", []string{"sites.main.language"}},
		{"voice", `sites: {main: {voices: {en: ":slt"}}}`, []string{"sites.main.voices.en", "provider:voice"}},
		{"embeds", "sites: {main: {embeds: all}}", []string{"sites.main.embeds"}},
		{"members", "sites: {main: {members_only: all}}", []string{"sites.main.members_only"}},
		{"purge without a secret", "sites: {main: {purge: {url: https://a.example}}}", []string{"sites.main.purge"}},
		{"retention", "sites: {main: {retention: 1 month}}", []string{"sites.main.retention"}},
		{"retention of days", "sites: {main: {retention: 1.5d}}", []string{"sites.main.retention"}},
		{"late without a unit", "sites: {main: {late: 10}}", []string{"sites.main.late", "10m"}},
		{"previous track", "sites: {main: {previous: 1h}}", []string{"sites.main.previous"}},
		{"selector to skip", "sites: {main: {skip: [.a, '.b >']}}", []string{"sites.main.skip", "\".b >\""}},
		{"selector to read", "sites: {main: {read: ':hoover'}}", []string{"sites.main.read", "\":hoover\""}},
		{"phrase without words", "sites: {main: {skip_phrases: ['***']}}", []string{"sites.main.skip_phrases", "***"}},
		{"empty tag", "sites: {main: {skip_tags: ['']}}", []string{"sites.main.skip_tags"}},
		{"pause of no role", "sites: {main: {pauses: {title: 1s}}}", []string{"sites.main.pauses", "title"}},
		{"long pause", "sites: {main: {pauses: {headline: 1h}}}", []string{"sites.main.pauses.headline"}},
		{"secret that is no base64", `sites: {main: {hooks: {articles: {secret: "whsec_!"}}}}`, []string{"sites.main.hooks.articles.secret"}},
		{"missing secret file", "sites: {main: {hooks: {ghost: {secret_file: nowhere}}}}", []string{"sites.main.hooks.ghost.secret_file"}},
		{"secret of two lines", `sites: {main: {hooks: {ghost: {secret: "old\nnew"}}}}`, []string{"sites.main.hooks.ghost.secret", "line"}},
		{"secret with a character that nobody sees", "sites: {main: {hooks: {ghost: {secret: old\u200b}}}}", []string{"sites.main.hooks.ghost.secret", "U+200B"}},
		{"receiver without a secret", "sites: {main: {notify: {url: https://example.com}}}", []string{"sites.main.notify.secret"}},
		{"second receiver", `sites: {main: {notify: [{url: https://example.com, secret: whsec_c2VjcmV0}, {url: x, secret: whsec_c2VjcmV0}]}}`, []string{"sites.main.notify.url"}},
		{"unknown event", `sites: {main: {notify: {url: https://example.com, secret: whsec_c2VjcmV0, events: [publish]}}}`, []string{"sites.main.notify.events", "publish"}},
		{"unknown key of a receiver", "sites:\n  main:\n    notify:\n      urll: https://example.com\n", []string{"urll", "4"}},
		{"unknown key of a receiver in a list", "sites:\n  main:\n    notify:\n      - urll: https://example.com\n", []string{"urll"}},
		{"tolerance", "sites: {main: {hooks: {ghost: {tolerance: 5 minutes}}}}", []string{"sites.main.hooks.ghost.tolerance"}},
		{"pause without a unit", "sites: {main: {pauses: {headline: 5}}}", []string{"sites.main.pauses.headline"}},
		{"loudness", "sites: {main: {loudness: 16}}", []string{"sites.main.loudness", "-24", "-10"}},
		{"disclosure of no language", "sites: {main: {disclosure: {klingonish: AI}}}", []string{"sites.main.disclosure", "klingonish"}},
		{"empty disclosure", "sites: {main: {disclosure: {en: ''}}}", []string{"sites.main.disclosure.en"}},
		{"disclosure that some would not hear", `sites: {main: {voices: {en: "flite:slt", uk: espeak-ng}, disclosure: {en: AI}}}`, []string{"sites.main.disclosure", "uk"}},
		{"jingle that is not there", "sites: {main: {intro: {file: nowhere.wav}}}", []string{"sites.main.intro.file", "nowhere.wav"}},
		{"jingle without a file", "sites: {main: {outro: {pause: 1s}}}", []string{"sites.main.outro.file"}},
		{"pause of a jingle", "sites: {main: {intro: {file: a.wav, pause: 1}}}", []string{"sites.main.intro.pause"}},
		{"verification", "sites: {main: {verify: twice}}", []string{"sites.main.verify", "asr"}},
		{"two documents", "sites: {main: {}}\n---\nsites: {other: {}}\n", []string{"document"}},
		{"unknown rule", "sites: {main: {spoken_off: [dates]}}", []string{"sites.main.spoken_off", "dates"}},
		{"price of no family", "sites: {main: {}}\nprices: {chirp: 30}", []string{"prices", "chirp", "provider:family"}},
		{"price below nothing", `{sites: {main: {}}, prices: {"google:standard": -1}}`, []string{"prices.google:standard"}},
		{"price of no provider", `{sites: {main: {}}, prices: {"espeak:": 1}}`, []string{"prices.espeak:", "espeak-ng"}},
		{"unknown source", "sites: {main: {hooks: {drupal: {secret: a}}}}", []string{"sites.main.hooks.drupal", "ghost, articles"}},
		{"rate", "sites: {main: {voices: {en: {main: 'flite:slt', rate: 9}}}}", []string{"sites.main.voices.en.rate", "1.05"}},
		{"rate without a voice", "sites: {main: {voices: {en: {rate: 1.1}}}}", []string{"sites.main.voices.en", "provider:voice"}},
		{"unknown key of a voice", "sites: {main: {voices: {en: {main: 'flite:slt', quotes: 'flite:rms'}}}}", []string{"quotes"}},
		{"language twice", "sites: {main: {voices: {en-GB: 'flite:slt', en_GB: 'flite:rms'}}}", []string{"sites.main.voices.en", "twice"}},
		{"line of a wrong value", "sites:\n  main:\n    language: en\n    notify:\n      url: nowhere\n      secret: whsec_c2VjcmV0\n", []string{"aloud.yaml:5: sites.main.notify.url"}},
		{"two mistakes", "sites: {main: {url: a, members_only: b}}", []string{"sites.main.url", "sites.main.members_only"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := load(t, c.yaml)
			if err == nil {
				t.Fatal("accepted")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%v\ndoes not name %q", err, want)
				}
			}
		})
	}
}

func TestEnvironment(t *testing.T) {
	const site = "sites: {main: {}}"
	t.Run("a flag wins over the environment", func(t *testing.T) {
		cfg, err := config.Load([]string{"ALOUD_STORE=dir:///a", "ALOUD_SETTINGS=" + write(t, "a.yaml", site)}, map[string]string{"ALOUD_STORE": "dir:///b"}, providers.All())
		if err != nil || cfg.Store != "dir:///b" {
			t.Errorf("%s, %v", cfg.Store, err)
		}
	})
	t.Run("a value from a file", func(t *testing.T) {
		cfg, err := load(t, site, "ALOUD_REDIS_URL_FILE="+write(t, "url", "redis://x\n"))
		if err != nil || cfg.RedisURL != "redis://x" {
			t.Errorf("%q, %v", cfg.RedisURL, err)
		}
	})
	t.Run("the default voice", func(t *testing.T) {
		cfg, err := load(t, site, "ALOUD_VOICE=google:en-US-Neural2-F")
		if got := cfg.Sites["main"].Voices["*"]; err != nil || got[0] != "google:en-US-Neural2-F" {
			t.Errorf("%q, %v", got, err)
		}
	})
	t.Run("a provider's own", func(t *testing.T) {
		cfg, err := load(t, site, "ALOUD_GOOGLE_MAX_SENTENCE=300", "ALOUD_OPENAI_URL=http://kokoro:8880")
		if err != nil || cfg.Providers["ALOUD_GOOGLE_MAX_SENTENCE"] != "300" || cfg.Providers["ALOUD_OPENAI_URL"] != "http://kokoro:8880" {
			t.Errorf("%v, %v", cfg.Providers, err)
		}
	})
	for name, wrong := range map[string]string{
		"longest sentence": "ALOUD_GOOGLE_MAX_SENTENCE=-5",
		"value and file":   "ALOUD_VOICE=a:b ALOUD_VOICE_FILE=x",
		"concurrency":      "ALOUD_CONCURRENCY=0",
		"log format":       "ALOUD_LOG_FORMAT=xml",
		"no address":       "ALOUD_OPENAI_URL=kokoro:8880",
		"a file not there": "ALOUD_STORE_FILE=/nowhere/at/all",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := load(t, site, strings.Fields(wrong)...)
			variable, _, _ := strings.Cut(wrong, "=")
			if err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(variable, "_FILE")) {
				t.Errorf("%v", err)
			}
		})
	}
	t.Run("settings that are named must exist", func(t *testing.T) {
		if _, err := config.Load([]string{"ALOUD_SETTINGS=/nowhere.yaml"}, nil, providers.All()); err == nil {
			t.Error("accepted")
		}
	})
}

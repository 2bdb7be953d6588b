package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// The hash tells settings apart, whatever folder they are in, and says nothing of secrets.
func TestTheHashIsOfEverythingButSecrets(t *testing.T) {
	hash := func(yaml string) string {
		t.Helper()
		cfg, err := load(t, yaml)
		if err != nil {
			t.Fatal(err)
		}
		return cfg.Hash
	}
	hooks := func(secret string) string { return "sites: {main: {hooks: {articles: {secret: " + secret + "}}}}" }
	same := hash(hooks("whsec_" + "b2ZvbmVzaXRl" + "b2ZvbmVzaXRlMTIzNDU2"))
	if hash(hooks("whsec_"+"YW5vdGhlcm9mb25lc2l0ZTEyMzQ1Ng==")) != same {
		t.Error("another secret makes another hash")
	}
	if hash("sites: {main: {hooks: {articles: {}}, bit_rate: 96}}") == same {
		t.Error("another bit rate makes no other hash")
	}
}

func TestTheHashIsOfLexiconsToo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "en.pls")
	var hashes []string
	for _, alias := range []string{"Dess-nah", "Dez-nah"} {
		if err := lexicon.Save(file, lexicon.List{Language: "en", Entries: []lexicon.Entry{{Written: []string{"Desna"}, Alias: alias}}}); err != nil {
			t.Fatal(err)
		}
		cfg, err := load(t, "sites: {main: {lexicon: {en: "+file+"}}}")
		if err != nil || cfg.Files[file] != config.DigestOf(file) {
			t.Fatalf("%v, %v", cfg.Files, err)
		}
		hashes = append(hashes, cfg.Hash)
	}
	if hashes[0] == hashes[1] {
		t.Error("another pronunciation makes no other hash")
	}
}

// Files that are missing are watched too: settings that name them are valid once they exist.
func TestEveryFileIsNamedWithAnErrorToo(t *testing.T) {
	cfg, err := load(t, "sites: {main: {hooks: {ghost: {secret_file: missing}}}}")
	if err == nil {
		t.Fatal("a missing secret is no error")
	}
	names := 0
	for path, digest := range cfg.Files {
		switch filepath.Base(path) {
		case "missing":
			names++
			if digest != (config.Digest{}) {
				t.Error("a missing file has a digest")
			}
		case "aloud.yaml":
			names++
		}
	}
	if names != 2 {
		t.Errorf("%v", cfg.Files)
	}
}

func TestSomeVariablesNeedARestart(t *testing.T) {
	redis, key := write(t, "redis", "redis://a"), write(t, "key", "first")
	load := func() config.Config {
		t.Helper()
		cfg, err := config.Load([]string{"ALOUD_REDIS_URL_FILE=" + redis, "ALOUD_OPENAI_KEY_FILE=" + key}, nil, providers.All())
		if err != nil {
			t.Fatal(err)
		}
		return cfg
	}
	former := load()
	for file, text := range map[string]string{redis: "redis://b", key: "second"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	next, restart := load().Replacing(former)
	if next.RedisURL != "redis://a" || next.Providers["ALOUD_OPENAI_KEY"] != "second" || !slices.Equal(restart, []string{"ALOUD_REDIS_URL"}) {
		t.Errorf("%q, %v, %v", next.RedisURL, next.Providers, restart)
	}
	if _, again := load().Replacing(next); !slices.Equal(again, restart) {
		t.Errorf("the second time: %v", again)
	}
}

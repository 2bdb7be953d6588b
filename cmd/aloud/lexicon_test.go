package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

const lexiconSettings = `
sites:
  main:
    language: en
    lexicon: {en: names/en.pls, uk: names/uk.pls}
`

func newLexiconPlace(t *testing.T) *place {
	t.Helper()
	p := newPlace(t)
	p.write("aloud.yaml", lexiconSettings)
	for _, language := range []string{"en", "uk"} {
		p.must("lexicon", "add", "Testove", "--alias", "Test", "--language", language)
	}
	return p
}

func decodeJSON[T any](t *testing.T, text string) T {
	t.Helper()
	var value T
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	return value
}

func TestLexiconOfASite(t *testing.T) {
	p := newLexiconPlace(t)
	if _, told, code := p.aloud("lexicon", "add", "Kyiv", "--alias", "Kay-eev", "--language", "en"); code != 0 || !strings.Contains(told, "0 published articles have it") {
		t.Errorf("exit code %d: %s", code, told)
	}
	try := decodeJSON[lexiconTry](t, p.must("lexicon", "test", "In Kyiv and Odesa on Dec. 2", "--language", "en", "--json"))
	if try.Spoken != "In Kay-eev and Odessa on December second" || len(try.Matches) != 2 || try.Matches[0].Layer != "site" || try.Matches[1].Layer != "built-in" {
		t.Errorf("%+v", try)
	}
	rows := decodeJSON[[]lexiconRow](t, p.must("lexicon", "list", "kyiv", "--language", "en", "--json"))
	if len(rows) < 2 || rows[0].Layer != "site" || rows[0].Alias != "Kay-eev" || rows[1].Layer != "built-in" {
		t.Errorf("%+v", rows)
	}
	p.must("lexicon", "remove", "Kyiv", "--language", "en")
	try = decodeJSON[lexiconTry](t, p.must("lexicon", "test", "In Kyiv", "--language", "en", "--json"))
	if try.Spoken != "In Keev" {
		t.Errorf("after its removal: %+v", try)
	}
}

func TestLexiconDeclines(t *testing.T) {
	p := newLexiconPlace(t)
	rows := decodeJSON[[]lexiconRow](t, p.must("lexicon", "add", "Радехів", "--alias", "Ра́дехів", "--decline", "uk-place", "--language", "uk", "--json"))
	if len(rows) != 5 || rows[4].Written[0] != "Радехові" || rows[4].Alias != "Ра́дехові" {
		t.Errorf("%+v", rows)
	}
}

func TestLexiconGoesOutAndComesBack(t *testing.T) {
	p := newLexiconPlace(t)
	pls := p.must("lexicon", "export", "--language", "uk", "--built-in")
	out, stderr, code := p.aloudWith(pls, "lexicon", "import", "-", "--json")
	counts := decodeJSON[map[string]int](t, out)
	if code != 0 || counts["imported"] < 60 || counts["after"] != counts["before"]+counts["imported"] {
		t.Errorf("%d, %v, %s", code, counts, stderr)
	}
	file := filepath.Join(p.dir, "uk.pls")
	p.must("lexicon", "export", "--language", "uk", "-o", file)
	p.must("lexicon", "import", file)
	if again := p.must("lexicon", "export", "--language", "uk"); strings.Count(again, "<lexeme>") != counts["after"] {
		t.Errorf("imported twice: %d entries, want %d", strings.Count(again, "<lexeme>"), counts["after"])
	}
	bad := strings.Replace(pls, "</lexicon>", "<lexeme><grapheme>Nobody</grapheme></lexeme></lexicon>", 1)
	if _, stderr, code := p.aloudWith(bad, "lexicon", "import", "-"); code != 1 || !strings.Contains(stderr, "Nobody") {
		t.Errorf("an entry that says nothing: %d, %s", code, stderr)
	}
}

func TestLexiconEditsAreNotLost(t *testing.T) {
	p := newLexiconPlace(t)
	words := strings.Fields("Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel")
	var editors sync.WaitGroup
	for _, word := range words {
		editors.Go(func() { p.aloud("lexicon", "add", word, "--alias", "x", "--language", "en") })
	}
	editors.Wait()
	if out := p.must("lexicon", "export", "--language", "en"); strings.Count(out, "<alias>x</alias>") != len(words) {
		t.Errorf("%d were added at once, the file is\n%s", len(words), out)
	}
}

func TestLexiconMistakes(t *testing.T) {
	p := newLexiconPlace(t)
	none := p.write("none.yaml", settings)
	missing := p.write("missing.yaml", "sites: {main: {lexicon: {uk: nowhere.pls}}}")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"nothing to say", []string{"lexicon", "add", "Kyiv", "--language", "en"}, 2, "alias or IPA"},
		{"no such declension", []string{"lexicon", "add", "Kyiv", "--alias", "Keev", "--decline", "latin"}, 2, "uk-place"},
		{"no lexicon in the settings", []string{"lexicon", "add", "Kyiv", "--alias", "Keev", "--settings", none}, 3, "lexicon: {en: lexicon/en.pls}"},
		{"a file that is not there yet", []string{"list", "--settings", missing}, 3, "aloud lexicon add --site main --language uk"},
		{"no such entry", []string{"lexicon", "remove", "Nowhere", "--language", "en"}, 1, "Nowhere"},
		{"a built-in entry", []string{"lexicon", "remove", "Kyiv", "--language", "en"}, 1, `Kyiv is built in: override it with aloud lexicon add "Kyiv"`},
		{"no such file", []string{"lexicon", "import", "nowhere.pls"}, 1, "nowhere.pls"},
		{"no such command", []string{"lexicon", "show"}, 2, "show"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, stderr, code := p.aloud(c.args...)
			if code != c.code || !strings.Contains(stderr, c.says) {
				t.Errorf("exit code %d, want %d, naming %q:\n%s", code, c.code, c.says, stderr)
			}
		})
	}
}

func TestScriptListsUnknownNames(t *testing.T) {
	p := newLexiconPlace(t)
	html := `<html lang="en"><body><article><h1>The Ferry Comes to Testove Again</h1><p>In Kyiv, Marchuk met Hrytsak on Monday.</p><p>Marchuk left.</p></article></body></html>`
	out, _, _ := p.aloudWith(html, "script", "-", "--unknown", "--json")
	names := decodeJSON[[]newsroom.UnknownName](t, out)
	if len(names) != 2 || names[0] != (newsroom.UnknownName{Name: "Marchuk", Count: 2}) || names[1] != (newsroom.UnknownName{Name: "Hrytsak", Count: 1}) {
		t.Errorf("%+v", names)
	}
}

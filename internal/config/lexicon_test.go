package config_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func TestASitesLexiconIsLoaded(t *testing.T) {
	file := write(t, "en.pls", "")
	list := lexicon.List{Language: "en", Entries: []lexicon.Entry{{Written: []string{"Desna"}, Alias: "Dess-nah"}}}
	if err := lexicon.Save(file, list); err != nil {
		t.Fatal(err)
	}
	cfg, err := load(t, "sites: {main: {spoken_off: [emoji], lexicon: {en: "+file+"}}}")
	if err != nil {
		t.Fatal(err)
	}
	site := cfg.Sites["main"]
	if len(site.Lexicon) != 1 || len(site.Lexicon[0].List().Entries) != 1 || len(site.SpokenOff) != 1 {
		t.Errorf("%+v", site)
	}
}

package en

import (
	"os"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

func TestAcronymsStandOnce(t *testing.T) {
	p, err := pack.Load(os.DirFS(".."), "en")
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]bool{}
	for _, set := range []string{"spoken_words", "initialisms", "ambiguous", "ordinary_words"} {
		for word := range p.Words[set] {
			if in[word] {
				t.Errorf("%s is in two lists of pack.yaml", word)
			}
			in[word] = true
		}
	}
	if len(in) < 300 {
		t.Errorf("only %d words were found", len(in))
	}
}

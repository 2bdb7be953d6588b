package en

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

func TestAcronymsStandOnce(t *testing.T) {
	in := map[string]bool{}
	for _, set := range []pack.Words{list("spoken_words"), list("initialisms"), list("ambiguous"), list("ordinary_words")} {
		for word := range set {
			if in[word] {
				t.Errorf("%s is in two sets of words.yaml", word)
			}
			in[word] = true
		}
	}
	if len(in) < 300 {
		t.Errorf("only %d words were found", len(in))
	}
}

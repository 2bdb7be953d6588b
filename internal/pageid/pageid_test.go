package pageid_test

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/aloud-audio/aloud/internal/pageid"
)

// The player's test computes the same vectors in a browser.
func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct{ Address, Page string }
	if err := json.Unmarshal(text, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors {
		if got := pageid.Fold(v.Address); got != v.Page {
			t.Errorf("%s is %q, want %q", v.Address, got, v.Page)
		}
	}
}

func TestHash(t *testing.T) {
	one, two := pageid.Hash("https://pier.example/a/"), pageid.Hash("https://www.pier.example/a?utm_source=x")
	if one != two || !regexp.MustCompile(`^[0-9a-f]{64}$`).MatchString(one) {
		t.Errorf("%s and %s", one, two)
	}
}

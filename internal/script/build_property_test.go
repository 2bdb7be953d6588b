package script

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestBuildProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := text().Draw(t, "text")
		opts := Options{Limit: Limit{Max: rapid.IntRange(60, 200).Draw(t, "max"), Size: sizeEscaped}, Off: asWritten}
		a := article.Article{Language: languageTags.Draw(t, "language"), Blocks: []article.Block{{Role: article.Quote, Text: text}}}
		s, err := Build(a, opts)
		if err != nil {
			if !hasHugeCharacter(text, opts) {
				t.Fatal(err)
			}
			return
		}
		again, _ := Build(a, opts)
		if !reflect.DeepEqual(s, again) {
			t.Fatal("the same article gave two scripts")
		}
		if len(s.Segments) == 0 {
			if strings.ContainsFunc(text, unicode.IsLetter) || len(s.Skipped) != 1 {
				t.Fatalf("%q is lost: %+v", text, s)
			}
			return
		}
		if got := strings.Join(texts(s), ""); got != text {
			t.Fatalf("got %q", got)
		}
		checkSegments(t, s, opts, boundaries(text))
	})
}

func checkSegments(t *rapid.T, s Script, opts Options, boundaries map[int]bool) {
	at := 0
	for i, segment := range s.Segments {
		if segment.Index != i {
			t.Fatalf("segment %d has the index %d", i, segment.Index)
		}
		if size := escaped(segment.Spoken); size > opts.Limit.Max {
			t.Fatalf("%q has size %d, over the limit %d", segment.Spoken, size, opts.Limit.Max)
		}
		if at += len(segment.Text); !boundaries[at] {
			t.Fatalf("segment %q ends within a character", segment.Text)
		}
	}
}

func boundaries(text string) map[int]bool {
	ends := map[int]bool{}
	for characters := graphemes.FromString(text); characters.Next(); {
		ends[characters.End()] = true
	}
	return ends
}

func hasHugeCharacter(text string, opts Options) bool {
	for characters := graphemes.FromString(text); characters.Next(); {
		if escaped(characters.Value()) > opts.Limit.Max {
			return true
		}
	}
	return false
}

package storetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// listed is in byte order, which is not the order of a walk through folders.
var listed = []string{
	"A", "a-b/z", "a.json", "a/b", "a/b.c", "a/c/d", "a0", "b/due/1/x", "b/due/1/y", "b/due/10/x", "b/due2/x",
}

func testList(t *testing.T, s store.Store) {
	for _, i := range []int{7, 2, 10, 0, 5, 3, 1, 9, 4, 8, 6} {
		mustPut(t, s, listed[i], listed[i])
	}
	for _, tt := range []struct {
		prefix string
		want   []string
	}{
		{"", listed},
		{"a", listed[1:7]},
		{"a/", listed[3:6]},
		{"a/b", listed[3:5]},
		{"a.json", listed[2:3]},
		{"b/due/1", listed[7:10]},
		{"b/due/1/", listed[7:9]},
		{"a.json/", nil},
		{"none/at/all", nil},
		{"c", nil},
	} {
		got, err := keysOf(t.Context(), s, tt.prefix)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("list %q: %v, %v, want %v", tt.prefix, got, err, tt.want)
		}
	}
	wantListedEntries(t, s)
}

// testListAfter lists from each key on, and from keys that do not exist.
func testListAfter(t *testing.T, s store.Store) {
	for _, key := range listed {
		mustPut(t, s, key, key)
	}
	for _, prefix := range []string{"", "a", "a/", "a/b", "b/due/1", "none/"} {
		for _, after := range append([]string{"", "0", "a", "a/", "a/b/x", "a/c", "b/due/1/xx", "b/due/2", "zzz"}, listed...) {
			var want, got []string
			for _, key := range listed {
				if strings.HasPrefix(key, prefix) && key > after {
					want = append(want, key)
				}
			}
			for entry, err := range s.ListAfter(t.Context(), prefix, after) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, entry.Key)
			}
			if !slices.Equal(got, want) {
				t.Errorf("list %q after %q: %v, want %v", prefix, after, got, want)
			}
		}
	}
}

func testFolders(t *testing.T, s store.Store) {
	for _, key := range []string{"public/main/articles/a/x", "public/main/articles/b/x", "public/news/a", "public/file", "private/sites/a"} {
		mustPut(t, s, key, "")
	}
	mustPut(t, s, "public/gone/a", "")
	if err := s.Delete(t.Context(), "public/gone/a"); err != nil {
		t.Fatal(err)
	}
	for prefix, want := range map[string][]string{
		"public/":      {"main", "news"},
		"public/main/": {"articles"},
		"public/news/": nil,
		"none/":        nil,
	} {
		got, err := s.Folders(t.Context(), prefix)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("folders below %q: %v, %v, want %v", prefix, got, err, want)
		}
	}
}

func wantListedEntries(t *testing.T, s store.Store) {
	for listed, err := range s.List(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		read := wantBody(t, s, listed.Key, listed.Key)
		if listed.Size != read.Size || listed.ETag != "" && listed.ETag != read.ETag || listed.Modified.IsZero() {
			t.Errorf("listed %+v, read %+v", listed, read)
		}
	}
}

func testListBreak(t *testing.T, s store.Store) {
	for _, key := range []string{"a/1", "a/2", "b"} {
		mustPut(t, s, key, "")
	}
	seen := 0
	for _, err := range s.List(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		break
	}
	if seen != 1 {
		t.Errorf("saw %d entries, want 1", seen)
	}
}

func testListVanishing(t *testing.T, s store.Store) {
	all := []string{"a", "b/1", "b/2/x", "b/3", "c", "d"}
	for _, key := range all {
		mustPut(t, s, key, "")
	}
	var seen []string
	for entry, err := range s.List(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, entry.Key)
		for _, key := range all[1:5] {
			mustDelete(t, s, key)
		}
	}
	if !slices.Contains(seen, "a") || !slices.Contains(seen, "d") || !slices.IsSorted(seen) {
		t.Errorf("saw %v, want at least a and d, in order", seen)
	}
}

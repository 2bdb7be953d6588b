package lexicon

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestAddAndRemove(t *testing.T) {
	list := List{Language: "uk"}
	mustAdd := func(entries ...Entry) {
		t.Helper()
		if err := list.Add(entries...); err != nil {
			t.Fatal(err)
		}
	}
	mustAdd(Entry{Written: []string{" Бахмут ", "Бахмута"}, Alias: "x"}, Entry{Written: []string{"Слов'янськ"}, Alias: "s"})
	mustAdd(Entry{Written: []string{"Бахмут"}, IPA: "bɑxˈmut"})
	want := []Entry{{[]string{"Бахмута"}, "x", ""}, {[]string{"Слов'янськ"}, "s", ""}, {[]string{"Бахмут"}, "", "bɑxˈmut"}}
	if !reflect.DeepEqual(list.Entries, want) {
		t.Errorf("got %+v, want %+v", list.Entries, want)
	}
	if err := list.Add(Entry{Written: []string{"Бахмут"}}); err == nil || !reflect.DeepEqual(list.Entries, want) {
		t.Errorf("an invalid entry: got error %v and %+v", err, list.Entries)
	}
	if n := list.Remove("Бахмут", "бахмута", "Слов’янськ", "Київ"); n != 2 || len(list.Entries) != 1 {
		t.Errorf("removed %d, left %+v", n, list.Entries)
	}
	big := List{Language: "en", Entries: []Entry{{Written: make([]string, MaxForms)}}}
	if err := big.Add(Entry{Written: []string{"one", "two"}, Alias: "x"}); err == nil {
		t.Error("the list grew beyond its limit")
	}
}

func TestSaveAndLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lexicon", "uk.pls")
	if _, err := Load(path); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("Load of a missing file: %v", err)
	}
	want := List{"uk", []Entry{{[]string{"Бахмут"}, "Бахму\u0301т", "bɑxˈmut"}}}
	for range 2 { // the second replaces the first
		if err := Save(path, want); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := Load(path); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := Save(path, List{"uk", []Entry{{}}}); err == nil {
		t.Error("Save accepts an invalid list")
	}
	if err := Save(filepath.Join(path, "below-a-file.pls"), want); err == nil {
		t.Error("Save succeeds below a file")
	}
	if err := Save(filepath.Dir(path), want); err == nil {
		t.Error("Save replaced a folder")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "..", ".*")); len(left) > 0 {
		t.Errorf("leftover files: %v", left)
	}
	files, _ := os.ReadDir(filepath.Dir(path))
	if got, _ := Load(path); len(files) != 1 || !reflect.DeepEqual(got, want) {
		t.Errorf("leftover files: %v, list %+v", files, got)
	}
	if err := os.WriteFile(path, []byte("<lexicon>"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("the error does not name the file: %v", err)
	}
}

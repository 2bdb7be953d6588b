package docstest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// maxReadme is how many words people read before they try something.
const maxReadme = 900

func TestTheReadmeIsShort(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if words := len(strings.Fields(string(readme))); words > maxReadme {
		t.Errorf("README.md has %d words, more than %d: move something to docs/", words, maxReadme)
	}
}

var (
	link    = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.+)$`)
	named   = regexp.MustCompile(`<a name="([^"]+)">`)
	fenced  = regexp.MustCompile("(?s)```.*?```")
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// Every link from one page of the project to another leads to a file, and to a heading in it.
func TestLinksLeadSomewhere(t *testing.T) {
	pages := markdownFiles(t)
	if len(pages) < 10 {
		t.Fatalf("found only %d pages", len(pages))
	}
	for _, page := range pages {
		text := fenced.ReplaceAllString(read(t, page), "")
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			if target := found[1]; !strings.Contains(target, "://") {
				checkLink(t, page, target)
			}
		}
	}
}

func checkLink(t *testing.T, page, target string) {
	t.Helper()
	file, anchor, anchored := strings.Cut(target, "#")
	to := page
	if file != "" {
		to = filepath.Join(filepath.Dir(page), file)
	}
	if _, err := os.Stat(to); err != nil {
		t.Errorf("%s links to %s: %v", page, target, err)
		return
	}
	if anchored && !anchors(read(t, to))[anchor] {
		t.Errorf("%s links to %s, and there is no such heading", page, target)
	}
}

// anchors are a page's headings as GitHub names them, and names of its own.
func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, name := range named.FindAllStringSubmatch(text, -1) {
		found[name[1]] = true
	}
	for _, title := range heading.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		found[strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(title[1]), ""), " ", "-")] = true
	}
	return found
}

func markdownFiles(t *testing.T) []string {
	t.Helper()
	var pages []string
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		switch name := filepath.Base(path); {
		case err != nil:
			return err
		case entry.IsDir() && (name == "testdata" || name == "node_modules" || name != ".." && strings.HasPrefix(name, ".")):
			return filepath.SkipDir
		case filepath.Ext(path) == ".md":
			pages = append(pages, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// docs/ARCHITECTURE.md names every package folder below internal/.
func TestTheArchitectureNamesEveryFolder(t *testing.T) {
	text := read(t, "../../docs/ARCHITECTURE.md")
	folders, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if folder.IsDir() && !strings.Contains(text, "`internal/"+folder.Name()+"`") {
			t.Errorf("docs/ARCHITECTURE.md does not say what internal/%s is", folder.Name())
		}
	}
}

package docstest

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	testName = regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	testFunc = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	promise  = regexp.MustCompile(`(?m)^\| (\d+) \| (.+) \|$`)
	verdict  = regexp.MustCompile("`(?:(?:Test|Fuzz)\\w+|make \\w+)`|not promised|not tested yet")
)

// promises is how many rows the tables of docs/reliability.md have.
const promises = 40

// docs/reliability.md names no test that is not in the tree.
func TestReliabilityNamesTestsThatExist(t *testing.T) {
	tests := testsInTree(t)
	named := testName.FindAllStringSubmatch(read(t, "../../docs/reliability.md"), -1)
	if len(named) < promises {
		t.Fatalf("only %d tests are named", len(named))
	}
	for _, name := range named {
		if !tests[name[1]] {
			t.Errorf("docs/reliability.md names %s, and there is no such test", name[1])
		}
	}
}

// Each promise is there once, in order, with its proof or the lack of one.
func TestEveryPromiseHasAVerdict(t *testing.T) {
	rows := promise.FindAllStringSubmatch(read(t, "../../docs/reliability.md"), -1)
	if len(rows) != promises {
		t.Fatalf("%d promises, want %d", len(rows), promises)
	}
	for i, row := range rows {
		if row[1] != strconv.Itoa(i+1) {
			t.Errorf("promise %d has the number %s", i+1, row[1])
		}
		if cells := strings.Split(row[2], " | "); len(cells) != 3 || !verdict.MatchString(cells[1]) {
			t.Errorf("promise %s has no verdict: %q", row[1], cells)
		}
	}
}

// testsInTree are the tests of all modules here, with those behind build tags.
func testsInTree(t *testing.T) map[string]bool {
	t.Helper()
	tests := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		switch name := filepath.Base(path); {
		case err != nil:
			return err
		case entry.IsDir() && (name == "testdata" || name == "node_modules" || name != ".." && strings.HasPrefix(name, ".")):
			return filepath.SkipDir
		case strings.HasSuffix(name, "_test.go"):
			for _, found := range testFunc.FindAllStringSubmatch(read(t, path), -1) {
				tests[found[1]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return tests
}

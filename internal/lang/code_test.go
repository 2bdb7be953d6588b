package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// lettersInCode lists the letters that may appear in code for reasons other than a language's
// words.
const lettersInCode = "testdata/letters_in_code.tsv"

// TestNoWordsOfALanguageInCode checks that the words of a language appear only in its folder, as
// data or as its grammar. It finds words that contain letters beyond ASCII.
func TestNoWordsOfALanguageInCode(t *testing.T) {
	allowed := allowedLetters(t)
	for _, stage := range []string{"article", "lang", "narrate", "script", "source", "track"} {
		err := filepath.WalkDir(filepath.Join("..", stage), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (isLanguage(path) || strings.HasSuffix(path, "test")): // sourcetest
				return fs.SkipDir
			case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
				name := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
				for _, letter := range foreignLetters(t, path) {
					if !strings.Contains(allowed[name], letter) {
						t.Errorf("%s has the letter %s in a string: words of a language belong to its folder in internal/lang. "+
							"If it is no word, add it with the reason to internal/lang/%s", name, letter, lettersInCode)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// isLanguage reports whether a folder belongs to a language.
func isLanguage(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "text.txt"))
	return err == nil
}

// allowedLetters returns the allowed letters of each file.
func allowedLetters(t *testing.T) map[string]string {
	t.Helper()
	table, err := os.ReadFile(lettersInCode)
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]string{}
	for line := range strings.Lines(string(table)) {
		if columns := strings.Split(strings.TrimSpace(line), "\t"); len(columns) == 3 && !strings.HasPrefix(line, "#") {
			allowed[columns[0]] += columns[1]
		}
	}
	return allowed
}

// foreignLetters returns the non-ASCII letters in the string and rune literals of a Go file.
func foreignLetters(t *testing.T, path string) (found []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING && literal.Kind != token.CHAR {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range text {
			if r > unicode.MaxASCII && unicode.IsLetter(r) {
				found = append(found, string(r))
			}
		}
		return true
	})
	return found
}

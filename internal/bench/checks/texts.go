package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
)

// guide is where Debian's installation guide lies, the same prose in many languages.
const guide = "/usr/share/doc/installation-guide-amd64"

// Bounds of a paragraph that is read, in characters.
const shortestText, longestText = 90, 380

// paragraphs returns the texts of the guide in a language that are plain prose, in a fixed order
// that has nothing to do with their place in it. It returns count of them, each once.
func paragraphs(language string, count int) ([]string, error) {
	pages, err := filepath.Glob(filepath.Join(guide, language, "*.html"))
	if err != nil || len(pages) == 0 {
		return nil, fmt.Errorf("no pages in %s: install the Debian package installation-guide-amd64", filepath.Join(guide, language))
	}
	found := map[string]bool{}
	for _, page := range pages {
		if err := readProse(page, language, found); err != nil {
			return nil, err
		}
	}
	texts := make([]string, 0, len(found))
	for text := range found {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(shuffled(a), shuffled(b)) })
	if len(texts) < count {
		return nil, fmt.Errorf("the guide has %d paragraphs of prose in %q, and %d are needed", len(texts), language, count)
	}
	return texts[:count], nil
}

func readProse(page, language string, found map[string]bool) error {
	file, err := os.Open(page)
	if err != nil {
		return err
	}
	defer file.Close()
	document, err := goquery.NewDocumentFromReader(file)
	if err != nil {
		return err
	}
	document.Find("p").Each(func(_ int, p *goquery.Selection) {
		if text := strings.Join(strings.Fields(p.Text()), " "); isProse(text, language) {
			found[text] = true
		}
	})
	return nil
}

// isProse leaves out what voices of festival do not say as it is written: digits, commands,
// addresses, abbreviations in capitals, and words of another script.
func isProse(text, language string) bool {
	length := utf8.RuneCountInString(text)
	if length < shortestText || length > longestText || !strings.HasSuffix(text, ".") {
		return false
	}
	capitals := 0
	for _, r := range text {
		if capitals++; !unicode.IsUpper(r) {
			capitals = 0
		}
		if capitals > 1 || !isPlain(r, language) {
			return false
		}
	}
	return !strings.Contains(text, "..") && !strings.Contains(text, "e.g.")
}

func isPlain(r rune, language string) bool {
	switch {
	case language == "ru" && unicode.IsLetter(r):
		return unicode.Is(unicode.Cyrillic, r)
	case unicode.IsLetter(r): // of ISO 8859, in which festival reads
		return r < 0x100 || language == "cs" && r < 0x180
	}
	return strings.ContainsRune(" ,.;'’-", r)
}

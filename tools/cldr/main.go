// Command cldr cuts the Unicode CLDR packages in node_modules down to what is spoken, and writes
// the data of internal/lang/cldr: one file a language, a manifest and the licence. Run it by `make
// cldr`; the output depends on the packages and on this program only.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	source := flag.String("source", "cldr", "folder of this program, with node_modules and package-lock.json")
	out := flag.String("out", "../internal/lang/cldr/data", "folder to write")
	flag.Parse()
	if err := generate(packages(filepath.Join(*source, "node_modules")), *source, *out); err != nil {
		fmt.Fprintln(os.Stderr, "cldr:", err)
		os.Exit(1)
	}
}

// generate replaces the data files in out.
func generate(cldr packages, source, out string) error {
	shared, err := readShared(cldr)
	if err != nil {
		return err
	}
	languages, err := cldr.spelledLanguages()
	if err != nil {
		return err
	}
	locales, err := cldr.locales()
	if err != nil {
		return err
	}
	if err := clear(out); err != nil {
		return err
	}
	sums := make(map[string][]byte)
	for _, language := range languages {
		text, err := languageFile(cldr, shared, language, shared.localesOf(language, locales))
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		sums[language+".gz"] = text
	}
	return write(sums, cldr, source, out)
}

// languageFile is the text of one language: a section per locale, each with what differs from its
// parent's.
func languageFile(cldr packages, shared *shared, language string, locales []string) ([]byte, error) {
	tables := make(map[string]table)
	var text strings.Builder
	for _, locale := range locales {
		data, err := readLocale(cldr, shared, locale)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", locale, err)
		}
		tables[locale] = data
		parent := shared.parentWithin(locale, locales)
		fmt.Fprintf(&text, "@%s", locale)
		if parent != "" {
			fmt.Fprintf(&text, " %s", parent)
		}
		text.WriteByte('\n')
		data.without(tables[parent]).appendTo(&text)
	}
	return []byte(text.String()), nil
}

// localesOf returns language and its variants, parents first.
func (s *shared) localesOf(language string, all []string) []string {
	found := slices.DeleteFunc(slices.Clone(all), func(locale string) bool {
		return locale != language && !strings.HasPrefix(locale, language+"-")
	})
	slices.SortFunc(found, func(a, b string) int {
		return cmp.Or(s.depth(a, found)-s.depth(b, found), strings.Compare(a, b))
	})
	return found
}

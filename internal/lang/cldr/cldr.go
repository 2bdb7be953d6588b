// Package cldr has number words, plural categories, and the names of units, months and weekdays.
// All of it is data of the Unicode Common Locale Data Repository, reduced by tools/cldr, and
// amended by corrections.tsv where CLDR is wrong. internal/lang and its grammar call it.
//
// It never reads text, chooses a gender or case, or writes digits: where CLDR has no words, it
// reports that.
//
// A language is named by a BCP 47 tag ("pt-PT", "en_GB"). A locale inherits from its parents:
// pt-AO, pt-PT, pt. A tag for which CLDR has no number words is unknown, and every function returns
// false, nil or Other.
//
// A number is a string of ASCII digits with an optional leading "-" and an optional "." inside:
// "1204", "-3", "2.50". Data is decoded on demand: the first call for a language takes a few
// milliseconds.
package cldr

import (
	"io/fs"
	"strings"
)

// Languages returns the languages that have number words in CLDR, as sorted tags without region
// ("af", "ak", "am", …). Norwegian Bokmål is "no".
func Languages() []string {
	files, err := fs.Glob(data, "data/*.gz")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(file, "data/"), ".gz")
	}
	return names
}

// Known reports whether CLDR has number words for the language of the tag.
func Known(tag string) bool { return find(tag) != nil }

// Package cldr knows how languages say numbers: number words, plural categories, and the names of
// units, months and weekdays. All of it is data of the Unicode Common Locale Data Repository, cut
// down by tools/cldr, and amended by corrections.tsv where CLDR is wrong. internal/lang and its
// grammar call it.
//
// It never reads text, chooses a gender or case, or writes digits: where CLDR has no words it says
// so.
//
// A language is named by a BCP 47 tag ("pt-PT", "en_GB"). What a locale does not say is looked up
// in its parents: pt-AO, pt-PT, pt. A tag that CLDR has no number words for is unknown, and every
// function says false, or nil, or Other.
//
// A number is a string of ASCII digits, with "-" before it and "." inside as the case may be:
// "1204", "-3", "2.50". Nothing is decoded before it is asked for: the first call for a language
// takes a few milliseconds.
package cldr

import (
	"io/fs"
	"strings"
)

// Languages returns the languages that CLDR has number words for, as sorted tags without region
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

// Known says whether CLDR has number words for the language of the tag.
func Known(tag string) bool { return find(tag) != nil }

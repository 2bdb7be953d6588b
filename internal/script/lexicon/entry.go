package lexicon

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entry is the pronunciation of words: an alias (other text that voices pronounce correctly), IPA,
// or both. A voice that does not accept IPA gets the alias; if there is none, it gets the words as
// written.
type Entry struct {
	// Written are the forms that the entry covers, each of whole words. The first one identifies
	// the entry. A form in lower case matches any capitalization. A form with capitals matches only
	// the same capitals, and text that is all in capitals.
	Written []string
	Alias   string
	IPA     string // in the International Phonetic Alphabet, without slashes or brackets
}

// List is the content of one PLS file: the entries for one language (BCP 47), in order.
type List struct {
	Language string
	Entries  []Entry
}

// The limits of a list. They are far above what a newsroom needs, and bound memory and time for
// imported files.
const (
	MaxFileBytes  = 10 << 20
	MaxForms      = 100_000 // written forms in a list
	maxCharacters = 200     // in a written form, an alias or IPA
)

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// Check returns all errors in a list's entries.
func (l List) Check() error {
	var errs []error
	if !languageTag.MatchString(l.Language) {
		errs = append(errs, fmt.Errorf("language %q is not a BCP 47 tag such as en or pt-BR", l.Language))
	}
	errs = append(errs, l.checkSize())
	for _, e := range l.Entries {
		errs = append(errs, e.Check())
	}
	return errors.Join(errs...)
}

func (l List) checkSize() error {
	if n := l.forms(); n > MaxForms {
		return fmt.Errorf("the lexicon has %d written forms; the limit is %d", n, MaxForms)
	}
	return nil
}

func (l List) forms() int {
	n := 0
	for _, e := range l.Entries {
		n += len(e.Written)
	}
	return n
}

// Check returns the first error in an entry.
func (e Entry) Check() error {
	if len(e.Written) == 0 {
		return errors.New("an entry needs at least one written form")
	}
	for _, written := range e.Written {
		if err := checkText("written form", written); err != nil {
			return err
		}
	}
	if e.Alias == "" && e.IPA == "" {
		return fmt.Errorf("%q needs an alias or IPA", e.Written[0])
	}
	if err := e.checkAlias(); err != nil {
		return fmt.Errorf("%q: %w", e.Written[0], err)
	}
	if err := checkIPA(e.IPA); err != nil {
		return fmt.Errorf("%q: %w", e.Written[0], err)
	}
	return nil
}

func (e Entry) checkAlias() error {
	if e.Alias == "" {
		return nil
	}
	return checkText("alias", e.Alias)
}

func checkText(what, text string) error {
	switch {
	case !utf8.ValidString(text):
		return fmt.Errorf("%s %q is not UTF-8", what, text)
	case utf8.RuneCountInString(text) > maxCharacters:
		return fmt.Errorf("%s %.40q… has more than %d characters", what, text, maxCharacters)
	case text != tidy(text) || strings.ContainsFunc(text, unreadable):
		return fmt.Errorf("%s %q has control characters or extra spaces", what, text)
	case !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
		return fmt.Errorf("%s %q has no letter and no digit", what, text)
	}
	return nil
}

// unreadable reports whether XML cannot hold r, or r is invisible.
func unreadable(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFFFD' || r == '\uFFFE' || r == '\uFFFF'
}

// tidy replaces each run of white space in text with one space, and trims it.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }

func (e Entry) tidy() Entry {
	written := make([]string, len(e.Written))
	for i, w := range e.Written {
		written[i] = tidy(w)
	}
	return Entry{Written: written, Alias: tidy(e.Alias), IPA: tidy(e.IPA)}
}

// Add appends entries to the list. They replace entries for the same written forms. If any entry is
// invalid, the list stays as it is.
func (l *List) Add(entries ...Entry) error {
	added := List{Language: l.Language}
	for _, e := range entries {
		added.Entries = append(added.Entries, e.tidy())
	}
	var written []string
	for _, e := range added.Entries {
		written = append(written, e.Written...)
	}
	rest := l.without(written)
	rest.Entries = append(rest.Entries, added.Entries...)
	if err := errors.Join(added.Check(), rest.checkSize()); err != nil {
		return err
	}
	*l = rest
	return nil
}

// Remove removes written forms from the list, with exact capitals, and returns how many it removed.
// It also removes entries that have no forms left.
func (l *List) Remove(written ...string) int {
	before := l.forms()
	*l = l.without(written)
	return before - l.forms()
}

func (l List) without(written []string) List {
	gone := map[string]bool{}
	for _, w := range written {
		gone[formKey(w)] = true
	}
	rest := List{Language: l.Language}
	for _, e := range l.Entries {
		e.Written = slices.DeleteFunc(slices.Clone(e.Written), func(w string) bool { return gone[formKey(w)] })
		if len(e.Written) > 0 {
			rest.Entries = append(rest.Entries, e)
		}
	}
	return rest
}

// formKey returns the same key for two forms that look-ups cannot distinguish.
func formKey(written string) string { return read(tidy(written)).cased }

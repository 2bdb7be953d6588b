package article

import (
	"errors"
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// policy is a site's compiled rules for reading. It overrides the built-in rules, and its read
// rules override its skip rules: what Read matches is read even within an element that any rule
// skips.
type policy struct {
	read, skip []siteSelector
	phrases    []string // as comparable has them
	posts      bool     // embedded posts are read
}

type siteSelector struct {
	text    string
	matcher cascadia.SelectorGroup
}

// Validate returns every invalid CSS selector and phrase in the options, with its key in the
// settings.
func (o Options) Validate() error {
	_, err := o.policy()
	return err
}

func (o Options) policy() (policy, error) {
	p := policy{posts: o.Embeds == EmbedsRead}
	var readErr, skipErr, phrasesErr, tagsErr error
	p.read, readErr = compileSelectors("read", o.Read)
	p.skip, skipErr = compileSelectors("skip", o.Skip)
	p.phrases, phrasesErr = comparablePhrases(o.SkipPhrases)
	for _, tag := range o.SkipTags {
		if strings.TrimSpace(tag) == "" {
			tagsErr = errors.New("skip_tags: a tag is empty")
		}
	}
	return p, errors.Join(readErr, skipErr, phrasesErr, tagsErr)
}

func compileSelectors(key string, selectors []string) ([]siteSelector, error) {
	var compiled []siteSelector
	var problems []error
	for _, text := range selectors {
		matcher, err := cascadia.ParseGroup(text)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %q is not a CSS selector: %w", key, text, err))
			continue
		}
		compiled = append(compiled, siteSelector{text, matcher})
	}
	return compiled, errors.Join(problems...)
}

func comparablePhrases(phrases []string) ([]string, error) {
	var folded []string
	var problems []error
	for _, phrase := range phrases {
		p := comparable(phrase)
		if !hasWord(p) {
			problems = append(problems, fmt.Errorf("skip_phrases: %q has no word in it", phrase))
			continue
		}
		folded = append(folded, p)
	}
	return folded, errors.Join(problems...)
}

func (p policy) reads(n *html.Node) bool {
	_, ok := matching(p.read, n)
	return ok
}

// skips returns why the site does not want an element read.
func (p policy) skips(n *html.Node) (reason string, ok bool) {
	selector, ok := matching(p.skip, n)
	return "site rule " + selector, ok
}

func matching(selectors []siteSelector, n *html.Node) (text string, ok bool) {
	for _, s := range selectors {
		if s.matcher.Match(n) {
			return s.text, true
		}
	}
	return "", false
}

// readsWithin reports whether the site wants anything within n read.
func (p policy) readsWithin(n *html.Node) bool {
	if len(p.read) == 0 {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && p.reads(d) {
			return true
		}
	}
	return false
}

// skipsBlock returns why the site does not want a block of text read: it is one of its phrases or
// begins with one as whole words, ignoring case and kinds of quotation marks and spaces.
func (p policy) skipsBlock(text string) (reason string, ok bool) {
	if len(p.phrases) == 0 {
		return "", false
	}
	text = comparable(text)
	for _, phrase := range p.phrases {
		if beginsWith(text, phrase) {
			return "site phrase " + phrase, true
		}
	}
	return "", false
}

// skippedTag returns the first of an article's tags for which the site wants no audio.
func (o Options) skippedTag(tags []string) (string, bool) {
	for _, tag := range tags {
		for _, unwanted := range o.SkipTags {
			if strings.EqualFold(strings.TrimSpace(tag), strings.TrimSpace(unwanted)) {
				return tag, true
			}
		}
	}
	return "", false
}

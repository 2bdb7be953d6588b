// Package lazyregexp compiles regular expressions when they are first used: a process needs few of
// them, and compiling all would take longer than its start may. It knows no pattern of its own.
// article, lang and source call it.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a function that compiles pattern once, and panics if it is invalid.
func New(pattern string) func() *regexp.Regexp {
	return Build(func() string { return pattern })
}

// Build is New for a pattern that is put together when it is first used.
func Build(pattern func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern()) })
}

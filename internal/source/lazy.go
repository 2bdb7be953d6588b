package source

import (
	"regexp"
	"sync"
)

// lazy compiles a pattern on first use, so that the process starts without it.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

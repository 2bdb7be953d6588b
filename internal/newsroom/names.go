package newsroom

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/library"
)

// InvalidError means that a request is invalid, whatever the state of the article. Its message is
// for the caller's user.
type InvalidError struct{ error }

// Unwrap returns the cause.
func (e InvalidError) Unwrap() error { return e.error }

// NewInvalidError returns the InvalidError with a message, as a client has it from a server.
func NewInvalidError(message string) error { return invalidf("%s", message) }

func invalidf(format string, args ...any) error { return InvalidError{fmt.Errorf(format, args...)} }

// Site returns the name of the site that a request is about: the named one, or the only one for "".
// It returns InvalidError if there is no such site, or several.
func (n *Newsroom) Site(name string) (string, error) {
	known := slices.Sorted(maps.Keys(n.Narrator.Sites))
	switch {
	case name == "" && len(known) == 1:
		return known[0], nil
	case name == "":
		return "", invalidf("several sites: choose one with --site: %s", strings.Join(known, ", "))
	case !slices.Contains(known, name):
		return "", invalidf("the settings have no site %q; their sites are %s", name, strings.Join(known, ", "))
	}
	return name, nil
}

// Ref names an article of the named, or only, site. It returns InvalidError for an id that cannot
// be one.
func (n *Newsroom) Ref(site, id string) (library.Ref, error) {
	site, err := n.Site(site)
	if err != nil {
		return library.Ref{}, err
	}
	ref, err := library.NewRef(site, id)
	if err != nil {
		return library.Ref{}, InvalidError{err}
	}
	return ref, nil
}

// Refs is Ref for several ids.
func (n *Newsroom) Refs(site string, ids []string) ([]library.Ref, error) {
	refs := make([]library.Ref, len(ids))
	for i, id := range ids {
		ref, err := n.Ref(site, id)
		if err != nil {
			return nil, err
		}
		refs[i] = ref
	}
	return refs, nil
}

package library

import (
	"errors"
	"fmt"
	"regexp"
)

// Ref names one article of one site.
type Ref struct {
	Site string
	ID   string
}

// ErrBadRef means that a site name or an article id is not valid.
var ErrBadRef = errors.New("not a valid name")

// The lengths are checked separately: a pattern that counts to 127 would take milliseconds to
// compile at every start.
const longestSite, longestID = 63, 128

var (
	validSite = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	validID   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
)

// CheckSite returns ErrBadRef for a site name that is not valid.
func CheckSite(site string) error {
	if len(site) > longestSite || !validSite.MatchString(site) {
		return fmt.Errorf("%w: site %.80q: use up to 63 lower-case letters, digits and dashes", ErrBadRef, site)
	}
	return nil
}

// NewRef returns ErrBadRef for a site or an id that cannot be part of a key.
func NewRef(site, id string) (Ref, error) {
	if err := CheckSite(site); err != nil {
		return Ref{}, err
	}
	if len(id) > longestID || !validID.MatchString(id) {
		return Ref{}, fmt.Errorf("%w: article id %.80q: use up to 128 letters, digits, dots, dashes and underscores", ErrBadRef, id)
	}
	return Ref{Site: site, ID: id}, nil
}

// String returns site/id.
func (r Ref) String() string { return r.Site + "/" + r.ID }

func (r Ref) desiredKey() string   { return desiredPrefix(r.Site) + r.ID + ".json" }
func (r Ref) outcomeKey() string   { return outcomesPrefix(r.Site) + r.ID + ".json" }
func (r Ref) duePrefix() string    { return duePrefix(r.Site) + r.ID + "/" }
func (r Ref) publicPrefix() string { return publicPrefix(r.Site) + r.ID + "/" }

// NarrationKey returns the key of the article's published state.
func (r Ref) NarrationKey() string { return r.publicPrefix() + narrationFile }

func desiredPrefix(site string) string { return "private/sites/" + site + "/articles/" }
func outcomesPrefix(site string) string {
	return "private/sites/" + site + "/outcomes/"
}
func duePrefix(site string) string    { return "private/sites/" + site + "/due/" }
func publicPrefix(site string) string { return "public/" + site + "/articles/" }

const narrationFile = "narration.json"

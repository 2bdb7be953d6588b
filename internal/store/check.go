package store

import "strings"

// checkPrefix returns ErrBadKey for a prefix that no key can have. The empty prefix is valid.
func checkPrefix(prefix string) error {
	if prefix == "" {
		return nil
	}
	return CheckKey(strings.TrimSuffix(prefix, "/")) // the start of a valid part is a valid part
}

// holds reports whether an object with the ETag current ("": no object) meets the condition.
func (c Condition) holds(current string) bool {
	switch {
	case c.absent:
		return current == ""
	case c.etag != "":
		return current == c.etag
	default:
		return true
	}
}

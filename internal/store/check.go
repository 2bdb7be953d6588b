package store

import "strings"

// checkPrefix refuses, with ErrBadKey, what no key can begin with. The empty prefix, of all keys, is good.
func checkPrefix(prefix string) error {
	if prefix == "" {
		return nil
	}
	return CheckKey(strings.TrimSuffix(prefix, "/")) // the beginning of a key's part is itself a good part
}

// holds tells whether the object with the ETag current, empty for none, meets the condition.
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

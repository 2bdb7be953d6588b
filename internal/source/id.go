package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

var (
	outsideID = lazyregexp.New(`[^A-Za-z0-9._-]+`)
	nonASCII  = lazyregexp.New(`[^\x00-\x7f]`)
)

// idOf makes an id of a file's name. Letters of other scripts have no place in an id, so a hash of
// the name stands for them.
func idOf(name string) string {
	const longest, hashed = 128, 8
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	id := strings.Trim(outsideID().ReplaceAllString(base, "-"), "-._")
	if id != "" && len(id) <= longest && !nonASCII().MatchString(base) {
		return id
	}
	sum := sha256.Sum256([]byte(base))
	suffix := hex.EncodeToString(sum[:])[:hashed]
	id = strings.TrimRight(id[:min(len(id), longest-hashed-1)], "-._")
	return cmp.Or(id, "file") + "-" + suffix
}

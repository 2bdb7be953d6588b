package feed

import (
	"crypto/sha1" // of which a UUIDv5 is made
	"fmt"
	"strings"
)

// podcastUUID is the namespace of podcast:guid (https://podcasting2.org/docs/podcast-namespace/tags/guid).
var podcastUUID = []byte{0xea, 0xd4, 0xc2, 0x36, 0xbf, 0x58, 0x58, 0xc6, 0xa2, 0xc6, 0xa6, 0xb2, 0x8d, 0x12, 0x8c, 0xb6}

// guid is the feed's podcast:guid. Only the feed of the whole site can be given one that it had
// elsewhere.
func (c Channel) guid() string {
	if c.settings.GUID != "" && c.Name == SiteFeed {
		return c.settings.GUID
	}
	return podcastGUID(c.settings.Base + c.Name + ".xml")
}

// podcastGUID makes a UUIDv5 of a feed's address, without its scheme and trailing slashes.
func podcastGUID(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	sum := sha1.Sum(append(podcastUUID[:len(podcastUUID):len(podcastUUID)], strings.TrimRight(rest, "/")...))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x50, id[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

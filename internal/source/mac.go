package source

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
	"io"
)

// keysOf returns secrets that are keys as they are.
func keysOf(secrets []string) [][]byte {
	keys := make([][]byte, len(secrets))
	for i, secret := range secrets {
		keys[i] = []byte(secret)
	}
	return keys
}

// macs are the HMAC-SHA256 of one text by several keys.
type macs [][]byte

// macsOf reads the text once and keeps none of it.
func macsOf(keys [][]byte, text io.Reader) (macs, error) {
	hashes, all := make([]hash.Hash, len(keys)), make([]io.Writer, len(keys))
	for i, key := range keys {
		hashes[i] = hmac.New(sha256.New, key)
		all[i] = hashes[i]
	}
	if _, err := io.Copy(io.MultiWriter(all...), text); err != nil {
		return nil, err
	}
	sums := make(macs, len(keys))
	for i, h := range hashes {
		sums[i] = h.Sum(nil)
	}
	return sums, nil
}

// have reports whether one of them is the claimed one, in constant time.
func (m macs) have(claimed []byte) (found bool) {
	for _, sum := range m {
		found = hmac.Equal(sum, claimed) || found
	}
	return found
}

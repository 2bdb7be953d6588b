package main

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// words number articles and revisions. They are said as written, so that the provider gets what the
// narration shows.
var words = strings.Fields(`amber anchor apple arrow autumn bamboo barley basket beacon birch blossom bridge bronze butter
	candle canyon cedar cherry clover cobalt copper coral cotton crystal daisy desert dragon ember falcon feather fennel
	forest garden ginger granite harbor hazel indigo island ivory jasmine juniper kettle lantern lemon lilac maple marble
	meadow mirror nutmeg orange orchid paper pepper pillow planet pocket rabbit ribbon river saddle`)

// text is what an article says in one revision: the segments of its narration, in order.
type text []string

// textOf returns the text of a revision. The title is the article's, the first paragraph stands in
// a pair of articles too, the second is the revision's alone, and the last stands in every article
// of the site.
func textOf(site string, article, revision int) text {
	return text{
		"News of the " + name(article),
		"People at the " + name(article/pair) + " waited for a boat.",
		"The " + name(article) + " was told the " + word(revision) + " story.",
		"Our reporters of the " + site + " paper are at the pier.",
	}
}

// pair is how many articles share a paragraph. They are published at once, so that two workers want
// to buy it.
const pair = 2

func name(n int) string { return word(n/len(words)) + " " + word(n) }

func word(n int) string { return words[n%len(words)] }

// letters returns a text without everything that voices and captions may write differently.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// hash returns a deterministic number for a text and its context.
func hash(parts ...string) uint64 {
	h := fnv.New64a()
	for _, part := range parts {
		_, _ = h.Write([]byte(part))
		_, _ = h.Write([]byte{0})
	}
	return mix(h.Sum64())
}

// mix spreads differences of a few bits over all bits (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// chance returns the number below 1 that a hash decides.
func chance(h uint64) float64 { return float64(h>>11) / (1 << 53) }

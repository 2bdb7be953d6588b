// Package figures adds up how articles are listened to, for sites that want it: sums of a day, and
// nothing about a listener.
//
// A Beacon is what one page of the player reports when it is left. Servers count beacons in Redis
// (worker.Figures), and write the sums of each day to the store (Record), where `aloud stats` reads
// them. The package knows no HTTP and no Redis, and keeps no address, cookie or id of anybody.
package figures

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// MaxBeacon bounds a beacon's text, in bytes.
const MaxBeacon = 2 << 10

const (
	maxHeard   = 24 * 3600 // seconds
	maxSkipped = 100       // paragraphs in one beacon
)

// Beacon is what one visit of an article's page adds to its figures.
type Beacon struct {
	ID       string `json:"id"`       // of the article
	Plays    int    `json:"plays"`    // 1 if the listener pressed play for the first time since the last beacon
	Quarters []int  `json:"quarters"` // of 25, 50, 75, 100: percent of the track that were now heard
	Heard    int    `json:"heard"`    // seconds of the track that were heard since the last beacon
	Speed    string `json:"speed"`    // at which most of it was heard: 0.75 to 2
	Skipped  []int  `json:"skipped"`  // indices of the segments that the listener skipped
}

var (
	quarters = []int{25, 50, 75, 100}
	speeds   = []string{"0.75", "1", "1.25", "1.5", "1.75", "2"}
)

// errBeacon means that a text is no beacon of the player.
var errBeacon = errors.New("not a beacon of the player")

// ReadBeacon decodes a beacon and refuses whatever the player would not send.
func ReadBeacon(r io.Reader) (Beacon, error) {
	var b Beacon
	decoder := json.NewDecoder(io.LimitReader(r, MaxBeacon))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil {
		return Beacon{}, fmt.Errorf("%w: %w", errBeacon, err)
	}
	if decoder.More() || !b.plausible() {
		return Beacon{}, errBeacon
	}
	return b, nil
}

func (b Beacon) plausible() bool {
	return b.Plays >= 0 && b.Plays <= 1 && b.Heard >= 0 && b.Heard <= maxHeard && len(b.Skipped) <= maxSkipped &&
		slices.Contains(speeds, b.Speed) && rising(b.Quarters) && rising(b.Skipped) &&
		!slices.ContainsFunc(b.Quarters, func(q int) bool { return !slices.Contains(quarters, q) })
}

// rising reports whether each number is larger than the one before, so that none counts twice.
func rising(numbers []int) bool {
	for i := 1; i < len(numbers); i++ {
		if numbers[i] <= numbers[i-1] {
			return false
		}
	}
	return true
}

// Fits reports whether a beacon may be of a track with so many seconds and segments.
func (b Beacon) Fits(seconds float64, segments int) bool {
	outside := func(index int) bool { return index < 0 || index >= segments }
	return float64(b.Heard) <= 10*seconds+60 && !slices.ContainsFunc(b.Skipped, outside)
}

// Sums are the figures of an article by field: plays, heard (seconds), heard:SPEED (seconds), q25,
// q50, q75, q100, skip:INDEX. Their number is bounded by the article's segments.
type Sums map[string]int

// Sums returns what the beacon adds.
func (b Beacon) Sums() Sums {
	sums := Sums{}
	add := func(field string, n int) {
		if n > 0 {
			sums[field] += n
		}
	}
	add("plays", b.Plays)
	add("heard", b.Heard)
	add("heard:"+b.Speed, b.Heard)
	for _, q := range b.Quarters {
		add("q"+strconv.Itoa(q), 1)
	}
	for _, index := range b.Skipped {
		add("skip:"+strconv.Itoa(index), 1)
	}
	return sums
}

// Add adds other sums.
func (s Sums) Add(other Sums) {
	for field, n := range other {
		s[field] += n
	}
}

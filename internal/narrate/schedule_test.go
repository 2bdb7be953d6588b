package narrate

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

func segmentsOf(letters ...int) []script.Segment {
	var segments []script.Segment
	for _, n := range letters {
		segments = append(segments, script.Segment{Spoken: strings.Repeat("a", n)})
	}
	return segments
}

// TestAScheduleFillsItsLanes uses two segments of the greatest length and three of the next, which
// fill two slots evenly. Longest first misses that.
func TestAScheduleFillsItsLanes(t *testing.T) {
	costs := []int{30, 30, 20, 20, 20}
	order := byStart(multifit(costs, longestFirst(costs), 2), costs)
	if got := makespan(order, costs, 2); got != 60 {
		t.Errorf("order %v ends at %d, want 60", order, got)
	}
	if got := makespan(longestFirst(costs), costs, 2); got != 70 {
		t.Errorf("longest first ends at %d, want 70", got)
	}
}

// TestSchedule checks that every segment is in the order once, and that the last ends no later than
// with longest first.
func TestSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.IntRange(0, 600), 0, 100).Draw(t, "letters")
		order := schedule("en", segmentsOf(letters...))
		sorted := slices.Sorted(slices.Values(order))
		for i := range letters {
			if len(sorted) != len(letters) || sorted[i] != i {
				t.Fatalf("%v is not an order of %d segments", order, len(letters))
			}
		}
		costs := make([]int, len(letters))
		for i, n := range letters {
			costs[i] = int(latencyInLetters + float64(n))
		}
		if scheduled, longest := makespan(order, costs, callLimit), makespan(longestFirst(costs), costs, callLimit); scheduled > longest {
			t.Errorf("ends at %d, the longest first at %d", scheduled, longest)
		}
	})
}

// TestWhatIsNewIsBegunFirst checks that segments that the previous track lacked start first, and
// that each starts once.
func TestWhatIsNewIsBegunFirst(t *testing.T) {
	plan := Plan{Script: script.Script{Segments: []script.Segment{
		{Text: "old and long", Spoken: strings.Repeat("a", 300)}, {Text: "new", Spoken: "a"}, {Text: "old", Spoken: "aa"}, {Text: "new and long", Spoken: strings.Repeat("a", 200)},
	}}}
	former := library.Narration{Segments: []library.NarrationSegment{{Text: "old"}, {Text: "old and long"}, {Text: "gone"}}}
	if order := plan.withPrevious(former).callOrder(); !slices.Equal(order, []int{3, 1, 0, 2}) {
		t.Errorf("the order is %v", order)
	}
	if order := plan.callOrder(); !slices.Equal(order, []int{0, 3, 2, 1}) {
		t.Errorf("without a previous track it is %v", order)
	}
}

// TestCorrection checks that the previous track's correction applies only to the voice that spoke
// it.
func TestCorrection(t *testing.T) {
	voice := speech.Voice{Provider: "openai", Model: "tts-1", Name: "onyx"}
	other := speech.Voice{Provider: "openai", Model: "tts-1-hd", Name: "onyx"}
	previous := library.Narration{Voice: narrationVoice(voice), Correction: 1.5}
	if got := (Plan{Voice: voice}).withPrevious(previous).correction(); got != 1.5 {
		t.Errorf("the same voice starts from %.1f dB", got)
	}
	if got := (Plan{Voice: other}).withPrevious(previous).correction(); got != 0 {
		t.Errorf("another model starts from %.1f dB", got)
	}
}

package track

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/script"
)

// Paragraphs that are spelt, in another script, or that sound alike are no faults.
func TestNoFalseAlarmOfOddTexts(t *testing.T) {
	const plain = "The council met for three hours on Monday and agreed to open the bridge again before the winter comes."
	tests := map[string]struct {
		voice string
		texts []string
	}{
		"initials": {"slt", []string{
			plain, plain + " Nobody spoke against it.", "Engineers had asked for it since spring, when drones hit the older bridge twice in a single week.",
			"FBI, CIA, NSA, DHS, DEA, ATF, IRS, EPA, FDA, FCC, FTC, SEC, NRC, DOJ, DOD, DOE, TSA, CDC, NIH, BBC, CNN, NBC, CBS, PBS.",
		}},
		"a headline in capitals": {"slt", []string{
			plain, plain + " Nobody spoke against it.", "Engineers had asked for it since spring, when drones hit the older bridge twice in a single week.",
			"THE COUNCIL OF THE HARBOUR TOWN AGREES TO OPEN THE OLD BRIDGE AGAIN BEFORE THE WINTER COMES",
		}},
		"homophones": {"slt", []string{"Their.", "There."}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var parts []part
			for _, text := range test.texts {
				parts = append(parts, part{text: text, speech: say(t, test.voice, text)})
			}
			if _, err := build(Options{SampleRate: 16000, Tags: Tags{Language: "en"}}, parts...); err != nil {
				t.Error(err)
			}
		})
	}
}

// A second voice that speaks twice as fast is not taken for one that leaves words out.
func TestPacesAreThoseOfAVoice(t *testing.T) {
	const text = "The council met for three hours on Monday and agreed to open the bridge again before the winter comes."
	letters := script.LettersOf("en", text).Likely
	b := &Builder{opts: Options{Tags: Tags{Language: "en"}}, voices: []*voice{{}, {}}}
	for i := range 8 {
		b.segments = append(b.segments, script.Segment{Spoken: text})
		b.opts.Speakers = append(b.opts.Speakers, i%2)
		p := piece{index: i}
		p.clip.Format.SampleRate, p.clip.Samples = 1000, int(letters)*1000/(15*(1+i%2))
		b.pieces = append(b.pieces, p)
	}
	if err := b.checkPace(); err != nil {
		t.Error(err)
	}
	b.pieces[2].clip.Samples /= 2
	if err := b.checkPace(); err == nil {
		t.Error("half of a text passes")
	}
}

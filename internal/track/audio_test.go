package track

import (
	"encoding/binary"
	"fmt"
	"testing"
	"time"
)

// The chirp of each cue is looked for in what decoders play.
func TestCuesAreWhereTheSpeechIs(t *testing.T) {
	for _, rate := range []int{16000, 22050, 24000, 44100} {
		parts := []part{
			{text: "first", speech: chirp(rate, rate/10), pause: 400 * time.Millisecond},
			{text: "odd", speech: chirp(rate, 2*rate/7+1), pause: 333*time.Millisecond + 333*time.Microsecond},
			{text: "no pause", speech: chirp(rate, 3001), pause: 0},
			{text: "long pause", speech: chirp(rate, rate/5), pause: 2500 * time.Millisecond},
			{text: "last", speech: chirp(rate, rate/3), pause: 700 * time.Millisecond},
		}
		track := encode(t, Options{SampleRate: rate}, parts...)
		file := save(t, track)
		for judge, decode := range decoders {
			t.Run(fmt.Sprintf("%d %s", rate, judge), func(t *testing.T) {
				played := decode(t, file)
				for i, cue := range track.Cues {
					if cue.Text != parts[i].text || cue.End-cue.Start != int64(len(parts[i].speech.Samples)) {
						t.Errorf("cue %d is %+v", i, cue)
					}
					if at := find(parts[i].speech.Samples, played, int(cue.Start)); at != int(cue.Start) {
						t.Errorf("cue %q says sample %d, its speech is at %d", cue.Text, cue.Start, at)
					}
				}
				checkSilence(t, track, played)
			})
		}
	}
}

// find is the position near a guess at which the samples correlate best.
func find(needle, haystack []int16, guess int) int {
	const reach = 100
	best, at := 0.0, -1
	for from := max(0, guess-reach); from <= guess+reach && from+len(needle) <= len(haystack); from++ {
		sum := 0.0
		for i, sample := range needle {
			sum += float64(sample) * float64(haystack[from+i])
		}
		if sum > best {
			best, at = sum, from
		}
	}
	return at
}

// checkSilence hears nothing above -70 dBFS in pauses, but for the two frames next to speech into
// which MP3 smears it.
func checkSilence(t *testing.T, track Track, played []int16) {
	t.Helper()
	const limit, smear = 10, 2 * 1152 // 32768 × 10^(-70/20)
	heard := 0
	for i, cue := range track.Cues {
		end := int(track.Samples)
		if i+1 < len(track.Cues) {
			end = int(track.Cues[i+1].Start) - smear
		}
		for at := int(cue.End) + smear; at < end; at++ {
			if played[at] > limit || played[at] < -limit {
				t.Fatalf("sample %d, in the pause after %q, is %d", at, cue.Text, played[at])
			}
			heard++
		}
	}
	if heard < track.SampleRate {
		t.Fatalf("only %d samples of pause looked at", heard)
	}
}

func TestFileIsWhatItSays(t *testing.T) {
	tests := []struct{ rate, bitRate, want, frame, sideInfo int }{
		{24000, 0, 64, 576, 9}, {16000, 0, 64, 576, 9}, {22050, 96, 96, 576, 9}, {8000, 24, 24, 576, 9}, {48000, 128, 128, 1152, 17},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%d Hz %d kbit/s", test.rate, test.bitRate), func(t *testing.T) {
			parts := []part{{text: "x", speech: chirp(test.rate, 3*test.rate+123), pause: time.Second}}
			track := encode(t, Options{SampleRate: test.rate, BitRate: test.bitRate}, parts...)
			got := ffprobe(t, save(t, track)).Streams[0]
			if got.Codec != "mp3" || got.Channels != 1 || got.SampleRate != fmt.Sprint(test.rate) || got.BitRate != fmt.Sprint(test.want*1000) {
				t.Errorf("ffprobe sees %+v", got)
			}
			info := readInfo(t, track.MP3, test.sideInfo)
			if fmt.Sprint(info.frames) != got.Packets {
				t.Errorf("the Info frame counts %d frames, ffprobe %s", info.frames, got.Packets)
			}
			if n := info.frames*test.frame - info.delay - info.padding; int64(n) != track.Samples {
				t.Errorf("by the Info frame the track has %d samples, it has %d", n, track.Samples)
			}
		})
	}
}

type info struct{ frames, delay, padding int }

// readInfo reads the Info frame by its layout and checks that it counts its own file's bytes.
func readInfo(t *testing.T, mp3 []byte, sideInfo int) info {
	t.Helper()
	size := mp3[6:10]
	audio := mp3[10+int(size[0])<<21+int(size[1])<<14+int(size[2])<<7+int(size[3]):]
	xing := audio[4+sideInfo:]
	if string(xing[:4]) != "Info" || binary.BigEndian.Uint32(xing[4:])&3 != 3 {
		t.Fatalf("no Info frame with counts behind the ID3 tag, but % x", xing[:8])
	}
	if counted := int(binary.BigEndian.Uint32(xing[12:])); counted != len(audio) {
		t.Errorf("the Info frame counts %d bytes of audio, the file has %d", counted, len(audio))
	}
	gap := xing[120+21:]
	return info{
		frames: int(binary.BigEndian.Uint32(xing[8:])),
		delay:  int(gap[0])<<4 | int(gap[1])>>4, padding: int(gap[1]&15)<<8 | int(gap[2]),
	}
}

package track

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/speech"
)

// reading is an article with a speech for each segment: some long, some short, two of the same
// text.
func reading(t testing.TB, voice string) []part {
	t.Helper()
	texts := []string{"Harbour bridge closes.", "Read more."}
	for _, sentences := range paragraphs {
		texts = append(texts, strings.Join(sentences, ""))
	}
	texts = append(texts, "Read more.")
	var parts []part
	for _, text := range texts {
		parts = append(parts, part{text: text, speech: say(t, voice, text), pause: 550 * time.Millisecond})
	}
	return parts
}

// What goes wrong with the speeches, before they are encoded.
func TestGateRefusesWrongSpeeches(t *testing.T) {
	good := reading(t, "slt")
	const long = 3 // index of a long segment
	cut := func(from, to float64) speech.Speech {
		s := good[long].speech
		n := float64(len(s.Samples))
		return speech.Speech{SampleRate: s.SampleRate, Samples: s.Samples[int(from*n):int(to*n)]}
	}
	tests := map[string]func(parts []part){
		"dropped":            func(p []part) { p[long].speech = speech.Speech{} },
		"silenced":           func(p []part) { p[long].speech.Samples = make([]int16, len(p[long].speech.Samples)) },
		"nearly silenced":    func(p []part) { p[long].speech.Samples = slices.Repeat([]int16{2, -2}, 40000) },
		"doubled":            func(p []part) { p[long].speech = p[long+1].speech },
		"swapped":            func(p []part) { p[1].speech, p[long].speech = p[long].speech, p[1].speech },
		"cut in half":        func(p []part) { p[long].speech = cut(0, 0.5) },
		"begun in half":      func(p []part) { p[long].speech = cut(0.5, 1) },
		"cut within a vowel": func(p []part) { p[long].speech = cut(0, loudestPart(good[long].speech, 0.65, 0.75)) },
		"said twice":         func(p []part) { p[long].speech.Samples = slices.Repeat(p[long].speech.Samples, 2) },
		"cut and silent":     func(p []part) { clear(p[long].speech.Samples[len(p[long].speech.Samples)/2:]) },
		"at another rate":    func(p []part) { p[long].speech.SampleRate = 8000 },
		"of another segment": func(p []part) { p[0].speech = p[long].speech },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			parts := slices.Clone(good)
			parts[long].speech.Samples = slices.Clone(parts[long].speech.Samples)
			spoil(parts)
			if _, err := build(Options{SampleRate: 16000, Tags: Tags{Language: "en"}}, parts...); !errors.Is(err, ErrCheck) && !errors.Is(err, ErrRate) {
				t.Errorf("the gate says %v", err)
			}
		})
	}
}

// loudestPart is where between two parts of a speech its loudest sample is.
func loudestPart(s speech.Speech, from, to float64) float64 {
	n := float64(len(s.Samples))
	within := s.Samples[int(from*n):int(to*n)]
	return from + float64(slices.Index(within, slices.Max(within)))/n
}

// What goes wrong while a clip is encoded, or would if LAME or its binding did.
func TestGateListens(t *testing.T) {
	samples := trimmed(say(t, "slt", strings.Join(paragraphs[0], "")))
	format := mp3.Format{SampleRate: 16000, BitRate: 64}
	clip, err := format.Encode(samples)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkDecoded(clip, samples); err != nil {
		t.Fatalf("a good clip: %v", err)
	}
	size := format.BitRate * 1000 / 8 * format.FrameSamples() / format.SampleRate
	frame := func(b []byte, i int) []byte { return b[i*size : (i+1)*size] }
	tests := map[string]func(c *mp3.Clip){
		"a frame dropped":        func(c *mp3.Clip) { c.Frames = slices.Delete(c.Frames, 50*size, 51*size) },
		"half a second silenced": func(c *mp3.Clip) { silenceFrames(c.Frames, size, 50, 64) },
		"two seconds swapped":    func(c *mp3.Clip) { swapFrames(c.Frames, size, 50, 110, 28) },
		"all moved by a frame": func(c *mp3.Clip) {
			c.Frames = append(slices.Clone(frame(c.Frames, 0)), c.Frames[:len(c.Frames)-size]...)
		},
		"cut and filled":          func(c *mp3.Clip) { silenceFrames(c.Frames, size, 100, len(c.Frames)/size) },
		"samples counted wrongly": func(c *mp3.Clip) { c.Samples -= 576 },
		"another speech": func(c *mp3.Clip) {
			other, _ := format.Encode(chirp(16000, len(samples)).Samples)
			c.Frames = other.Frames
		},
		"half as loud": func(c *mp3.Clip) {
			soft := slices.Clone(samples)
			for i := range soft {
				soft[i] /= 4
			}
			other, _ := format.Encode(soft)
			c.Frames = other.Frames
		},
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			c := clip
			c.Frames = slices.Clone(c.Frames)
			spoil(&c)
			if err := checkDecoded(c, samples); !errors.Is(err, ErrCheck) {
				t.Errorf("the gate says %v", err)
			}
		})
	}
}

// A soft hiss at the end of the band, as of some diphone voices in a pause, is no reason to refuse
// a track, though MP3 keeps little of it.
func TestGateAllowsALostHiss(t *testing.T) {
	samples := trimmed(say(t, "slt", paragraphs[0][0]))
	noise := rand.New(rand.NewPCG(1, 1))
	last := 0.0
	for i := range 8000 {
		last += 0.2 * (noise.NormFloat64() - last)
		samples = append(samples, int16(1200*last*float64(1-2*(i%2))))
	}
	samples = append(samples, make([]int16, 8000)...)
	clip, err := mp3.Format{SampleRate: 16000, BitRate: 64}.Encode(samples)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkDecoded(clip, samples); err != nil {
		t.Error(err)
	}
}

func trimmed(s speech.Speech) []int16 {
	samples, _ := trim(s, envelopeOf(s.SampleRate, s.Samples).sound())
	return samples
}

func silenceFrames(frames []byte, size, from, to int) {
	for i := from; i < to; i++ {
		copy(frames[i*size:(i+1)*size], frames[:size])
	}
}

func swapFrames(frames []byte, size, a, b, count int) {
	first := slices.Clone(frames[a*size : (a+count)*size])
	copy(frames[a*size:], frames[b*size:(b+count)*size])
	copy(frames[b*size:], first)
}

// What goes wrong between encoding and the file.
func TestGateRefusesWrongPieces(t *testing.T) {
	parts := reading(t, "kal16")
	tests := map[string]func(b *Builder){
		"dropped": func(b *Builder) { b.pieces[3] = piece{} },
		"doubled": func(b *Builder) { b.pieces[3] = b.pieces[4] },
		"swapped": func(b *Builder) { b.pieces[3], b.pieces[4] = b.pieces[4], b.pieces[3] },
		"clips swapped": func(b *Builder) {
			third, fourth := &b.pieces[3], &b.pieces[4]
			third.clip, third.frames, fourth.clip, fourth.frames = fourth.clip, fourth.frames, third.clip, third.frames
		},
		"clip doubled":               func(b *Builder) { b.pieces[3].clip, b.pieces[3].frames = b.pieces[4].clip, b.pieces[4].frames },
		"cut":                        spoiledFrames(func(f []byte) []byte { return f[:len(f)/2] }),
		"silenced":                   spoiledFrames(func(f []byte) []byte { silenceFrames(f, 288, 20, 40); return f }),
		"a byte changed on the disk": spoiledFrames(func(f []byte) []byte { f[1000] ^= 1; return f }),
		"not encoded":                func(b *Builder) { b.pieces[3].clip, b.pieces[3].frames = mp3.Clip{}, nil },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			b := filled(t, parts)
			spoil(b)
			if _, err := b.Finish(); !errors.Is(err, ErrCheck) {
				t.Errorf("the gate says %v", err)
			}
		})
	}
}

// spoiledFrames has the frames of a piece be others.
func spoiledFrames(spoil func([]byte) []byte) func(b *Builder) {
	return func(b *Builder) {
		clip, err := b.pieces[3].whole()
		if err != nil {
			panic(err)
		}
		b.pieces[3].frames = bytes.NewReader(spoil(clip.Frames))
	}
}

func filled(t testing.TB, parts []part) *Builder {
	t.Helper()
	b, err := NewBuilder(segments(parts), Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range parts {
		if err := b.Add(i, p.speech); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// What is wrong with a finished file.
func TestGateRefusesWrongFiles(t *testing.T) {
	b := filled(t, reading(t, "kal16"))
	good, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	const size = 288
	at := func(segment int) int { // byte at which a segment's frames begin
		behind := (good.Samples+576-1)/576 + 2 - good.Segments[segment].Start/576
		return len(good.MP3) - int(behind)*size
	}
	tests := map[string]func(t *Track){
		"a frame less":         func(t *Track) { t.MP3 = t.MP3[:len(t.MP3)-size] },
		"a frame more":         func(t *Track) { t.MP3 = append(t.MP3, t.MP3[len(t.MP3)-size:]...) },
		"cut":                  func(t *Track) { t.MP3 = t.MP3[:len(t.MP3)/2+7] },
		"a byte changed":       func(t *Track) { t.MP3[at(4)+20*size+100] ^= 1 },
		"a segment dropped":    func(t *Track) { t.MP3 = slices.Delete(t.MP3, at(3), at(4)) },
		"a segment doubled":    func(t *Track) { t.MP3 = slices.Insert(t.MP3, at(3), t.MP3[at(3):at(4)]...) },
		"a segment silenced":   func(t *Track) { silenceFrames(t.MP3[at(3)-size:], size, 1, (at(4)-at(3))/size) },
		"something in a pause": func(t *Track) { copy(t.MP3[at(4)-3*size:at(4)-2*size], t.MP3[at(4)+20*size:]) },
		"a length that lies":   func(t *Track) { t.Samples++ },
		"segments swapped": func(t *Track) {
			t.MP3 = slices.Concat(t.MP3[:at(3)], t.MP3[at(4):at(5)], t.MP3[at(3):at(4)], t.MP3[at(5):])
		},
		"times of another": func(t *Track) { t.Segments[3], t.Segments[4] = t.Segments[4], t.Segments[3] },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			bad := good
			bad.MP3, bad.Segments = slices.Clone(good.MP3), slices.Clone(good.Segments)
			spoil(&bad)
			if err := b.checkFile(bad); !errors.Is(err, ErrCheck) {
				t.Errorf("the gate says %v", err)
			}
		})
	}
	if err := b.checkFile(good); err != nil {
		t.Errorf("the good file: %v", err)
	}
}

// A hundred good tracks pass: voices of two programs at all their speeds, at bit rates low and
// high.
func TestNoFalseAlarm(t *testing.T) {
	for _, voice := range []string{"kal16", "kal", "en-us"} {
		parts := reading(t, voice)[:6]
		for shift := range 34 {
			t.Run(fmt.Sprintf("%s %d", voice, shift), func(t *testing.T) {
				t.Parallel()
				shifted := slices.Clone(parts)
				for i := range shifted { // samples lie otherwise in frames, levels are other ones
					s := shifted[i].speech
					s.Samples = slices.Insert(slices.Clone(s.Samples), 0, make([]int16, 17*shift)...)
					for j := range s.Samples {
						s.Samples[j] = int16(int(s.Samples[j]) * (100 - 2*shift) / 100)
					}
					shifted[i].speech = s
				}
				bitRate := []int{64, 40, 48}[shift%3]
				if _, err := build(Options{SampleRate: shifted[0].speech.SampleRate, BitRate: bitRate, Tags: Tags{Language: "en"}}, shifted...); err != nil {
					if !errors.Is(err, ErrRate) {
						t.Error(err)
					}
				}
			})
		}
	}
}

package track

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// shelf keeps pieces in memory.
type shelf struct {
	mu     sync.Mutex
	pieces map[string][]byte
}

func (s *shelf) keep(name string, packed []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pieces == nil {
		s.pieces = map[string][]byte{}
	}
	s.pieces[name] = packed
}

// named are options with a name for each part's speech.
func named(opts Options, parts []part) Options {
	opts.Speeches = nil
	for i := range parts {
		opts.Speeches = append(opts.Speeches, fmt.Sprint("speech", i))
	}
	return opts
}

// kept makes a track and keeps its pieces.
func kept(t *testing.T, opts Options, parts []part) (*shelf, Track) {
	t.Helper()
	var s shelf
	opts = named(opts, parts)
	opts.Keep = s.keep
	track, err := build(opts, parts...)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.pieces) != len(parts) {
		t.Fatalf("%d pieces of %d segments are kept", len(s.pieces), len(parts))
	}
	return &s, track
}

// A track that is joined of kept pieces is the one that they were made for, to the byte, and passes
// the gate.
func TestRestoredTrackIsTheSame(t *testing.T) {
	parts := reading(t, "slt")
	opts := Options{SampleRate: 16000, Correction: 0.3, Tags: Tags{Language: "en"}}
	s, want := kept(t, opts, parts)
	opts.Gain = &want.Levels[0].Gain
	b, err := NewBuilder(segments(parts), named(opts, parts))
	if err != nil {
		t.Fatal(err)
	}
	for i := range parts {
		if err := b.Restore(i, s.pieces[b.Name(i)]); err != nil {
			t.Fatal(err)
		}
	}
	got, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.MP3, want.MP3) || !bytes.Equal(got.WebVTT(), want.WebVTT()) || got.Loudness != want.Loudness {
		t.Error("it is another track")
	}
}

// Whatever befalls a kept piece, it is not joined, and the speech can be given in its place.
func TestDamagedPieceIsRefused(t *testing.T) {
	parts := reading(t, "slt")[1:4]
	opts := Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}}
	s, _ := kept(t, opts, parts)
	b, err := NewBuilder(segments(parts), named(opts, parts))
	if err != nil {
		t.Fatal(err)
	}
	good := s.pieces[b.Name(1)]
	rapid.Check(t, func(t *rapid.T) {
		packed := slices.Clone(good)
		at := rapid.IntRange(0, len(packed)-1).Draw(t, "at")
		switch rapid.SampledFrom([]string{"cut", "flip", "drop", "double"}).Draw(t, "damage") {
		case "cut":
			packed = packed[:at]
		case "flip":
			packed[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		case "drop":
			packed = slices.Delete(packed, at, at+1)
		case "double":
			packed = slices.Insert(packed, at, packed[at:]...)
		}
		if bytes.Equal(packed, good) {
			t.Skip()
		}
		if err := b.Restore(1, packed); !errors.Is(err, ErrDamaged) {
			t.Errorf("error is %v", err)
		}
	})
	if err := b.Restore(1, s.pieces[b.Name(0)]); !errors.Is(err, ErrDamaged) {
		t.Errorf("another segment's piece: %v", err)
	}
	if err := b.Restore(1, nil); !errors.Is(err, ErrDamaged) {
		t.Errorf("an empty object: %v", err)
	}
	for i, p := range parts {
		if err := b.Add(i, p.speech); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Finish(); err != nil {
		t.Error(err)
	}
}

// A piece that was changed together with its sum meets the checks behind the sum.
func TestForgedPieceIsRefused(t *testing.T) {
	parts := reading(t, "slt")[3:4]
	opts := named(Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}}, parts)
	s, _ := kept(t, opts, parts)
	b, err := NewBuilder(segments(parts), opts)
	if err != nil {
		t.Fatal(err)
	}
	good, err := unpack(b.format, b.Name(0), s.pieces[b.Name(0)])
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]func(p *piece){
		"a frame less":             func(p *piece) { p.clip.Frames = p.clip.Frames[288:] },
		"other frames":             func(p *piece) { swapFrames(p.clip.Frames, 288, 20, 50, 5) },
		"no frames":                func(p *piece) { p.clip.Frames = []byte("x") },
		"more samples":             func(p *piece) { p.clip.Samples += 2000 },
		"no samples":               func(p *piece) { p.clip.Samples = -1 },
		"a sentence less":          func(p *piece) { p.sentences = p.sentences[1:] },
		"a sentence behind itself": func(p *piece) { p.sentences[0].to = -1 },
		"a sentence past the end":  func(p *piece) { p.sentences[0].to = p.clip.Samples + 1 },
	}
	for name, forge := range tests {
		t.Run(name, func(t *testing.T) {
			p := good
			p.clip.Frames, p.sentences = slices.Clone(p.clip.Frames), slices.Clone(p.sentences)
			forge(&p)
			packed, err := p.pack(b.Name(0))
			if err != nil {
				t.Fatal(err)
			}
			if err := b.Restore(0, packed); !errors.Is(err, ErrDamaged) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

// All that changes a piece changes its name, and nothing else does.
func TestPieceName(t *testing.T) {
	parts := []part{{text: "One sentence. And another.", speech: chirp(16000, 8000)}}
	name := func(opts Options, change func(p *part)) string {
		changed := slices.Clone(parts)
		change(&changed[0])
		b, err := NewBuilder(segments(changed), named(opts, parts))
		if err != nil {
			t.Fatal(err)
		}
		return b.Name(0)
	}
	same := func(*part) {}
	louder := 1.0
	usual := Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}}
	want := name(usual, same)
	for what, change := range map[string]func(o *Options){
		"gain":        func(o *Options) { o.Gain = &louder },
		"correction":  func(o *Options) { o.Correction = 0.1 },
		"loudness":    func(o *Options) { o.Loudness = -19 },
		"bit rate":    func(o *Options) { o.BitRate = 96 },
		"sample rate": func(o *Options) { o.SampleRate = 24000 },
	} {
		opts := usual
		change(&opts)
		if name(opts, same) == want {
			t.Errorf("another %s has the same name", what)
		}
	}
	if name(usual, func(p *part) { p.text = "One sentence, and another." }) == want {
		t.Error("other sentences have the same name")
	}
	tagged := usual
	tagged.Tags.Title = "A title"
	if name(tagged, func(p *part) { p.pause = 1e9 }) != want {
		t.Error("a pause or a title changes the name")
	}
	unknown := usual
	unknown.Gain = nil
	if name(unknown, same) != "" {
		t.Error("a piece has a name before its gain is known")
	}
}

package track

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/mp3"
)

// piece is one encoded segment.
type piece struct {
	taken     bool              // its speech was added
	index     int               // of the segment
	said      [sha256.Size]byte // hash of the speech
	abrupt    bool              // the speech ends abruptly
	clip      mp3.Clip          // set once it is encoded; has Frames until they are spooled
	frames    mp3.Frames        // set once they are spooled
	sum       [sha256.Size]byte // hash of the frames, taken when they were checked
	blocks    loudness.Blocks
	sentences []span // in the clip
	words     []span // in the clip; nil: not located
}

// seconds returns the length of the sound.
func (p piece) seconds() float64 { return float64(p.clip.Samples) / float64(p.clip.Format.SampleRate) }

// whole returns the piece's clip with its frames.
func (p piece) whole() (mp3.Clip, error) {
	clip := p.clip
	clip.Frames = make([]byte, p.frames.Size())
	if _, err := p.frames.ReadAt(clip.Frames, 0); err != nil && !errors.Is(err, io.EOF) {
		return mp3.Clip{}, fmt.Errorf("%w: %w", ErrSpool, err)
	}
	return clip, nil
}

// encoding is the version of the code that trims, levels, encodes and splits speech. Raise it with
// every change there that is audible or visible: pieces of another version are not reused.
const encoding = 3

// sound is everything that a piece depends on besides its speech.
type sound struct {
	Encoding   int
	Encoder    string
	Format     mp3.Format
	Loudness   float64
	Gain       float64 // the voice's
	Correction float64
	Ceiling    float64
	Sentences  []float64 // weights, on which the sentences' positions depend
	Words      []int     `json:",omitempty"` // bytes of the spoken form, on which the words' positions depend
	Aligned    bool      `json:",omitempty"` // with a reference
}

// hash returns a short hash, for a name.
func (s sound) hash() string {
	canonical, err := json.Marshal(s)
	if err != nil {
		panic("track: a sound is plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return fmt.Sprintf("%x", sum[:16])
}

// ErrDamaged reports that a stored piece is not what its name says. Pieces are derived: encode the
// segment again.
var ErrDamaged = errors.New("the encoded segment is damaged")

// facts is the header of a packed piece, before its frames. The very first line is the SHA-256 of
// what follows it.
type facts struct {
	Name      string            `json:"name"` // detects a piece that is stored under another name
	Said      [sha256.Size]byte `json:"said"`
	Sum       [sha256.Size]byte `json:"sum"`
	Samples   int               `json:"samples"`
	Abrupt    bool              `json:"abrupt,omitempty"`
	Blocks    loudness.Blocks   `json:"blocks"`
	Sentences [][2]int          `json:"sentences"`
	Words     [][2]int          `json:"words,omitempty"`
}

// pack returns the piece as bytes: checksum, facts and frames.
func (p piece) pack(name string) ([]byte, error) {
	f := facts{Name: name, Said: p.said, Sum: p.sum, Samples: p.clip.Samples, Abrupt: p.abrupt, Blocks: p.blocks}
	f.Sentences, f.Words = pairs(p.sentences), pairs(p.words)
	line, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("pack an encoded segment: %w", err)
	}
	body := append(append(line, '\n'), p.clip.Frames...)
	return append(fmt.Appendf(nil, "%x\n", sha256.Sum256(body)), body...), nil
}

// unpack reverses pack. The error is ErrDamaged if the bytes are not a piece of that name.
func unpack(format mp3.Format, name string, packed []byte) (piece, error) {
	sum, body, _ := bytes.Cut(packed, []byte("\n"))
	if string(sum) != fmt.Sprintf("%x", sha256.Sum256(body)) {
		return piece{}, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	line, frames, _ := bytes.Cut(body, []byte("\n"))
	var f facts
	if err := json.Unmarshal(line, &f); err != nil {
		return piece{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if f.Name != name {
		return piece{}, fmt.Errorf("%w: it is named %s", ErrDamaged, f.Name)
	}
	p := piece{
		taken: true, said: f.Said, sum: f.Sum, abrupt: f.Abrupt, blocks: f.Blocks,
		clip: mp3.Clip{Format: format, Frames: frames, Samples: f.Samples},
	}
	p.sentences, p.words = spans(f.Sentences), spans(f.Words)
	return p, p.check()
}

// check refuses a piece that this package cannot have made, even if its checksum is right.
func (p piece) check() error {
	if err := p.clip.Check(); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if sha256.Sum256(p.clip.Frames) != p.sum {
		return fmt.Errorf("%w: the frames differ from those that were checked", ErrDamaged)
	}
	for _, all := range [][]span{p.sentences, p.words} {
		at := 0
		for _, s := range all {
			if s.from < at || s.to < s.from || s.to > p.clip.Samples {
				return fmt.Errorf("%w: a sentence or word from sample %d to %d of %d", ErrDamaged, s.from, s.to, p.clip.Samples)
			}
			at = s.from
		}
	}
	return nil
}

func pairs(spans []span) (pairs [][2]int) {
	for _, s := range spans {
		pairs = append(pairs, [2]int{s.from, s.to})
	}
	return pairs
}

func spans(pairs [][2]int) (spans []span) {
	for _, p := range pairs {
		spans = append(spans, span{p[0], p[1]})
	}
	return spans
}

package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Frames are whole frames, in memory or elsewhere: those of a clip, say.
type Frames interface {
	io.ReaderAt
	Size() int64
}

// File joins clips of one format, in order. It reads their frames once, at the end. It is not safe for concurrent use.
type File struct {
	format Format
	blank  []byte // a frame of silence
	parts  []Frames
	frames int
	end    int64 // sample after the last clip's sound
	pause  int64 // asked for after it
}

// ErrEmpty says that a file would have no samples.
var ErrEmpty = errors.New("no audio")

// NewFile starts a file. The error is ErrRate if MP3 cannot have the format.
func NewFile(f Format) (*File, error) {
	blank, err := f.blankFrame()
	return &File{format: f, blank: blank}, err
}

// blankFrame is a frame of silence.
func (f Format) blankFrame() ([]byte, error) {
	if blank, known := blanks.Load(f); known {
		return blank.([]byte), nil
	}
	clip, err := f.Encode(nil)
	if err != nil {
		return nil, err
	}
	blank, err := f.cut(clip.Frames, 0, 1)
	if err == nil {
		blanks.Store(f, blank)
	}
	return blank, err
}

var blanks sync.Map // of a Format, as []byte

// MinPause is the shortest silence between two clips' sounds, in samples; that of the clips that meet decides where
// between it and a frame more.
const MinPause = Lead + minTail

// Add appends the clip that so many samples were encoded to, and asks for silence after it: as many samples exactly at the
// end of the file; before another clip the number nearest to it with which that clip's sound begins on a frame, and at
// least MinPause. It returns the sample of the file at which the clip's sound begins.
func (w *File) Add(frames Frames, samples int, pause int64) (start int64, err error) {
	switch {
	case samples == 0:
		return 0, fmt.Errorf("%w: a clip without samples", ErrEmpty)
	case pause < 0:
		return 0, fmt.Errorf("a pause cannot be negative: %d samples", pause)
	}
	if w.frames > 0 {
		frame := int64(w.format.FrameSamples())
		missing := w.end + w.pause - int64(w.frames)*frame
		w.addBlank(int(max(0, missing+frame/2) / frame))
	}
	start = int64(w.frames) * int64(w.format.FrameSamples())
	w.parts = append(w.parts, frames)
	w.frames += w.format.frames(samples)
	w.end, w.pause = start+int64(samples), pause
	return start, nil
}

func (w *File) addBlank(frames int) {
	if frames > 0 {
		w.parts = append(w.parts, bytes.NewReader(bytes.Repeat(w.blank, frames)))
		w.frames += frames
	}
}

// Samples is how many samples a decoder that honours the Info frame gives back.
func (w *File) Samples() int64 { return w.end + w.pause }

// Finish returns the bytes: tag, Info frame, and all that was added. The error is ErrEmpty if that was nothing, or that of
// reading it.
func (w *File) Finish(tag []byte) ([]byte, error) {
	if w.frames == 0 {
		return nil, ErrEmpty
	}
	frame := int64(w.format.FrameSamples())
	missing := Lead + w.Samples() - int64(w.frames)*frame
	w.addBlank(int((max(0, missing) + frame - 1) / frame))
	info, err := w.info()
	if err != nil {
		return nil, err
	}
	file := make([]byte, 0, len(tag)+len(info)+w.size())
	file = append(append(file, tag...), info...)
	for _, part := range w.parts {
		at := len(file)
		file = file[:at+int(part.Size())]
		if err := read(part, file[at:]); err != nil {
			return nil, err
		}
	}
	return file, nil
}

// info is the file's Info frame.
func (w *File) info() ([]byte, error) {
	var header [headerBytes]byte
	if err := read(w.parts[0], header[:]); err != nil {
		return nil, err
	}
	return infoFrame(header[:], w.format, counts{
		frames: w.frames, bytes: w.size(), delay: Lead - decoderDelay,
		padding: int(int64(w.frames)*int64(w.format.FrameSamples())-Lead-w.Samples()) + decoderDelay,
	}), nil
}

// size is that of all frames, in bytes.
func (w *File) size() int {
	size := int64(0)
	for _, part := range w.parts {
		size += part.Size()
	}
	return int(size)
}

// read fills to with the first of frames.
func read(frames Frames, to []byte) error {
	if n, err := frames.ReadAt(to, 0); n < len(to) {
		return fmt.Errorf("read the frames of a clip: %w", err)
	}
	return nil
}

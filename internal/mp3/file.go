package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Frames are whole frames, such as those of a clip, in memory or in a file.
type Frames interface {
	io.ReaderAt
	Size() int64
}

// File joins clips of one format, in order. It reads their frames only in Finish. It is not safe
// for concurrent use.
type File struct {
	format Format
	blank  []byte // a frame of silence
	parts  []Frames
	frames int
	end    int64 // first sample after the last clip's sound
	pause  int64 // requested after it
}

// ErrEmpty reports a file without samples.
var ErrEmpty = errors.New("no audio")

// NewFile starts a file. The error is ErrRate if MP3 does not have the format.
func NewFile(f Format) (*File, error) {
	blank, err := f.blankFrame()
	return &File{format: f, blank: blank}, err
}

// blankFrame returns a frame of silence.
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

// MinPause is the shortest silence between two clips' sounds, in samples. Depending on the clips'
// lengths it may be up to a frame longer.
const MinPause = Lead + minTail

// Add appends a clip, given its frames and its number of samples, and a pause in samples. The pause
// is exact at the end of the file. Before another clip it is rounded so that the next sound starts
// at a frame, and is at least MinPause. Add returns the sample of the file at which the clip's
// sound starts.
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

// Samples returns the number of samples that a decoder returns if it honours the Info frame.
func (w *File) Samples() int64 { return w.end + w.pause }

// Finish returns the file: tag, Info frame and clips. The error is ErrEmpty without clips, or comes
// from reading their frames.
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

// info returns the file's Info frame.
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

// size returns the size of all frames, in bytes.
func (w *File) size() int {
	size := int64(0)
	for _, part := range w.parts {
		size += part.Size()
	}
	return int(size)
}

// read fills to from the start of frames.
func read(frames Frames, to []byte) error {
	if n, err := frames.ReadAt(to, 0); n < len(to) {
		return fmt.Errorf("read a clip's frames: %w", err)
	}
	return nil
}

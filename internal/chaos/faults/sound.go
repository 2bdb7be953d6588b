package main

import (
	"encoding/binary"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/aloud-audio/aloud/internal/library"
)

// judgeSound decodes the track of an article that is public in the end: each segment must have the
// pitch of its text.
func (r *run) judgeSound(s *story) (verdict, string) {
	n, err := r.archive.narration(s)
	if n == nil && err == nil {
		return "", ""
	}
	if err != nil {
		return wrong, err.Error()
	}
	samples, err := decode(filepath.Join(r.archive.folderOf(s), n.Audio[0].URL))
	if err != nil {
		return wrong, err.Error()
	}
	r.count("tracks heard")
	for _, segment := range n.Segments {
		if pitch, want := pitchOfSegment(samples, segment), pitchOf(segment.Text); pitch != want {
			return wrong, fmt.Sprintf("the track says another text in place of %q: %d, not %d", segment.Text, pitch, want)
		}
	}
	return "", ""
}

// pitchOfSegment returns the pitch in the middle of a segment; none if the track has nothing there.
func pitchOfSegment(samples []int16, segment library.NarrationSegment) int {
	quarter := (segment.End - segment.Start) / 4
	from, to := int((segment.Start+quarter)*sampleRate), int((segment.End-quarter)*sampleRate)
	if from >= to || to > len(samples) {
		return none
	}
	return heard(samples[from:to])
}

// decode decodes an MP3 file with mpg123, which shares no code with us.
func decode(file string) ([]int16, error) {
	pcm, err := exec.Command("mpg123", "-q", "-s", "-m", "-r", strconv.Itoa(sampleRate), file).Output()
	if err != nil {
		return nil, fmt.Errorf("mpg123 %s: %w", filepath.Base(file), err)
	}
	samples := make([]int16, len(pcm)/2)
	for i := range samples {
		samples[i] = int16(binary.NativeEndian.Uint16(pcm[2*i:]))
	}
	return samples, nil
}

package mp3

import "fmt"

// Plain is samples as an MP3 without tags and without Info frame, as providers answer with it: players add some 50 ms of
// silence, so it is no part of a File. It may have bit rates too low for an Info frame. The error is ErrRate if MP3 does
// not know the sample rate.
func Plain(f Format, samples []int16) ([]byte, error) {
	if _, known := layer3Version(f.SampleRate); !known {
		return nil, fmt.Errorf("%w: MP3 knows no %d Hz, only %s Hz", ErrRate, f.SampleRate, list(sampleRates()))
	}
	l, err := openLame(f)
	if err != nil {
		return nil, err
	}
	defer l.close()
	mp3, err := l.encode(nil, samples)
	if err != nil {
		return nil, err
	}
	return l.flush(mp3)
}

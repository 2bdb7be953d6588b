package mp3

import "fmt"

// Plain encodes samples to an MP3 without tags and Info frame, as providers return it. Players add
// about 50 ms of silence to it, so a File cannot use it. Its bit rate may be too low for an Info
// frame. The error is ErrRate if MP3 does not have the sample rate.
func Plain(f Format, samples []int16) ([]byte, error) {
	if _, known := layer3Version(f.SampleRate); !known {
		return nil, fmt.Errorf("%w: MP3 does not have %d Hz, only %s Hz", ErrRate, f.SampleRate, list(sampleRates()))
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

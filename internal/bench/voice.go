package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// The duration of a call, as measured with a remote provider, and the number of concurrent calls
// for an article.
const (
	latency   = 250 * time.Millisecond
	perSecond = 80 * time.Millisecond // of audio
	inFlight  = 8

	sampleRate = 24000 // Hz, Google's
)

// voice imitates a remote provider with flite's voice: after the duration of a call it returns the
// speech made in the rehearsal. The speech is kept in files, because a provider's speech is not in
// this process's memory either.
type voice struct {
	command.Flite
	folder string

	mu         sync.Mutex
	rehearsing bool
	atOnce     bool            // calls take no time and are not counted
	calls      []time.Duration // the duration of each call made, as designed
	audio      time.Duration
	last       time.Time // when the last call returned
}

// Voice returns flite's slt at another sample rate.
func (v *voice) Voice(name, language string) (speech.Voice, error) {
	found, err := v.Flite.Voice(name, language)
	found.SampleRate = sampleRate
	return found, err
}

// Synthesize returns after the duration of the call.
func (v *voice) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
	began := time.Now()
	if v.rehearsing {
		if err := v.say(ctx, req); err != nil {
			return speech.Speech{}, err
		}
	}
	said, err := v.read(req)
	if err != nil || v.rehearsing || v.atOnce {
		return said, err
	}
	call := latency + time.Duration(said.Duration().Seconds()*float64(perSecond))
	time.Sleep(time.Until(began.Add(call)))
	v.mu.Lock()
	defer v.mu.Unlock()
	v.calls, v.audio, v.last = append(v.calls, call), v.audio+said.Duration(), time.Now()
	return said, nil
}

// forget resets the record of calls.
func (v *voice) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.calls, v.audio = nil, 0
}

func (v *voice) file(req speech.Call) string {
	return filepath.Join(v.folder, fmt.Sprintf("%x.pcm", sha256.Sum256([]byte(req.Input))))
}

// say synthesizes a text with flite, once.
func (v *voice) say(ctx context.Context, req speech.Call) error {
	if _, err := os.Stat(v.file(req)); err == nil {
		return nil
	}
	slt, err := v.Flite.Voice("slt", "en")
	if err != nil {
		return err
	}
	said, err := v.Flite.Synthesize(ctx, slt.Call(ssml.Text{Spoken: req.Input}))
	if err != nil {
		return err
	}
	samples := pcm.Resample(said.Samples, said.SampleRate, sampleRate)
	return os.WriteFile(v.file(req), pcm.AppendBytes(nil, samples), 0o600)
}

func (v *voice) read(req speech.Call) (speech.Speech, error) {
	bytes, err := os.ReadFile(v.file(req))
	if err != nil {
		return speech.Speech{}, err
	}
	return speech.DecodePCM(bytes, sampleRate)
}

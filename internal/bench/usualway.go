package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/pcm"
)

// usualWay makes a track of the same speech and pauses as pipelines usually do: calls in the order
// of the text, then ffmpeg to measure, normalize and encode the whole. It does not repeat the calls
// but computes when they would have ended.
func (n *newsroom) usualWay(ctx context.Context, p article.Payload, same result) (result, error) {
	file, calls, err := n.concat(p)
	if err != nil {
		return result{}, err
	}
	defer os.Remove(file)
	began, before := time.Now(), cpuTime(syscall.RUSAGE_CHILDREN)
	const target = "loudnorm=I=-16:TP=-1:LRA=11"
	said, err := ffmpeg(ctx, file, "-af", target+":print_format=json", "-f", "null", "-")
	if err != nil {
		return result{}, err
	}
	_, err = ffmpeg(ctx, file, "-af", target+loudnormOptions(said), "-ar", fmt.Sprint(sampleRate), "-c:a", "libmp3lame", "-b:a", "64k", "-y", file+".mp3")
	spoken := finish(calls)
	return result{
		audio: same.audio, calls: len(calls), bound: same.bound, ideal: same.ideal, spoken: spoken,
		published: spoken + time.Since(began), cpu: cpuTime(syscall.RUSAGE_CHILDREN) - before,
		peak: math.NaN(), // measured in other processes
	}, err
}

// concat writes an article's speech and pauses to one file, and returns its name and the duration
// of each call.
func (n *newsroom) concat(p article.Payload) (string, []time.Duration, error) {
	plan, err := n.narrator.Plan(n.narrator.Sites["main"], p, library.Orders{})
	if err != nil {
		return "", nil, err
	}
	var all bytes.Buffer
	var calls []time.Duration
	for _, segment := range plan.Script.Segments {
		said, err := n.voice.read(plan.Voice.Call(segment.Said()))
		if err != nil {
			return "", nil, err
		}
		all.Write(pcm.AppendBytes(nil, said.Samples))
		all.Write(make([]byte, 2*int(segment.Pause.Seconds()*sampleRate)))
		calls = append(calls, latency+time.Duration(said.Duration().Seconds()*float64(perSecond)))
	}
	file := filepath.Join(n.folder, "usual.pcm")
	return file, calls, os.WriteFile(file, all.Bytes(), 0o600)
}

func ffmpeg(ctx context.Context, file string, args ...string) ([]byte, error) {
	input := []string{"-hide_banner", "-nostats", "-f", "s16le", "-ar", fmt.Sprint(sampleRate), "-ac", "1", "-i", file}
	out, err := exec.CommandContext(ctx, "ffmpeg", append(input, args...)...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("ffmpeg: %w: %s", err, out)
	}
	return out, nil
}

var loudnormSays = regexp.MustCompile(`"input_(i|tp|lra|thresh)" : "(-?[\d.]+)"`)

// loudnormOptions returns the ffmpeg options that pass the first pass's measurements to the second.
func loudnormOptions(said []byte) string {
	options := ":linear=true"
	for _, m := range loudnormSays.FindAllSubmatch(said, -1) {
		options += fmt.Sprintf(":measured_%s=%s", m[1], m[2])
	}
	return options
}

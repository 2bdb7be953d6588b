package config_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// wav returns a file of silence.
func wav(channels, sampleRate, samples int) []byte {
	size := 2 * channels * samples
	b := append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(36+size))...)
	b = append(b, "WAVEfmt \x10\x00\x00\x00\x01\x00"...)
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(sampleRate))
	b = binary.LittleEndian.AppendUint32(b, uint32(2*channels*sampleRate))
	b = binary.LittleEndian.AppendUint16(b, uint16(2*channels))
	b = append(b, "\x10\x00data"...)
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	return append(b, make([]byte, size)...)
}

// A jingle is read from beside the settings, and one that cannot be used is told of at start.
func TestJingle(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"good.wav": wav(1, 44100, 44100), "stereo.wav": append(wav(2, 44100, 100)[:44], bytes.Repeat([]byte("\x00\x00\x00\x10"), 100)...), "empty.wav": wav(1, 44100, 0),
		"long.wav": wav(1, 8000, 8000*31), "text.wav": []byte("no sound"),
		"aloud.yaml": []byte("sites: {main: {intro: {file: good.wav}, outro: {file: good.wav, pause: 2s}}}"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cfg, err := config.Load([]string{"ALOUD_SETTINGS=" + filepath.Join(dir, "aloud.yaml")}, nil, providers.All())
	if err != nil {
		t.Fatal(err)
	}
	site := cfg.Sites["main"]
	if site.Intro.Sound.Duration() != time.Second || site.Intro.Pause != 700*time.Millisecond || site.Outro.Pause != 2*time.Second {
		t.Errorf("intro of %s, pauses %s and %s", site.Intro.Sound.Duration(), site.Intro.Pause, site.Outro.Pause)
	}
	for name, want := range map[string]string{"stereo.wav": "ffmpeg -i", "empty.wav": "is empty", "long.wav": "longer than 30s", "text.wav": "not a WAV file"} {
		_, err := load(t, "sites: {main: {intro: {file: "+filepath.Join(dir, name)+"}}}")
		if err == nil || !strings.Contains(err.Error(), "sites.main.intro.file") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

package credential

import (
	"bytes"
	"crypto/x509"
	"encoding/binary"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

// authorityOf is a development root with its leaf.
type testAuthority struct {
	signer *Signer
	roots  []*x509.Certificate
}

func newAuthority(t testing.TB, opts Options) testAuthority {
	t.Helper()
	dev, err := NewDevelopment("The Daily Ferry", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	chain, err := ParseChain(dev.Certificate)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ParseKey(dev.Key)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := New(chain, key, opts)
	if err != nil {
		t.Fatal(err)
	}
	roots, err := ParseChain(dev.Root)
	if err != nil {
		t.Fatal(err)
	}
	return testAuthority{signer, roots}
}

var bridge = Statement{
	Title: "Harbour bridge closes", Authors: []string{"Ada Quill", "Ben Reed"}, Publisher: "example.com", URL: "https://example.com/bridge",
	Language: "en", Published: time.Date(2026, 11, 25, 10, 30, 0, 0, time.UTC), Voice: "flite:slt", SourceType: audio.Algorithm,
	Placed: []string{"Intro", "Outro"}, Generator: Generator{"aloud", "1.2.3"},
}

// unsigned returns an ID3v2.4 tag that ends with a frame, and audio.
func unsigned(last func(at int) []byte, audio int) []byte {
	frames := []byte("TIT2\x00\x00\x00\x09\x00\x00\x03A bridge")
	frames = append(frames, last(id3Header+len(frames))...)
	frames = append(frames, make([]byte, 10)...)
	file := binary.BigEndian.AppendUint32([]byte("ID3\x04\x00\x00"), spread(len(frames)))
	file = append(file, frames...)
	return append(file, bytes.Repeat([]byte{0xFF, 0xFB, 0x90, 0x64}, audio/4)...)
}

// signedFile returns a file with a credential.
func signedFile(t testing.TB, s *Signer, st Statement) []byte {
	t.Helper()
	seal := s.Seal(st, time.Now())
	file := unsigned(func(at int) []byte {
		frame, err := seal.Frame(at)
		if err != nil {
			t.Fatal(err)
		}
		return frame
	}, 4000)
	if err := seal.Fill(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	return file
}

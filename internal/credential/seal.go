package credential

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// Seal signs one file: Frame reserves room in its tag, and Fill signs the finished file. The file
// is not copied. A Seal is not safe for concurrent use.
type Seal struct {
	signer   *Signer
	manifest manifest
	room     exclusion
}

// Seal starts signing a file with a statement, which gives now as the time of creation.
func (s *Signer) Seal(st Statement, now time.Time) *Seal {
	return &Seal{signer: s, manifest: newManifest(st, now)}
}

// geobHead is what precedes the store in its frame: text encoding, media type, file name and
// description (https://id3.org/id3v2.4.0-frames, 4.15; C2PA 2.2, A.3.4).
const (
	mediaType = "application/c2pa"
	geobHead  = "\x00" + mediaType + "\x00c2pa\x00c2pa manifest store\x00"
	id3Header = 10 // bytes, of a tag and of a frame
)

// Frame returns the last frame of an ID3v2.4 tag, for the given position in the file. The frame is
// blank: Fill writes into it. If Frame is called twice, the second call counts.
func (s *Seal) Frame(at int) ([]byte, error) {
	room, err := s.manifest.room(at+id3Header+len(geobHead), s.signer.blank)
	if err != nil {
		return nil, err
	}
	s.room = room
	size := len(geobHead) + room.Length
	frame := make([]byte, 0, id3Header+size)
	frame = append(frame, "GEOB"...)
	frame = binary.BigEndian.AppendUint32(frame, spread(size))
	frame = append(frame, 0, 0)
	frame = append(frame, geobHead...)
	return frame[:cap(frame)], nil
}

// spread encodes a size with seven bits in each byte, as in ID3v2.4.
func spread(n int) uint32 {
	return uint32(n&0x7f | n<<1&0x7f00 | n<<2&0x7f0000 | n<<3&0x7f000000)
}

// Fill signs a file that contains the frame, and verifies the result. Nothing in the file may
// change afterwards. The error is ErrExpired if the certificate has expired; other errors, such as
// those of a KMS or of the time stamp authority, can be retried. After an error the file is not
// signed.
func (s *Seal) Fill(ctx context.Context, file []byte) error {
	now := s.manifest.when
	if err := s.signer.Expired(now); err != nil {
		return err
	}
	end := s.room.Start + s.room.Length
	if s.room.Length == 0 || end > len(file) {
		return errors.New("sign a file: it has no room for its credential")
	}
	hash := sha256.New()
	hash.Write(file[:s.room.Start])
	hash.Write(file[end:])
	sum := hash.Sum(nil)
	store, err := s.manifest.store(s.room, sum, func(claim []byte) ([]byte, error) { return s.signer.sign(ctx, claim) })
	if err == nil && len(store) != s.room.Length {
		err = fmt.Errorf("the credential has %d bytes, and there is room for %d", len(store), s.room.Length)
	}
	if err != nil {
		return fmt.Errorf("sign a file: %w", err)
	}
	copy(file[s.room.Start:end], store)
	if report := verify(verifier{file: file, now: now, hash: sum}); report.State != Valid {
		clear(file[s.room.Start:end])
		return fmt.Errorf("sign a file: the result is %s: %v", report.State, report.Failures)
	}
	return nil
}

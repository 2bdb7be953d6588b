package track

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/aloud-audio/aloud/internal/mp3"
)

// ErrSpool reports that the temporary file for encoded segments failed, for example because the
// disk is full. A retry may succeed.
var ErrSpool = errors.New("cannot write or read the track's temporary file")

// spool holds the frames of segments until those before them have arrived. It is an unnamed
// temporary file, so that memory holds only the segments in progress and not the article. It is
// safe for concurrent use.
type spool struct {
	mu   sync.Mutex
	file *os.File // opened for the first frames
	end  int64
}

// put writes frames and returns a reader of them.
func (s *spool) put(frames []byte) (mp3.Frames, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpool, err)
	}
	if _, err := s.file.WriteAt(frames, s.end); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpool, err)
	}
	at, n := s.end, int64(len(frames))
	s.end += n
	return io.NewSectionReader(s.file, at, n), nil
}

// open creates the file in TMPDIR and unlinks it, so that it is gone when it is closed or the
// process ends.
func (s *spool) open() (err error) {
	if s.file != nil {
		return nil
	}
	if s.file, err = os.CreateTemp("", "aloud-track-"); err != nil {
		return err
	}
	return os.Remove(s.file.Name())
}

func (s *spool) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file != nil {
		_ = s.file.Close() // its content is not needed any more
	}
}

package track

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/aloud-audio/aloud/internal/mp3"
)

// ErrSpool says that encoded segments could not be kept in a temporary file. It is the machine's fault and worth another
// try.
var ErrSpool = errors.New("the temporary file of a track fails")

// spool is where the frames of segments wait for those before them: a file without a name, so that memory has to hold
// the segments in flight and not the article. It is safe for concurrent use.
type spool struct {
	mu   sync.Mutex
	file *os.File // opened for the first frames
	end  int64
}

// put writes frames and returns where they lie.
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

// open makes the file, in TMPDIR, and takes its name away: it is gone when it is closed, and when the process ends.
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
		_ = s.file.Close() // nothing of it is wanted any more
	}
}

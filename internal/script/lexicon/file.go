package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/aloud-audio/aloud/internal/atomicfile"
)

// Load reads a list from a PLS file. If the file does not exist, the error is fs.ErrNotExist.
func Load(path string) (List, error) {
	file, err := os.Open(path)
	if err != nil {
		return List{}, fmt.Errorf("lexicon: %w", err)
	}
	defer file.Close()
	list, err := Read(file)
	if err != nil {
		return List{}, fmt.Errorf("lexicon %s: %w", path, err)
	}
	return list, nil
}

// Save writes a list to a PLS file, and creates the folder if needed. It is atomic: readers, even
// after a crash, get either the old list or the new one.
func Save(path string, list List) error {
	var body bytes.Buffer
	if err := Write(&body, list); err != nil {
		return fmt.Errorf("lexicon %s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	if err := atomicfile.Write(path, body.Bytes(), 0o644); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	return nil
}

// Edit changes the list in a PLS file, or creates the file. It locks the file, so no concurrent
// change is lost. If change fails, the file stays as it is. Editing a file for another language is
// an error.
func Edit(path, language string, change func(*List) error) error {
	unlock, err := lock(path)
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	defer unlock()
	list, err := Load(path)
	if errors.Is(err, fs.ErrNotExist) {
		list, err = List{Language: language}, nil
	}
	if err != nil {
		return err
	}
	if list.Language != language {
		return fmt.Errorf("lexicon %s is for the language %q, not %q", path, list.Language, language)
	}
	if err := change(&list); err != nil {
		return err
	}
	return Save(path, list)
}

// lock waits until no other process or goroutine edits the file. The lock is a separate file,
// because edits replace the lexicon file. The lock is released when the process ends.
func lock(path string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() { file.Close() }, nil
}

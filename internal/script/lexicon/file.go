package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Load reads a list from a PLS file. A file that is not there is an error that is fs.ErrNotExist.
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

// Save writes a list to a PLS file, and makes the folder if need be. Whoever reads the file meanwhile, or after a crash,
// gets the old list or the new one.
func Save(path string, list List) error {
	var body bytes.Buffer
	if err := Write(&body, list); err != nil {
		return fmt.Errorf("lexicon %s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	if err := replace(path, body.Bytes()); err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	return nil
}

// replace writes beside the file, to the disk, and then takes its place.
func replace(path string, body []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(body)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}

package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Dir keeps objects as files below a folder; a key is a path. It is for one Linux machine and a
// local file system. Any number of processes may use the folder at once. Its own files are in the
// folder .aloud, which no key can name.
//
// An object is written to a temporary file, which is then renamed over the object. A lock per key
// covers comparing the condition and the rename; readers never wait. A key cannot be both an object
// and the folder of others (a and a/b): the second of the two is refused.
type Dir struct {
	root string
}

var _ Store = (*Dir)(nil)

// NewDir returns the store in the folder root, which it creates if it does not exist. It removes
// temporary files that a crash left there, and fails if the file system's timestamps are too coarse
// to distinguish two versions of an object.
func NewDir(root string) (*Dir, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("folder store: %w", err)
	}
	d := &Dir{root: root}
	for folder, mode := range map[string]os.FileMode{root: 0o755, d.tmp(): 0o700, d.locks(): 0o700} {
		if err := os.MkdirAll(folder, mode); err != nil {
			return nil, fmt.Errorf("folder store: %w: set ALOUD_STORE to a folder that this user may write to", err)
		}
	}
	if err := errors.Join(d.proveTimes(), d.removeStaleTemp()); err != nil {
		return nil, fmt.Errorf("folder store %s: %w", root, err)
	}
	return d, nil
}

// Root returns the absolute path of the store's folder.
func (d *Dir) Root() string { return d.root }

// Path returns the absolute path of the file that holds the object under key, whether it exists or
// not.
func (d *Dir) Path(key string) (string, error) {
	if err := CheckKey(key); err != nil {
		return "", err
	}
	return filepath.Join(d.root, filepath.FromSlash(key)), nil
}

func (d *Dir) tmp() string   { return filepath.Join(d.root, ".aloud", "tmp") }
func (d *Dir) locks() string { return filepath.Join(d.root, ".aloud", "locks") }

// Open implements Store. The Body is an *os.File.
func (d *Dir) Open(ctx context.Context, key string, offset int64) (*Object, error) {
	if err := CheckKey(key); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("open %s: %w", key, err)
	}
	file, info, err := d.openFile(key)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", key, err)
	}
	if _, err := file.Seek(offset, io.SeekStart); err != nil {
		file.Close()
		return nil, fmt.Errorf("open %s: %w", key, err)
	}
	return &Object{Entry: entryOf(key, info), Body: file}, nil
}

// Put implements Store. Content type and cache control are for the web server to set: files have
// none.
func (d *Dir) Put(ctx context.Context, key string, body []byte, opts PutOptions) (string, error) {
	path, err := d.Path(key)
	if err != nil {
		return "", err
	}
	etag, err := d.put(ctx, key, path, body, opts.If)
	if err != nil {
		return "", fmt.Errorf("put %s: %w", key, err)
	}
	return etag, nil
}

// put writes the body before it takes the lock, so that a large object blocks no other writer.
func (d *Dir) put(ctx context.Context, key, path string, body []byte, cond Condition) (etag string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	mode := modesOf(key)
	tmp, err := d.writeTemp(body, mode.file)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp)
		}
	}()
	unlock, err := d.lock(ctx, key)
	if err != nil {
		return "", err
	}
	defer unlock()
	return d.commit(tmp, path, mode.folder, cond)
}

// Delete implements Store. It also removes folders that it leaves empty, except those directly
// below the root.
func (d *Dir) Delete(ctx context.Context, key string) error {
	path, err := d.Path(key)
	if err != nil {
		return err
	}
	unlock, err := d.lock(ctx, key)
	if err != nil {
		return fmt.Errorf("delete %s: %w", key, err)
	}
	defer unlock()
	if err := d.remove(path); err != nil {
		return fmt.Errorf("delete %s: %w", key, err)
	}
	return nil
}

// openFile is os.Open for objects; a folder is not an object. Links are followed only within the
// first folder of the key, so that none below public/ leads to private/ or out of the store.
func (d *Dir) openFile(key string) (*os.File, fs.FileInfo, error) {
	folder, name, below := strings.Cut(key, "/")
	if !below {
		folder, name = "", key
	}
	root, err := os.OpenRoot(filepath.Join(d.root, folder))
	if isAbsent(err) {
		return nil, nil, ErrNotFound
	}
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	file, err := root.Open(filepath.FromSlash(name))
	if isAbsent(err) || leadsOut(err) {
		return nil, nil, ErrNotFound
	}
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotFound
	}
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// leadsOut reports whether an error is os.Root's for a link that leads out, the only one that is
// not the system's.
func leadsOut(err error) bool {
	var system syscall.Errno
	return err != nil && !errors.As(err, &system)
}

// statFile is os.Stat for objects. It returns nil if there is none.
func statFile(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if isAbsent(err) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	return info, err
}

// isAbsent reports errors that mean "no such object", including those of paths that lead through
// another object's file.
func isAbsent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func entryOf(key string, info fs.FileInfo) Entry {
	return Entry{Key: key, Size: info.Size(), Modified: info.ModTime(), ETag: etagOf(info)}
}

// etagOf returns an ETag, quoted as in HTTP, from a file's time and size. Two versions may have the
// same size, so it relies on commit to give every version a later time.
func etagOf(info fs.FileInfo) string {
	if info == nil {
		return ""
	}
	return fmt.Sprintf(`"%x-%x"`, info.ModTime().UnixNano(), info.Size())
}

type modes struct{ file, folder fs.FileMode }

// modesOf lets every user of the machine, such as a web server's, read public objects, and only the
// owner the others.
func modesOf(key string) modes {
	if strings.HasPrefix(key, "public/") {
		return modes{file: 0o644, folder: 0o755}
	}
	return modes{file: 0o600, folder: 0o700}
}

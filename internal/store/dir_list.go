package store

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// List implements Store. It reads only the folder that the prefix names and those below it.
func (d *Dir) List(ctx context.Context, prefix string) iter.Seq2[Entry, error] {
	return d.ListAfter(ctx, prefix, "")
}

// ListAfter implements Store.
func (d *Dir) ListAfter(ctx context.Context, prefix, after string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if err := checkPrefix(prefix); err != nil {
			yield(Entry{}, err)
			return
		}
		folder := prefix[:strings.LastIndexByte(prefix, '/')+1]
		d.walk(ctx, folder, span{prefix, after}, yield)
	}
}

// span is the keys that begin with prefix and come after a key.
type span struct{ prefix, after string }

// has reports whether a key, or some key below a folder, may be in the span.
func (s span) has(child string) bool {
	below := strings.HasSuffix(child, "/") && strings.HasPrefix(s.after, child)
	return strings.HasPrefix(child, s.prefix) && (child > s.after || below)
}

// walk yields the entries of folder, which is "" or ends in a slash. It returns false if the caller
// has stopped.
func (d *Dir) walk(ctx context.Context, folder string, in span, yield func(Entry, error) bool) bool {
	children, err := d.children(folder)
	if err != nil {
		yield(Entry{}, fmt.Errorf("list %s: %w", in.prefix, err))
		return false
	}
	for _, child := range children {
		if !in.has(child) {
			continue
		}
		if err := ctx.Err(); err != nil {
			yield(Entry{}, fmt.Errorf("list %s: %w", in.prefix, err))
			return false
		}
		if !d.visit(ctx, child, in, yield) {
			return false
		}
	}
	return true
}

func (d *Dir) visit(ctx context.Context, child string, in span, yield func(Entry, error) bool) bool {
	if strings.HasSuffix(child, "/") {
		return d.walk(ctx, child, in, yield)
	}
	info, err := statFile(filepath.Join(d.root, child))
	if err != nil {
		yield(Entry{}, fmt.Errorf("list %s: %w", in.prefix, err))
		return false
	}
	return info == nil || yield(entryOf(child, info), nil) // nil: deleted since
}

// children returns the keys and the folders (with a trailing slash) in folder, in the order of all
// keys below them: a.json comes before the content of a/, since "." is less than "/". It leaves out
// names that no key has, such as .aloud and lost+found. A missing folder has no children.
func (d *Dir) children(folder string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(d.root, folder))
	if isAbsent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var children []string
	for _, entry := range entries {
		if isKeyPart(entry.Name()) {
			children = append(children, folder+entry.Name()+slashOf(entry))
		}
	}
	slices.Sort(children)
	return children, nil
}

func slashOf(entry fs.DirEntry) string {
	if entry.IsDir() {
		return "/"
	}
	return ""
}

// Folders implements Store. A Delete removes folders that it leaves empty, unless one of them was
// being filled.
func (d *Dir) Folders(ctx context.Context, prefix string) ([]string, error) {
	if err := checkPrefix(prefix); err != nil {
		return nil, err
	}
	children, err := d.children(prefix)
	if err != nil {
		return nil, fmt.Errorf("list the folders below %s: %w", prefix, err)
	}
	var folders []string
	for _, child := range children {
		name, isFolder := strings.CutSuffix(strings.TrimPrefix(child, prefix), "/")
		if isFolder && d.anyBelow(ctx, child) {
			folders = append(folders, name)
		}
	}
	return folders, ctx.Err()
}

func (d *Dir) anyBelow(ctx context.Context, folder string) bool {
	for _, err := range d.List(ctx, folder) {
		return err == nil
	}
	return false
}

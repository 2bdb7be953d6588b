package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/source"
)

// filesOf yields the articles of a file of JSON lines, or of a folder of HTML. Each round reads
// them anew, one at a time.
func filesOf(name string) iter.Seq2[article.Payload, error] {
	return func(yield func(article.Payload, error) bool) {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			yield(article.Payload{}, err)
		case info.IsDir():
			readFolder(name, yield)
		default:
			readLines(name, yield)
		}
	}
}

func readLines(name string, yield func(article.Payload, error) bool) {
	file, err := os.Open(name)
	if err != nil {
		yield(article.Payload{}, err)
		return
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxInput)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		p, err := source.ParseFile(fmt.Sprint("line-", n), "json", lines.Bytes())
		if err != nil {
			err = fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		if !yield(p, err) || err != nil {
			return
		}
	}
	if err := lines.Err(); err != nil {
		yield(article.Payload{}, fmt.Errorf("%s: %w", name, err))
	}
}

// readFolder reads pages. Their ids are their paths below the folder, so that those of two
// folders differ; a page is as old as its file, unless it says otherwise.
func readFolder(folder string, yield func(article.Payload, error) bool) {
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && (entry.IsDir() || !strings.HasPrefix(filepath.Ext(path), ".htm")) {
			return nil
		}
		var p article.Payload
		if err == nil {
			p, err = readPage(folder, path, entry)
		}
		if !yield(p, err) || err != nil {
			return fs.SkipAll
		}
		return nil
	})
}

func readPage(folder, path string, entry fs.DirEntry) (article.Payload, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return article.Payload{}, err
	}
	below, err := filepath.Rel(folder, path)
	if err != nil {
		return article.Payload{}, err
	}
	name := strings.TrimSuffix(filepath.ToSlash(below), "/index.html")
	p, err := source.ParseFile(strings.ReplaceAll(name, "/", "-"), "html", data)
	if err != nil {
		return p, fmt.Errorf("%s: %w", path, err)
	}
	if info, err := entry.Info(); err == nil && p.UpdatedAt.IsZero() {
		p.UpdatedAt = info.ModTime().UTC()
	}
	return p, nil
}

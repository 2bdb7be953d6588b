// Command thirdparty writes THIRD_PARTY.md: what others wrote and a binary of aloud contains or
// needs, under which licence, and what that asks of those who pass the binary on. Run it by `make
// third-party`; with -check it only says whether the file is what it would write.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", "..", "folder of aloud")
	check := flag.Bool("check", false, "fail if THIRD_PARTY.md is not up to date, and write nothing")
	flag.Parse()
	if err := run(*root, *check); err != nil {
		fmt.Fprintln(os.Stderr, "thirdparty:", err)
		os.Exit(1)
	}
}

func run(root string, check bool) error {
	modules, err := linked(root)
	if err != nil {
		return err
	}
	page, file := write(modules), filepath.Join(root, "THIRD_PARTY.md")
	if !check {
		return os.WriteFile(file, page, 0o644)
	}
	present, err := os.ReadFile(file)
	if err == nil && !bytes.Equal(present, page) {
		err = errors.New("THIRD_PARTY.md is not up to date: run make third-party")
	}
	return err
}

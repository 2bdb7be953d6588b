// Command debian builds aloud's Debian package: the binary, the unit of systemd, manual pages,
// completions and licences. The same commit gives the same bytes.
//
// It builds from a checkout, by the Go toolchain, dpkg-shlibdeps and nfpm's library. make package
// and the test of the package run it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", "../..", "checkout of aloud")
	out := flag.String("out", "../../bin", "folder of the package")
	flag.Parse()
	file, err := run(*root, *out)
	if err != nil {
		fmt.Fprintln(os.Stderr, "debian:", err)
		os.Exit(1)
	}
	fmt.Println(file)
}

// run builds the package into a folder and returns its file.
func run(root, out string) (string, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	if out, err = filepath.Abs(out); err != nil {
		return "", err
	}
	stage, err := os.MkdirTemp("", "aloud-package-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(stage)
	b := build{root: root, stage: stage}
	for _, step := range []func() error{b.date, b.binary, b.manual, b.completions, b.unit, b.notices} {
		if err := step(); err != nil {
			return "", err
		}
	}
	return b.pack(out)
}

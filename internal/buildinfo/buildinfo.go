// Package buildinfo says which release of aloud this is, from what the Go toolchain records in the
// binary.
//
// It never asks git, the network or a generated file. The commands print it; every client that
// sends requests to others names itself with UserAgent.
package buildinfo

import (
	"crypto/rand"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// Repository is where people who meet aloud in their logs find out what it is.
const Repository = "https://github.com/aloud-audio/aloud"

// unreleased is the version of a binary that Go has none for: a test, or a build outside of a
// repository.
const unreleased = "devel"

// Info is what a binary knows about its origin.
type Info struct {
	Version string // a release ("1.2.3"), a pseudo-version of the commit it was built from, or "devel"
	Commit  string // full hash; empty if the binary was built outside of a repository
	Dirty   bool   // files differed from that commit
	Go      string // toolchain, such as "go1.26.8"
}

// Read returns the running binary's Info.
func Read() Info {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return Info{Version: unreleased}
	}
	return from(build)
}

func from(build *debug.BuildInfo) Info {
	info := Info{Version: strings.TrimPrefix(build.Main.Version, "v"), Go: build.GoVersion}
	if info.Version == "" || info.Version == "(devel)" {
		info.Version = unreleased
	}
	for _, setting := range build.Settings {
		switch setting.Key {
		case "vcs.revision":
			info.Commit = setting.Value
		case "vcs.modified":
			info.Dirty = setting.Value == "true"
		}
	}
	return info
}

// Name is the name and version as narration.json and other programs get them: "aloud/1.2.3".
func Name() string { return "aloud/" + Read().Version }

// UserAgent is the User-Agent of every request that aloud sends: "aloud/1.2.3 (+https://…)".
func UserAgent() string { return Name() + " (+" + Repository + ")" }

// Build identifies the code of the running binary: two binaries with the same Build do the same. A
// binary without a clean commit is told apart by its file.
func Build() string {
	info := Read()
	if info.Commit != "" && !info.Dirty {
		return info.Version + "+" + info.Commit
	}
	file, err := os.Executable()
	if err != nil {
		return rand.Text()
	}
	stat, err := os.Stat(file)
	if err != nil {
		return rand.Text()
	}
	return fmt.Sprintf("%s+%s+%x-%x", info.Version, info.Commit, stat.ModTime().UnixNano(), stat.Size())
}

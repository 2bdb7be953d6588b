package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// notice is what a module says about its licence.
type notice struct {
	Licences  []string // SPDX identifiers
	Copyright []string // its lines
}

// Names of files with licences, and of those that name only the holders.
var (
	licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense)([.-].*)?$`)
	noticeFile  = regexp.MustCompile(`(?i)^notice(\..*)?$`)
)

// enough of a file, in percent, must be a known licence; the rest is holders and remarks.
const enough = 75

// read finds the notice in a module's own folder. A module without a licence that is known is an
// error: nobody may pass it on until a person has looked at it.
func read(dir string) (notice, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return notice{}, err
	}
	var n notice
	for _, entry := range entries {
		licence := licenceFile.MatchString(entry.Name())
		if entry.IsDir() || !licence && !noticeFile.MatchString(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return notice{}, err
		}
		n.Copyright = append(n.Copyright, copyrights(string(text))...)
		if licence {
			n.Licences = append(n.Licences, identify(text)...)
		}
	}
	if len(n.Licences) == 0 {
		return notice{}, fmt.Errorf("no licence that is known in %s", dir)
	}
	return notice{unique(n.Licences), unique(n.Copyright)}, nil
}

func identify(text []byte) []string {
	found := licensecheck.Scan(text)
	if found.Percent < enough {
		return nil
	}
	var ids []string
	for _, match := range found.Match {
		if !match.IsURL {
			ids = append(ids, match.ID)
		}
	}
	return ids
}

// copyrightLine begins a line and names a year or a holder; the licences' own templates and
// sentences do not count.
var copyrightLine = regexp.MustCompile(`(?im)^\W*(copyright\s+(?:\(c\)|©|[0-9]{4}|the\b).*)$`)

func copyrights(text string) []string {
	var lines []string
	for _, line := range copyrightLine.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(line[1], "[yyyy]") && !strings.Contains(line[1], "{yyyy}") {
			lines = append(lines, strings.Join(strings.Fields(line[1]), " "))
		}
	}
	return lines
}

func unique(lines []string) []string {
	var out []string
	for _, line := range lines {
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}

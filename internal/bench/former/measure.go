package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// figure is one measurement of both releases.
type figure struct {
	what        string
	former, now float64
}

// measure returns the medians of several rounds; in each round the releases alternate.
func measure(ctx context.Context, releases []release, rounds int) ([]figure, error) {
	taken := map[string][2][]float64{}
	for range rounds {
		for i := range releases {
			found, err := releases[i].round(ctx)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", releases[i].name, err)
			}
			for what, value := range found {
				both := taken[what]
				both[i] = append(both[i], value)
				taken[what] = both
			}
		}
	}
	var out []figure
	for _, what := range []string{helpTime, readingTime("en"), readingTime("uk"), binarySize} {
		out = append(out, figure{what, median(taken[what][0]), median(taken[what][1])})
	}
	return out, nil
}

// The rows of the table.
const (
	helpTime   = "start: `aloud --help`, ms"
	binarySize = "binary, MB"
)

func readingTime(language string) string {
	return "article of 10,000 characters to segments, " + language + ", ms"
}

// round measures each figure once.
func (r *release) round(ctx context.Context) (map[string]float64, error) {
	found, err := r.reading(ctx)
	if err != nil {
		return nil, err
	}
	if found[helpTime], err = r.start(ctx); err != nil {
		return nil, err
	}
	found[binarySize], err = r.size()
	return found, err
}

// start measures how long the process takes to print its help, in ms.
func (r *release) start(ctx context.Context) (float64, error) {
	begun := time.Now()
	err := command(ctx, r.source, r.binary, "--help")
	return float64(time.Since(begun)) / float64(time.Millisecond), err
}

// benchmark matches a line that `go test -bench` prints for a language.
var benchmark = regexp.MustCompile(`(?m)^BenchmarkArticle/(\w+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// reading measures how long an article takes from HTML to segments, in ms by language.
func (r *release) reading(ctx context.Context) (map[string]float64, error) {
	cmd := exec.CommandContext(ctx, r.tests, "-test.run", "^$", "-test.bench", "Article", "-test.benchtime", "20x")
	cmd.Dir = filepath.Join(r.source, "internal", "script")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("benchmark: %w\n%s", err, out)
	}
	found := map[string]float64{}
	for _, line := range benchmark.FindAllStringSubmatch(string(out), -1) {
		ns, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			return nil, err
		}
		found[readingTime(line[1])] = ns / 1e6
	}
	return found, nil
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

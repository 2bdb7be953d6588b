package main

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// columns are the columns of the table; a value of NaN leaves the cell empty.
var columns = []struct {
	head, format string
	of           func(r result) float64
}{
	{"audio s", "%.0f", func(r result) float64 { return r.audio.Seconds() }},
	{"calls", "%.0f", func(r result) float64 { return float64(r.calls) }},
	{"bound s", "%.3f", ofCalls(func(r result) float64 { return r.bound.Seconds() })},
	{"longest first s", "%.3f", ofCalls(func(r result) float64 { return r.ideal.Seconds() })},
	{"synthesized s", "%.3f", ofCalls(func(r result) float64 { return r.spoken.Seconds() })},
	{"published s", "%.3f", func(r result) float64 { return r.published.Seconds() }},
	{"published ÷ bound", "%.3f", ofCalls(func(r result) float64 { return r.published.Seconds() / r.bound.Seconds() })},
	{"published − bound, ms", "%.0f", ofCalls(func(r result) float64 { return milliseconds(r.published - r.bound) })},
	{"published − synthesized, ms", "%.0f", ofCalls(func(r result) float64 { return milliseconds(r.published - r.spoken) })},
	{"CPU s per hour of audio", "%.1f", func(r result) float64 { return r.cpu.Seconds() / r.audio.Hours() }},
	{"peak MB above idle", "%.0f", func(r result) float64 { return r.peak }},
}

// ofCalls returns NaN for a render that made no calls.
func ofCalls(of func(r result) float64) func(r result) float64 {
	return func(r result) float64 {
		if r.calls == 0 {
			return math.NaN()
		}
		return of(r)
	}
}

func milliseconds(d time.Duration) float64 { return 1000 * d.Seconds() }

func head() string {
	names, lines := "| article | what |", "| --- | --- |"
	for _, column := range columns {
		names += " " + column.head + " |"
		lines += " --: |"
	}
	return names + "\n" + lines + "\n"
}

// row returns one line of the table: the median of all runs for each column.
func row(minutes int, what string, runs []result) string {
	line := fmt.Sprintf("| %d min | %s |", minutes, what)
	for _, column := range columns {
		cell := "–"
		if value := median(runs, column.of); !math.IsNaN(value) {
			cell = fmt.Sprintf(column.format, value)
		}
		line += " " + cell + " |"
	}
	return line
}

func median(runs []result, of func(r result) float64) float64 {
	values := make([]float64, len(runs))
	for i, r := range runs {
		values[i] = of(r)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// machine describes the machine of the measurements.
func machine() string {
	return fmt.Sprintf("%s, %d cores, %s GB", field("/proc/cpuinfo", "model name"), runtime.NumCPU(), gigabytes())
}

func gigabytes() string {
	var kB int
	if _, err := fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kB); err != nil {
		return "?"
	}
	return fmt.Sprintf("%.0f", float64(kB)/(1<<20))
}

// field returns the first value of name in a file of lines like "name : value".
func field(file, name string) string {
	f, err := os.Open(file)
	if err != nil {
		return "?"
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if key, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return "?"
}

// versions lists the versions of the programs involved.
func versions(ctx context.Context) []string {
	kernel, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return []string{
		time.Now().Format(time.DateOnly), "Linux " + strings.TrimSpace(string(kernel)), runtime.Version(),
		"aloud " + said(ctx, "git", "describe", "--always", "--dirty"), strings.Join(strings.Fields(said(ctx, "ffmpeg", "-version"))[:3], " "),
	}
}

// said returns the first line that a program prints, or "? ? ?" if the program is missing.
func said(ctx context.Context, program string, args ...string) string {
	out, err := exec.CommandContext(ctx, program, args...).Output()
	if err != nil {
		return "? ? ?"
	}
	first, _, _ := strings.Cut(string(out), "\n")
	return first
}

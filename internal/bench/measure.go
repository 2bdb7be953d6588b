package main

import (
	"fmt"
	"os"
	"regexp"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"
)

// result holds the measurements of one render.
type result struct {
	audio     time.Duration // length of the track
	calls     int
	bound     time.Duration // no schedule of the calls ends earlier
	ideal     time.Duration // when the calls would end, the longest first
	spoken    time.Duration // when the last call returned
	published time.Duration
	cpu       time.Duration
	peak      float64 // MB above idle
}

// with adds what the provider did since began.
func (r result) with(v *voice, began time.Time) result {
	v.mu.Lock()
	defer v.mu.Unlock()
	if r.calls = len(v.calls); r.calls > 0 {
		r.bound, r.ideal, r.spoken = lowerBound(v.calls), finish(longestFirst(v.calls)), v.last.Sub(began)
	}
	return r
}

// beginning is the state of the process before a measurement.
type beginning struct {
	at   time.Time
	cpu  time.Duration
	idle float64 // MB
}

// begin frees all unused memory and resets the kernel's peak counter (proc(5)).
func begin() (beginning, error) {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return beginning{}, err
	}
	idle, err := memory("VmRSS")
	return beginning{idle: idle, cpu: cpuTime(syscall.RUSAGE_SELF), at: time.Now()}, err
}

func (b beginning) end() (result, error) {
	r := result{published: time.Since(b.at), cpu: cpuTime(syscall.RUSAGE_SELF) - b.cpu}
	peak, err := memory("VmHWM")
	r.peak = peak - b.idle
	return r, err
}

func cpuTime(who int) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		panic("bench: " + err.Error())
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func memory(field string) (float64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	found := regexp.MustCompile(field + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0, fmt.Errorf("/proc/self/status has no %s", field)
	}
	kB, err := strconv.ParseFloat(string(found[1]), 64)
	return kB / 1024, err
}

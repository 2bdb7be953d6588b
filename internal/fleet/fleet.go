// Package fleet describes the servers and workers that run: where they run, and which settings they
// have in force.
//
// It stores nothing: each process describes itself, and package worker stores the descriptions in
// Redis, and the newsroom compares them with the settings of a command.
package fleet

import (
	"fmt"
	"strings"
	"time"
)

// Process is a server or worker that runs, as it last described itself.
type Process struct {
	Kind     string    `json:"kind"` // serve, worker, or up, which is both
	Host     string    `json:"host"`
	PID      int       `json:"pid"`
	Version  string    `json:"version"`
	Settings string    `json:"settings"`          // hash of the settings in force
	Since    time.Time `json:"since"`             // when they came into force
	Problem  string    `json:"problem,omitempty"` // why newer ones could not be put in force
}

// Name is unique among the processes that run.
func (p Process) Name() string { return fmt.Sprintf("%s %s:%d", p.Kind, p.Host, p.PID) }

// Works reports whether the process renders.
func (p Process) Works() bool { return p.Kind != "serve" }

// InForce says which settings the process has, on one line.
func (p Process) InForce() string {
	text := fmt.Sprintf("settings %s since %s", p.Settings, p.Since.UTC().Format(time.RFC3339))
	if p.Problem != "" {
		text += "; those in its files are wrong: " + strings.ReplaceAll(p.Problem, "\n", "; ")
	}
	return text
}

// Others returns the workers whose settings have another hash than settings.
func Others(processes []Process, settings string) (others []Process) {
	for _, p := range processes {
		if p.Works() && p.Settings != settings {
			others = append(others, p)
		}
	}
	return others
}

package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

// delay is why the work on an article has not ended, as commands print it.
type delay struct {
	Attempts int        `json:"attempts"` // that failed
	Reason   string     `json:"reason,omitempty"`
	Next     *time.Time `json:"next_attempt,omitempty"`
	Late     bool       `json:"late"`
}

// delayOf returns nil unless work on the article has failed or is late.
func delayOf(article newsroom.Article) *delay {
	d := article.Delay
	if d == nil {
		return nil
	}
	shown := &delay{Attempts: d.Attempts, Reason: d.Reason, Late: d.Late}
	if !d.Next.IsZero() {
		shown.Next = &d.Next
	}
	return shown
}

func (d *delay) String() string {
	var parts []string
	if d.Late {
		parts = append(parts, "late")
	}
	if d.Attempts > 0 {
		parts = append(parts, fmt.Sprintf("failed attempts: %d, the last: %s", d.Attempts, d.Reason))
	}
	if d.Next != nil {
		parts = append(parts, "next attempt "+d.Next.Format(time.RFC3339))
	}
	return strings.Join(parts, "; ")
}

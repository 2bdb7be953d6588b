package rig

import (
	"fmt"
	"slices"
	"time"
)

// Durations are measured durations.
type Durations []time.Duration

// Row returns p50, p99 and the worst in milliseconds, as cells of a Markdown table.
func (d Durations) Row() string {
	slices.Sort(d)
	at := func(part float64) float64 {
		return float64(d[int(part*float64(len(d)-1)+0.5)].Microseconds()) / 1000
	}
	return fmt.Sprintf("%.1f ms | %.1f ms | %.1f ms", at(0.5), at(0.99), at(1))
}

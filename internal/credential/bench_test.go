package credential

import (
	"runtime"
	"testing"
	"time"
)

// BenchmarkHour signs the track of an hour, 29 MB at 64 kbit/s. heap-MB is what signing adds.
func BenchmarkHour(b *testing.B) {
	a := newAuthority(b, Options{})
	seal := a.signer.Seal(bridge, time.Now())
	file := unsigned(func(at int) []byte { return must(seal.Frame(at)) }, 3600*8000)
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		if err := seal.Fill(b.Context(), file); err != nil {
			b.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/1e6, "heap-MB/op")
}

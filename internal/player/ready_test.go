package player_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// BenchmarkReady opens an article's page in a Chromium whose CPU is four times slower. It reports,
// in milliseconds, the median time from the script's last byte to a player that can be pressed
// (narration.json is fetched in between, from this machine), the least one, and the longest task
// from the script's arrival until the first sentence is marked. Tasks below 50 ms count as 0:
// browsers report no shorter ones. On a busy machine only the least figures say something.
func BenchmarkReady(b *testing.B) {
	s := newSite(b)
	chromium := browsertest.Chromium(b)
	chromium.CDP(b, "Emulation.setCPUThrottlingRate", map[string]any{"rate": 4})
	v := visit{chromium, b, s}
	var ready []float64
	var longest []float64
	for b.Loop() {
		v.open(ferry.ID, nil)
		var ms float64
		v.Eval(v, `window.arrived = performance.getEntriesByType("resource").find(({name}) => name.endsWith("/player.js")).responseEnd; return heard[0].when - arrived`, &ms)
		ready = append(ready, ms)
		v.play()
		v.until("a sentence is marked", `return marked() > ""`)
		v.Eval(v, `return Math.max(0, ...tasks.filter(({startTime}) => startTime >= arrived).map(({duration}) => duration))`, &ms)
		longest = append(longest, ms)
	}
	slices.Sort(ready)
	b.ReportMetric(ready[len(ready)/2], "ms-ready-median")
	b.ReportMetric(ready[0], "ms-ready-min")
	slices.Sort(longest)
	b.ReportMetric(longest[len(longest)/2], "ms-longest-task-median")
	b.ReportMetric(longest[0], "ms-longest-task-min")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkReadyCPU reports the page's CPU time from the script's arrival to a player that can be
// pressed, in milliseconds of a CPU that is four times slower. It counts the main thread's own
// time, so that a busy machine does not matter.
func BenchmarkReadyCPU(b *testing.B) {
	s := newSite(b)
	chromium := browsertest.Chromium(b)
	chromium.CDP(b, "Performance.enable", map[string]any{"timeDomain": "threadTicks"})
	v := visit{chromium, b, s}
	busy := func() float64 { // seconds
		var got struct {
			Metrics []struct {
				Name  string
				Value float64
			}
		}
		if err := json.Unmarshal(chromium.CDP(b, "Performance.getMetrics", map[string]any{}), &got); err != nil {
			b.Fatal(err)
		}
		for _, metric := range got.Metrics {
			if metric.Name == "TaskDuration" {
				return metric.Value
			}
		}
		b.Fatal("Chromium has no TaskDuration")
		return 0
	}
	var all []float64
	for b.Loop() {
		v.Open(b, v.URL+"/corpus")
		v.Eval(b, `document.body.innerHTML = "<h1>"+"Night ferry ".repeat(6)+"</h1>" + "<p>The boat is older than its captain.</p>".repeat(60);
			document.querySelector("h1").insertAdjacentHTML("afterend", '<aloud-player src="/public/main/articles/ferry/narration.json"></aloud-player>');
			await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame)`, nil)
		before := busy()
		v.Eval(b, `const script = document.createElement("script"); script.src = "/player.js";
			const ready = new Promise((done) => addEventListener("aloud:ready", done)); document.body.append(script); await ready`, nil)
		all = append(all, 4000*(busy()-before))
	}
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2], "ms-cpu-median")
	b.ReportMetric(all[0], "ms-cpu-min")
	b.ReportMetric(0, "ns/op")
}

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

// BenchmarkReadyCPU reports CPU time of the page's main thread, in milliseconds of a CPU that is
// four times slower. It counts the thread's own time, so that a busy machine matters less; the
// least figures say most. "ready" is from the script's arrival to a player that can be pressed,
// "bare" the same of a script that only fetches narration.json: what the browser itself takes.
// "script" is the scripts' part of ready. "marked" is all scripts' time from the press of play
// until a sentence is marked in the article, the test's own included: none of their tasks is longer
// than that.
func BenchmarkReadyCPU(b *testing.B) {
	s := newSite(b)
	chromium := browsertest.Chromium(b)
	chromium.CDP(b, "Performance.enable", map[string]any{"timeDomain": "threadTicks"})
	v := visit{chromium, b, s}
	spent := map[string][]float64{}
	note := func(name, metric string, before, after map[string]float64) {
		spent[name] = append(spent[name], 4000*(after[metric]-before[metric]))
	}
	for b.Loop() {
		before, after := v.readied(chromium, "/bare.js")
		note("bare", "TaskDuration", before, after)
		before, after = v.readied(chromium, "/player.js")
		note("ready", "TaskDuration", before, after)
		note("script", "ScriptDuration", before, after)
		v.Eval(b, `window.inside = (selector) => document.querySelector("aloud-player").shadowRoot.querySelector(selector)`, nil)
		v.press(`inside(".play")`)
		v.until("a sentence is marked", `return CSS.highlights.get("aloud-sentence")?.size > 0`)
		note("marked", "ScriptDuration", after, metrics(b, chromium))
	}
	for name, all := range spent {
		slices.Sort(all)
		b.ReportMetric(all[len(all)/2], "ms-"+name+"-median")
		b.ReportMetric(all[0], "ms-"+name+"-min")
	}
	b.ReportMetric(0, "ns/op")
}

// readied opens the article's page without a script, adds one, and returns the metrics from before
// that to its aloud:ready.
func (v visit) readied(chromium *browsertest.WebDriver, script string) (before, after map[string]float64) {
	v.Helper()
	body, err := json.Marshal("<h1>" + ferry.Title + "</h1>" + string(ferry.html()))
	if err != nil {
		v.Fatal(err)
	}
	v.Open(v, v.URL+"/corpus")
	v.Eval(v, `document.body.innerHTML = `+string(body)+`;
		document.querySelector("h1").insertAdjacentHTML("afterend", '<aloud-player src="/public/main/articles/ferry/narration.json"></aloud-player>');
		await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame)`, nil)
	before = metrics(v, chromium)
	v.Eval(v, `const script = document.createElement("script"); script.src = "`+script+`";
		const ready = new Promise((done) => addEventListener("aloud:ready", done)); document.body.append(script); await ready`, nil)
	return before, metrics(v, chromium)
}

// metrics are Chromium's own of the page: durations are seconds of the main thread.
func metrics(t testing.TB, chromium *browsertest.WebDriver) map[string]float64 {
	t.Helper()
	var got struct {
		Metrics []struct {
			Name  string
			Value float64
		}
	}
	if err := json.Unmarshal(chromium.CDP(t, "Performance.getMetrics", map[string]any{}), &got); err != nil {
		t.Fatal(err)
	}
	values := map[string]float64{}
	for _, metric := range got.Metrics {
		values[metric.Name] = metric.Value
	}
	if values["TaskDuration"] == 0 {
		t.Fatal("Chromium has no TaskDuration")
	}
	return values
}

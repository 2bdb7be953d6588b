package figures_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/internal/store"
)

func TestReadBeacon(t *testing.T) {
	const sent = `{"id":"ferry","plays":1,"heard":37,"quarters":[25,50],"speed":"1.25","skipped":[3,4]}`
	b, err := figures.ReadBeacon(strings.NewReader(sent))
	want := figures.Sums{"plays": 1, "heard": 37, "heard:1.25": 37, "q25": 1, "q50": 1, "skip:3": 1, "skip:4": 1}
	if err != nil || b.ID != "ferry" || !maps.Equal(b.Sums(), want) {
		t.Errorf("%+v adds %v, %v; want %v", b, b.Sums(), err, want)
	}
	if !b.Fits(40, 5) || b.Fits(40, 4) || b.Fits(-3, 5) {
		t.Error("its segments and length are not compared with the track's")
	}
	for name, text := range map[string]string{
		"no JSON":             `plays=1`,
		"two":                 sent + sent,
		"an unknown field":    `{"id":"ferry","speed":"1","reader":"x"}`,
		"many plays":          `{"id":"ferry","plays":1000,"speed":"1"}`,
		"a negative time":     `{"id":"ferry","heard":-1,"speed":"1"}`,
		"an unknown quarter":  `{"id":"ferry","quarters":[30],"speed":"1"}`,
		"a quarter twice":     `{"id":"ferry","quarters":[25,25],"speed":"1"}`,
		"an unknown speed":    `{"id":"ferry","speed":"17"}`,
		"a paragraph twice":   `{"id":"ferry","skipped":[2,2],"speed":"1"}`,
		"too many paragraphs": `{"id":"ferry","skipped":[` + strings.Repeat("1,", 3000) + `2],"speed":"1"}`,
	} {
		if got, err := figures.ReadBeacon(strings.NewReader(text)); err == nil {
			t.Errorf("%s: read as %+v", name, got)
		}
	}
}

// A snapshot that is written twice, or by two servers, counts once; what was counted before and
// after a wipe adds up.
func TestRecord(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	record := figures.Record{Store: dir}
	keep := func(day figures.Day, epoch string, plays int) {
		t.Helper()
		if err := record.Keep(t.Context(), "main", day, figures.Epoch{Name: epoch, Articles: map[string]figures.Sums{"ferry": {"plays": plays}}}); err != nil {
			t.Fatal(err)
		}
	}
	keep("2026-11-29", "a", 9)
	keep("2026-11-30", "a", 2)
	keep("2026-11-30", "a", 5)
	keep("2026-11-30", "a", 4) // of a server that read earlier
	keep("2026-11-30", "b", 3) // after a wipe
	for since, want := range map[figures.Day]int{"2026-11-29": 17, "2026-11-30": 8, "2026-12-01": 0} {
		plays := 0
		for d, err := range record.Days(t.Context(), "main", since) {
			if err != nil || d.ID != "ferry" {
				t.Fatalf("%+v, %v", d, err)
			}
			plays += d.Sums["plays"]
		}
		if plays != want {
			t.Errorf("since %s: %d plays, want %d", since, plays, want)
		}
	}
}

package track

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// No file of a track has a name, so none is left behind however the process ends.
func TestTheSpoolHasNoName(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	b := filled(t, reading(t, "kal16"))
	defer b.Close()
	entries, err := os.ReadDir(os.TempDir())
	if err != nil || len(entries) > 0 {
		t.Errorf("%v, error %v", entries, err)
	}
	if b.spool.end == 0 {
		t.Error("nothing is in the spool")
	}
}

func TestASpoolThatFailsIsNoFaultOfTheTrack(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	parts := reading(t, "kal16")
	b, err := NewBuilder(segments(parts), Options{SampleRate: 16000, Gain: new(float64), Tags: Tags{Language: "en"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add(0, parts[0].speech); !errors.Is(err, ErrSpool) || errors.Is(err, ErrCheck) {
		t.Errorf("error is %v", err)
	}
}

func TestASpoolThatIsLostIsNoFaultOfTheTrack(t *testing.T) {
	b := filled(t, reading(t, "kal16"))
	b.Close()
	if _, err := b.Finish(); !errors.Is(err, ErrSpool) || errors.Is(err, ErrCheck) {
		t.Errorf("error is %v", err)
	}
}

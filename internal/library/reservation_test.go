package library

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// render is a render under way: it has reserved the narration.
func render(t *testing.T, lib *Library) Narration {
	t.Helper()
	former, err := lib.Narration(t.Context(), ferry)
	must(t, IgnoreUnreadable(err))
	reserved, err := lib.Reserve(t.Context(), ferry, former, Waiting{})
	must(t, err)
	return reserved
}

func TestAReservationIsNoNarration(t *testing.T) {
	lib, f := open(t)
	reserved := render(t, lib)
	n, err := lib.Narration(t.Context(), ferry)
	if !errors.Is(err, ErrNotFound) || n.etag != reserved.etag || len(n.Audio) > 0 {
		t.Errorf("%+v, %v", n, err)
	}
	body, entry, err := store.Read(t.Context(), f, ferry.NarrationKey())
	must(t, err)
	if !IsReservation(body) || entry.Size > ReservationSize {
		t.Errorf("%s", body)
	}
	must(t, lib.Publish(t.Context(), ferry, reserved, Narration{Title: "a"}, sound))
	body, _, err = store.Read(t.Context(), f, ferry.NarrationKey())
	must(t, err)
	if IsReservation(body) {
		t.Errorf("%s", body)
	}
}

// A reservation says in the article's language that its track is being made. Its size is bounded,
// because readers of narration.json tell it by that.
func TestAReservationSaysSo(t *testing.T) {
	for text, said := range map[string]string{"Аудіо ще створюється.": "Аудіо ще створюється.", strings.Repeat("о", 300): ""} {
		lib, f := open(t)
		ref := Ref{Site: strings.Repeat("s", 63), ID: strings.Repeat("i", 128)}
		_, err := lib.Reserve(t.Context(), ref, Narration{}, Waiting{Language: "uk", Text: text})
		must(t, err)
		body, _, err := store.Read(t.Context(), f, ref.NarrationKey())
		must(t, err)
		var r reservation
		must(t, json.Unmarshal(body, &r))
		if r.Labels["pending"] != said || !IsReservation(body) {
			t.Errorf("%s", body)
		}
	}
}

// Whatever is removed while a track is made stays removed, however late the render's writes arrive.
func TestATakeDownEndsEveryRenderUnderWay(t *testing.T) {
	for name, takeDown := range map[string]func(*Library) error{
		"take down": func(l *Library) error { return l.TakeDown(t.Context(), ferry) },
		"withdraw":  func(l *Library) error { return l.Withdraw(t.Context(), ferry) },
	} {
		t.Run(name, func(t *testing.T) {
			lib, f := open(t)
			first := render(t, lib)
			must(t, takeDown(lib))
			if err := lib.Publish(t.Context(), ferry, first, Narration{}, sound); !errors.Is(err, ErrChanged) {
				t.Errorf("a first publication after the take-down: %v", err)
			}
			published := publishFirst(t, lib)
			must(t, takeDown(lib))
			again := publishFirst(t, lib)
			must(t, takeDown(lib))
			for _, former := range []Narration{first, published, again} {
				if err := lib.Publish(t.Context(), ferry, former, Narration{Title: "a"}, sound); !errors.Is(err, ErrChanged) {
					t.Errorf("a late publication: %v", err)
				}
			}
			if left := keys(t, f, "public/"); len(left) != 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

// The same article published again has another ETag: a late write meant for the earlier one is
// refused.
func TestNoTwoVersionsShareAnETag(t *testing.T) {
	lib, f := open(t)
	seen := map[string]bool{}
	for range 3 {
		n := publishFirst(t, lib)
		must(t, lib.Amend(t.Context(), ferry, n, n))
		amended, err := lib.Narration(t.Context(), ferry)
		must(t, err)
		for _, version := range []Narration{n, amended} {
			if seen[version.Nonce] || version.Nonce == "" {
				t.Errorf("the nonce %q is used again", version.Nonce)
			}
			seen[version.Nonce] = true
		}
		must(t, lib.TakeDown(t.Context(), ferry))
	}
	if left := keys(t, f, "public/"); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// A render that was killed left its reservation. The next one makes its own.
func TestAnAbandonedReservationIsReplaced(t *testing.T) {
	lib, _ := open(t)
	killed := render(t, lib)
	next := render(t, lib)
	if killed.etag == next.etag {
		t.Error("the reservation was reused")
	}
	must(t, lib.Publish(t.Context(), ferry, next, Narration{}, sound))
	if err := lib.Publish(t.Context(), ferry, killed, Narration{}, sound); !errors.Is(err, ErrChanged) {
		t.Errorf("the killed render published: %v", err)
	}
}

func TestUnreserveKeepsANarration(t *testing.T) {
	lib, f := open(t)
	render(t, lib)
	must(t, lib.Unreserve(t.Context(), ferry))
	if left := keys(t, f, "public/"); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	must(t, lib.Unreserve(t.Context(), ferry))
	publishFirst(t, lib)
	must(t, lib.Unreserve(t.Context(), ferry))
	if left := keys(t, f, "public/"); len(left) != 3 {
		t.Errorf("left: %v", left)
	}
}

// While a late write may still replace what was there, its files stay; the sweep deletes them.
func TestAWriteThatMayStillArriveKeepsItsFiles(t *testing.T) {
	lib, f := open(t)
	reserved := render(t, lib)
	f.before = func(key string) error {
		if key == ferry.NarrationKey() {
			return errors.New("timeout")
		}
		return nil
	}
	if err := lib.Publish(t.Context(), ferry, reserved, Narration{}, sound); err == nil {
		t.Fatal("a failed write was not reported")
	}
	if left := keys(t, f, ferry.publicPrefix()); len(left) != 3 {
		t.Errorf("left: %v", left)
	}
}

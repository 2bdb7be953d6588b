package storetest

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

func testConditions(t *testing.T, s store.Store) {
	former := mustPut(t, s, "a", "one")
	current := mustPut(t, s, "a", "two")
	gone := mustPut(t, s, "gone", "x")
	mustDelete(t, s, "gone")

	for _, tt := range []struct {
		name, key string
		cond      store.Condition
		want      error
	}{
		{"absent, but there is one", "a", store.IfAbsent(), store.ErrConflict},
		{"unchanged since absent, but there is one", "a", store.IfUnchanged(""), store.ErrConflict},
		{"stale", "a", store.IfMatch(former), store.ErrConflict},
		{"changed", "a", store.IfUnchanged(former), store.ErrConflict},
		{"match, but never written", "none", store.IfMatch(current), store.ErrConflict},
		{"match, but deleted", "gone", store.IfMatch(gone), store.ErrConflict},
		{"absent since deleted", "gone", store.IfAbsent(), nil},
		{"absent", "new/b", store.IfAbsent(), nil},
		{"unchanged since absent", "new/c", store.IfUnchanged(""), nil},
		{"match", "a", store.IfMatch(current), nil},
	} {
		before, _, errBefore := store.Read(t.Context(), s, tt.key)
		_, err := s.Put(t.Context(), tt.key, []byte(tt.name), store.PutOptions{If: tt.cond})
		wantError(t, tt.name, err, tt.want)
		if tt.want == nil {
			wantBody(t, s, tt.key, tt.name)
			continue
		}
		after, _, errAfter := store.Read(t.Context(), s, tt.key)
		if string(before) != string(after) || (errBefore == nil) != (errAfter == nil) {
			t.Errorf("%s: the refused write changed %q, %v to %q, %v", tt.name, before, errBefore, after, errAfter)
		}
	}

	entry := wantBody(t, s, "a", "match")
	if _, err := s.Put(t.Context(), "a", []byte("last"), store.PutOptions{If: store.IfUnchanged(entry.ETag)}); err != nil {
		t.Errorf("put with the ETag that was read: %v", err)
	}
}

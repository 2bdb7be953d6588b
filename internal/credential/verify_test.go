package credential

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

func codes(findings []Finding) (all []string) {
	for _, f := range findings {
		all = append(all, f.Code)
	}
	return all
}

func TestSigned(t *testing.T) {
	a := newAuthority(t, Options{})
	file := signedFile(t, a.signer, bridge)

	unknown := Verify(file, nil, time.Now())
	if unknown.State != Valid || !slices.Equal(codes(unknown.Failures), []string{untrusted}) {
		t.Errorf("without roots: %s, %v", unknown.State, unknown.Failures)
	}
	r := Verify(file, a.roots, time.Now())
	if r.State != Trusted || len(r.Failures) > 0 || len(r.Notes) > 0 {
		t.Fatalf("with the root: %s, %v %v", r.State, r.Failures, r.Notes)
	}
	if r.Signer.Organization != "The Daily Ferry" || r.Claim.Title != bridge.Title || r.Claim.Generator != "aloud 1.2.3" {
		t.Errorf("signed by %+v: %+v", r.Signer, r.Claim)
	}
	if len(r.Claim.Actions) != 3 || r.Claim.Actions[0].SourceType != audio.Algorithm || r.Claim.Actions[0].Agent != "flite:slt" || r.Claim.Actions[2].Action != "c2pa.placed" {
		t.Errorf("actions are %+v", r.Claim.Actions)
	}
	if len(r.Claim.Ingredients) != 3 || r.Claim.Ingredients[0].URL != bridge.URL || r.Claim.Metadata["dc:publisher"] != "example.com" {
		t.Errorf("made of %+v, metadata %v", r.Claim.Ingredients, r.Claim.Metadata)
	}
}

// Every byte of the store, one at a time. What is accepted is nothing that is read: parts of
// lengths and of the labels of boxes that are found by their kind.
func TestEveryByteOfTheStoreCounts(t *testing.T) {
	a := newAuthority(t, Options{})
	file := signedFile(t, a.signer, bridge)
	at, _ := findStore(file)
	_, length, err := parseStore(file[at:])
	if err != nil {
		t.Fatal(err)
	}
	accepted := 0
	for i := at; i < at+length; i++ {
		changed := bytes.Clone(file)
		changed[i] ^= 0x55
		if r := Verify(changed, a.roots, time.Now()); r.State == Trusted || r.State == Valid {
			accepted++
			t.Logf("byte %d of the store: %q in %q", i-at, file[i], file[max(at, i-12):i+12])
		}
	}
	if accepted > 16 {
		t.Errorf("%d of %d changed bytes are accepted", accepted, length)
	}
}

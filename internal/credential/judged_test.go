//go:build credential

package credential

import (
	"bytes"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/credential/credentialtest"
)

// c2pa-rs reads our time stamps. After the certificate has ended it refuses the file if it does not
// know the authority. It finds nearly every changed byte of a store.
func TestOtherVerifiersReadOurTimeStampsAndStores(t *testing.T) {
	address, clock := openTSA(t)
	a := newAuthority(t, Options{TSA: address})
	file := signedFile(t, a.signer, bridge)
	dir := t.TempDir()
	save := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var known, without []byte
	for _, c := range slices.Concat(a.roots, clock) {
		known = append(known, pem.EncodeToMemory(&pem.Block{Type: certificateBlock, Bytes: c.Raw})...)
	}
	without = pem.EncodeToMemory(&pem.Block{Type: certificateBlock, Bytes: a.roots[0].Raw})
	stamped, both, one := save("stamped.mp3", file), save("both.pem", known), save("one.pem", without)
	questions := []credentialtest.Question{
		{Name: "now", File: stamped, Roots: both},
		{Name: "clock unknown", File: stamped, Roots: one, Days: 400},
	}

	plain := newAuthority(t, Options{})
	store := signedFile(t, plain.signer, bridge)
	root := save("plain.pem", pem.EncodeToMemory(&pem.Block{Type: certificateBlock, Bytes: plain.roots[0].Raw}))
	at, _ := findStore(store)
	_, length, err := parseStore(store[at:])
	if err != nil {
		t.Fatal(err)
	}
	for i := at; i < at+length; i += 7 {
		changed := bytes.Clone(store)
		changed[i] ^= 0x55
		questions = append(questions, credentialtest.Question{Name: "byte", File: save(fmt.Sprint("byte", i), changed), Roots: root})
	}
	answers := credentialtest.Judge(t, "../..", questions)
	for i, want := range []string{"Trusted", "Invalid"} {
		if answers[i].RS.State != want {
			t.Errorf("%s: c2pa-rs says %+v, want %s", answers[i].Name, answers[i].RS, want)
		}
	}
	if !slices.Contains(answers[0].RS.Passed, "timeStamp.validated") {
		t.Errorf("c2pa-rs does not read the time stamp: %+v", answers[0].RS)
	}
	accepted := 0
	for _, answer := range answers[2:] {
		if answer.RS.State == "Trusted" || answer.RS.State == "Valid" {
			accepted++
		}
	}
	t.Logf("c2pa-rs accepts %d of %d changed bytes", accepted, len(answers)-2)
	if accepted > 8 {
		t.Errorf("c2pa-rs accepts %d of %d changed bytes", accepted, len(answers)-2)
	}
}

package credential

import (
	"bytes"
	"slices"
	"testing"
	"time"
)

// tampering is one change of a signed file.
type tampering struct {
	name   string
	change func(file []byte) []byte
	state  State
	code   string // that is among the failures; "" if there is no manifest to judge
}

// at changes one bit where a text begins, plus an offset.
func flip(text string, offset int) func([]byte) []byte {
	return func(file []byte) []byte {
		file[bytes.Index(file, []byte(text))+offset] ^= 1
		return file
	}
}

const mismatch = "assertion.dataHash.mismatch"

// Each row is a way to change a file or its statement, and what C2PA calls it. c2pa-rs says the
// same (cmd/aloud, -tags credential).
var tamperings = []tampering{
	{"a bit of audio", func(f []byte) []byte { f[len(f)-100] ^= 1; return f }, Invalid, mismatch},
	{"title", flip("A bridge", 0), Invalid, mismatch},
	{"padding", func(f []byte) []byte { f[bytes.Index(f, []byte{0xFF, 0xFB, 0x90})-1] = 1; return f }, Invalid, mismatch},
	{"a byte appended", func(f []byte) []byte { return append(f, 0) }, Invalid, mismatch},
	{"ID3v1 added", func(f []byte) []byte { return append(f, append([]byte("TAG"), make([]byte, 125)...)...) }, Invalid, mismatch},
	{"a frame cut", func(f []byte) []byte { return f[:len(f)-4] }, Invalid, mismatch},
	{"description of the GEOB", flip("c2pa manifest store", 0), Invalid, mismatch},
	{"size of the GEOB", flip("GEOB", 7), Invalid, mismatch},
	{"id of the GEOB", flip("GEOB", 0), Missing, ""},
	{"media type of the GEOB", flip("application/c2pa", 3), Missing, ""},
	{"flags of the tag", func(f []byte) []byte { f[5] = 0x80; return f }, Invalid, mismatch},
	{"extended header", func(f []byte) []byte { f[5] = 0x40; return f }, Missing, ""},
	{"an action", flip("c2pa.created", 3), Invalid, "assertion.hashedURI.mismatch"},
	{"the article's address", flip("example.com/bridge", 12), Invalid, "assertion.hashedURI.mismatch"},
	{"what the CMS says", flip("dc:publisher", 4), Invalid, "assertion.hashedURI.mismatch"},
	{"name of an assertion", flip("cawg.metadata\x00", 0), Invalid, "assertion.missing"},
	{"the claim", flip("xmp:iid:", 10), Invalid, "claimSignature.mismatch"},
	{"name of the manifest", flip("urn:c2pa:", 12), Invalid, "claimSignature.missing"},
	{"the certificate", flip("development credential", 2), Invalid, "claimSignature.mismatch"},
}

func TestTamperingIsNamed(t *testing.T) {
	a := newAuthority(t, Options{})
	file := signedFile(t, a.signer, bridge)
	for _, test := range tamperings {
		r := Verify(test.change(bytes.Clone(file)), a.roots, time.Now())
		if r.State != test.state || test.code != "" && !slices.Contains(codes(r.Failures), test.code) {
			t.Errorf("%s: %s %v, want %s %s", test.name, r.State, r.Failures, test.state, test.code)
		}
	}
}

// The signature: its last byte is that of the store.
func TestAnotherSignatureIsRefused(t *testing.T) {
	a := newAuthority(t, Options{})
	file := signedFile(t, a.signer, bridge)
	at, _ := findStore(file)
	_, length, _ := parseStore(file[at:])
	file[at+length-1] ^= 1
	if r := Verify(file, a.roots, time.Now()); r.State != Invalid || !slices.Contains(codes(r.Failures), "claimSignature.mismatch") {
		t.Errorf("%s %v", r.State, r.Failures)
	}
}

// A statement that was signed for one file proves nothing about another, and a second statement
// before it does not hide what it covers.
func TestTheStoreOfAnotherFile(t *testing.T) {
	a := newAuthority(t, Options{})
	one, two := signedFile(t, a.signer, bridge), signedFile(t, a.signer, bridge)
	at, _ := findStore(one)
	_, length, _ := parseStore(one[at:])
	copy(two[at:at+length], one[at:at+length])
	two[len(two)-1] ^= 1
	if r := Verify(two, a.roots, time.Now()); r.State != Invalid || !slices.Contains(codes(r.Failures), mismatch) {
		t.Errorf("%s %v", r.State, r.Failures)
	}
}

func TestAnUnsignedFileProvesNothing(t *testing.T) {
	for name, file := range map[string][]byte{
		"no tag": bytes.Repeat([]byte{0xFF, 0xFB}, 100), "empty": nil, "tag": unsigned(func(int) []byte { return nil }, 400), "cut tag": []byte("ID3\x04\x00\x00\x00\x00\x7f\x7fGEOB"),
	} {
		if r := Verify(file, nil, time.Now()); r.State != Missing {
			t.Errorf("%s: %s", name, r.State)
		}
	}
}

func TestACertificateEnds(t *testing.T) {
	a := newAuthority(t, Options{})
	file := signedFile(t, a.signer, bridge)
	r := Verify(file, a.roots, time.Now().AddDate(0, 0, 400))
	if r.State != Invalid || !slices.Contains(codes(r.Failures), "signingCredential.expired") {
		t.Errorf("after 400 days: %s %v", r.State, r.Failures)
	}
}

func FuzzVerify(f *testing.F) {
	a := newAuthority(f, Options{})
	f.Add(signedFile(f, a.signer, bridge))
	now := time.Now()
	f.Fuzz(func(t *testing.T, file []byte) {
		Verify(file, a.roots, now) // it must not panic
	})
}

package credential

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"
)

// Verify checks the credential of an MP3 file, whichever program made it, as of now. roots are the
// certificates that are trusted to issue for signing and for time stamps; nil: none. If a store has
// several manifests, Verify checks the last one, which belongs to the file.
func Verify(file []byte, roots []*x509.Certificate, now time.Time) Report {
	return verify(verifier{file: file, roots: roots, now: now})
}

// verify checks the verifier's file.
func verify(v verifier) Report {
	r := Report{Failures: []Finding{}, Passed: []Finding{}, Notes: []Finding{}}
	at, found := findStore(v.file)
	if !found {
		r.State, r.Reason = Missing, "the file has no C2PA manifest; that proves nothing, as most programs that change a file drop it"
		return r
	}
	store, length, err := parseStore(v.file[at:])
	if err != nil || len(store.children) == 0 {
		r.fail("claim.missing", fmt.Sprintf("the manifest store cannot be read: %v", err))
		r.judge()
		return r
	}
	v.report, v.place, v.store, v.manifest = &r, exclusion{at, length}, store, store.children[len(store.children)-1]
	v.run()
	r.judge()
	return r
}

// verifier checks one manifest. Its methods add to the report.
type verifier struct {
	report   *Report
	file     []byte
	roots    []*x509.Certificate
	now      time.Time
	place    exclusion // of the store in the file
	store    node
	manifest node
	claim    anyClaim
	hash     []byte // SHA-256 of the file without its store; nil: not computed yet
}

// anyClaim is a claim of version 2, or of version 1.
type anyClaim struct {
	Signature string          `cbor:"signature"`
	Created   []reference     `cbor:"created_assertions"`
	Gathered  []reference     `cbor:"gathered_assertions"`
	Former    []reference     `cbor:"assertions"` // of version 1
	Redacted  []string        `cbor:"redacted_assertions"`
	Title     string          `cbor:"dc:title"`
	Algorithm string          `cbor:"alg"`
	Generator cbor.RawMessage `cbor:"claim_generator_info"`
	Named     string          `cbor:"claim_generator"` // of version 1
}

func (c anyClaim) references() []reference { return slices.Concat(c.Created, c.Gathered, c.Former) }

func (v *verifier) run() {
	if others := len(v.store.children) - 1; others > 0 {
		v.report.note("ingredient.manifest.skipped", fmt.Sprintf("manifests of what the file was made of, not judged here: %d", others))
	}
	box, found := v.manifest.child(claimKind, formerClaimLabel)
	if !found {
		v.report.fail("claim.missing", "the manifest has no claim")
		return
	}
	if v.manifest.kind != manifestKind || box.label != claimLabel && box.label != formerClaimLabel {
		v.report.fail("claim.missing", fmt.Sprintf("a claim %q in a manifest %q is of a version that is not known here", box.label, v.manifest.kind))
		return
	}
	claim := box.content(cborType)
	if err := lenient.Unmarshal(claim, &v.claim); err != nil {
		v.report.fail("claim.cbor.invalid", "the claim cannot be read")
		return
	}
	v.checkSignature(claim)
	v.checkAssertions()
	v.checkBinding()
	v.report.Claim = v.content()
	v.checkActions(box.label)
}

// find returns the superbox that a reference points to, which must be in this manifest.
func (v *verifier) find(url string) (node, bool) {
	path, ok := strings.CutPrefix(url, localURL)
	if !ok {
		return node{}, false
	}
	if absolute, ok := strings.CutPrefix(path, "/"+storeKind+"/"+v.manifest.label+"/"); ok {
		path = absolute
	}
	at := v.manifest
	for label := range strings.SplitSeq(path, "/") {
		if at, ok = at.labelled(label); !ok {
			return node{}, false
		}
	}
	return at, true
}

// checkAssertions compares each assertion with its hash in the claim.
func (v *verifier) checkAssertions() {
	known := map[string]bool{}
	for _, ref := range v.claim.references() {
		label := ref.URL[strings.LastIndexByte(ref.URL, '/')+1:]
		assertion, found := v.find(ref.URL)
		sum, supported := v.sum(ref.Algorithm, assertion.raw)
		switch {
		case slices.Contains(v.claim.Redacted, ref.URL):
			v.report.note("assertion.redacted", label)
		case !found:
			v.report.fail("assertion.missing", label+" was removed from the statement, or renamed")
		case !supported:
			v.report.fail("algorithm.unsupported", label)
		case !bytes.Equal(sum, ref.Hash):
			v.report.fail("assertion.hashedURI.mismatch", label+", a part of the statement, was changed after signing")
		default:
			v.report.pass("assertion.hashedURI.match", label)
		}
		known[label] = true
	}
	assertions, _ := v.manifest.child(assertionsKind, assertionsLabel)
	for _, a := range assertions.children {
		if !known[a.label] {
			v.report.fail("assertion.undeclared", a.label+" was added to the statement after signing")
		}
		delete(known, a.label) // a second one with the same name was not compared
	}
}

// sum hashes parts with the algorithm of a reference or a binding, by default that of the claim.
func (v *verifier) sum(algorithm string, parts ...[]byte) (sum []byte, supported bool) {
	if algorithm == "" {
		algorithm = v.claim.Algorithm
	}
	hash, supported := map[string]crypto.Hash{"": crypto.SHA256, sha256Name: crypto.SHA256, "sha384": crypto.SHA384, "sha512": crypto.SHA512}[algorithm]
	if !supported {
		return nil, false
	}
	h := hash.New()
	for _, part := range parts {
		h.Write(part)
	}
	return h.Sum(nil), true
}

// checkBinding compares the file with its hash in the binding.
func (v *verifier) checkBinding() {
	assertions, _ := v.manifest.child(assertionsKind, assertionsLabel)
	box, found := assertions.labelled(hashLabel)
	var b binding
	if !found || lenient.Unmarshal(box.content(cborType), &b) != nil {
		v.report.fail("claim.hardBindings.missing", "the statement is not bound to a file")
		return
	}
	parts, ok := outside(v.file, b.Exclusions)
	exact := slices.Equal(b.Exclusions, []exclusion{v.place})
	sum, supported := v.hash, true
	if !exact || sum == nil || b.Algorithm != sha256Name {
		sum, supported = v.sum(b.Algorithm, parts...)
	}
	switch {
	case !ok:
		v.report.fail("assertion.dataHash.malformed", "the ranges that the hash leaves out make no sense")
	case !supported:
		v.report.fail("algorithm.unsupported", hashLabel)
	case !bytes.Equal(sum, b.Hash):
		v.report.fail("assertion.dataHash.mismatch", "the audio or the tags of the file were changed after signing")
	default:
		v.report.pass("assertion.dataHash.match", "")
	}
	if !exact {
		v.report.note("assertion.dataHash.additionalExclusionsPresent", "the hash leaves out bytes besides the manifest store: they may have been changed")
	}
}

// outside returns the parts of a file outside the ranges, which must be in order.
func outside(file []byte, ranges []exclusion) (parts [][]byte, ok bool) {
	at := 0
	for _, r := range ranges {
		if r.Start < at || r.Length < 0 || r.Start > len(file) || r.Length > len(file)-r.Start {
			return nil, false
		}
		parts = append(parts, file[at:r.Start])
		at = r.Start + r.Length
	}
	return append(parts, file[at:]), true
}

// checkActions rejects a statement that does not say how the file began.
func (v *verifier) checkActions(label string) {
	acts := v.report.Claim.Actions
	if label == formerClaimLabel {
		return // version 1 did not require it
	}
	created := len(acts) > 0 && acts[0].Action == "c2pa.created" && acts[0].SourceType != ""
	opened := len(acts) > 0 && acts[0].Action == "c2pa.opened"
	if !created && !opened {
		v.report.fail("assertion.action.malformed", "the statement does not say how the file was made")
	}
}

package credential

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"time"
)

// manifest is a statement with its identifiers, before it is bound to a file.
type manifest struct {
	statement Statement
	when      time.Time
	name      string // urn:c2pa:UUID
	instance  string // xmp:iid:UUID
}

// Labels within a manifest.
const (
	claimLabel       = "c2pa.claim.v2"
	formerClaimLabel = "c2pa.claim"
	signatureLabel   = "c2pa.signature"
)

// claim lists the assertions; the signature covers it.
type claim struct {
	Instance  string    `cbor:"instanceID"`
	Generator generator `cbor:"claim_generator_info"`
	Signature string    `cbor:"signature"`

	Created   []reference `cbor:"created_assertions"`
	Gathered  []reference `cbor:"gathered_assertions,omitempty"`
	Title     string      `cbor:"dc:title,omitempty"`
	Algorithm string      `cbor:"alg"`
}

type generator struct {
	Name        string `cbor:"name"`
	Version     string `cbor:"version,omitempty"`
	SpecVersion string `cbor:"specVersion"`
}

// specVersion is the version of the C2PA specification that manifests follow.
const specVersion = "2.2.0"

// binding ties a manifest to the bytes of a file. It contains the hash of everything but the
// exclusion, which is the store itself.
type binding struct {
	Exclusions []exclusion `cbor:"exclusions,omitempty"`
	Algorithm  string      `cbor:"alg,omitempty"`
	Name       string      `cbor:"name,omitempty"`
	Hash       []byte      `cbor:"hash"`
	Pad        []byte      `cbor:"pad"` // required, although not needed
}

// exclusion is a range of a file, in bytes.
type exclusion struct {
	Start  int `cbor:"start"`
	Length int `cbor:"length"`
}

const sha256Name = "sha256"

func newManifest(s Statement, now time.Time) manifest {
	return manifest{statement: s, when: now.UTC().Truncate(time.Second), name: "urn:c2pa:" + uuid(), instance: "xmp:iid:" + uuid()}
}

// store returns the manifest store for a file that has the given hash outside the exclusion. sign
// signs the claim.
func (m manifest) store(outside exclusion, hash []byte, sign func(claim []byte) ([]byte, error)) ([]byte, error) {
	stated := m.statement.assertions(m.when)
	bound := cborAssertion(hashLabel, binding{
		Exclusions: []exclusion{outside}, Algorithm: sha256Name, Name: "the manifest store", Hash: hash, Pad: []byte{},
	})
	claim := encode(m.claim(append(stated, bound)))
	signature, err := sign(claim)
	if err != nil {
		return nil, err
	}
	boxes := [][]byte{}
	for _, a := range append(stated, bound) {
		boxes = append(boxes, a.box)
	}
	return superbox(storeKind, storeKind, superbox(manifestKind, m.name,
		superbox(assertionsKind, assertionsLabel, boxes...),
		superbox(claimKind, claimLabel, box(cborType, claim)),
		superbox(signatureKind, signatureLabel, box(cborType, signature)),
	)), nil
}

// claim refers to the assertions: first the actions, as C2PA requires. What comes from the CMS is
// listed separately.
func (m manifest) claim(all []assertion) claim {
	c := claim{
		Instance: m.instance, Title: m.statement.Title, Algorithm: sha256Name,
		Generator: generator{m.statement.Generator.Name, m.statement.Generator.Version, specVersion},
		// Absolute: with a relative URL the manifest's name could be changed unnoticed.
		Signature: localURL + "/" + storeKind + "/" + m.name + "/" + signatureLabel,
	}
	for _, a := range all {
		switch a.label {
		case actionsLabel:
			c.Created = append([]reference{a.reference()}, c.Created...)
		case metadataLabel:
			c.Gathered = append(c.Gathered, a.reference())
		default:
			c.Created = append(c.Created, a.reference())
		}
	}
	return c
}

// room returns the range that the store takes if it begins at the given byte of the file. The
// binding includes that range, so its length depends on itself: room repeats until it is stable.
func (m manifest) room(start int, sign func(claim []byte) ([]byte, error)) (exclusion, error) {
	outside := exclusion{Start: start}
	for range 4 {
		store, err := m.store(outside, make([]byte, sha256.Size), sign)
		if err != nil {
			return outside, err
		}
		if len(store) == outside.Length {
			return outside, nil
		}
		outside.Length = len(store)
	}
	return outside, fmt.Errorf("the size of the manifest store does not settle at %d bytes", outside.Length)
}

// uuid returns a random UUID (RFC 9562, version 4).
func uuid() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

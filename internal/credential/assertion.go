package credential

import (
	"crypto/sha256"

	"github.com/fxamacker/cbor/v2"
)

// assertion is a superbox with one thing that is stated.
type assertion struct {
	label string
	box   []byte
}

func cborAssertion(label string, content any) assertion {
	return assertion{label, superbox(cborType, label, box(cborType, encode(content)))}
}

// reference names the assertion in its own manifest.
func (a assertion) reference() reference {
	sum := sha256.Sum256(a.box[boxHeader:])
	return reference{URL: localURL + assertionsLabel + "/" + a.label, Hash: sum[:]}
}

// How a reference begins, and the label of the superbox that has the assertions.
const (
	localURL        = "self#jumbf="
	assertionsLabel = "c2pa.assertions"
)

// deterministic is the encoding of claims and assertions (RFC 8949, 4.2.1): the same statement is
// the same bytes. Times have the tag that C2PA asks for.
var deterministic = func() cbor.EncMode {
	opts := cbor.CoreDetEncOptions()
	opts.Time, opts.TimeTag = cbor.TimeRFC3339, cbor.EncTagRequired
	return must(opts.EncMode())
}()

func encode(v any) []byte { return must(deterministic.Marshal(v)) }

// must panics where only a mistake in this package can be the reason.
func must[T any](v T, err error) T {
	if err != nil {
		panic("credential: " + err.Error())
	}
	return v
}

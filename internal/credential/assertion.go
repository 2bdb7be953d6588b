package credential

import (
	"crypto/sha256"

	"github.com/fxamacker/cbor/v2"
)

// assertion is a superbox that holds a single assertion.
type assertion struct {
	label string
	box   []byte
}

func cborAssertion(label string, content any) assertion {
	return assertion{label, superbox(cborType, label, box(cborType, encode(content)))}
}

// reference returns a reference to the assertion within its own manifest.
func (a assertion) reference() reference {
	sum := sha256.Sum256(a.box[boxHeader:])
	return reference{URL: localURL + assertionsLabel + "/" + a.label, Hash: sum[:]}
}

// The prefix of a reference, and the label of the superbox that holds the assertions.
const (
	localURL        = "self#jumbf="
	assertionsLabel = "c2pa.assertions"
)

// deterministic encodes claims and assertions (RFC 8949, 4.2.1), so that the same statement always
// produces the same bytes. Times get the tag that C2PA requires.
var deterministic = func() cbor.EncMode {
	opts := cbor.CoreDetEncOptions()
	opts.Time, opts.TimeTag = cbor.TimeRFC3339, cbor.EncTagRequired
	return must(opts.EncMode())
}()

func encode(v any) []byte { return must(deterministic.Marshal(v)) }

// must panics on an error, which can only come from a mistake in this package.
func must[T any](v T, err error) T {
	if err != nil {
		panic("credential: " + err.Error())
	}
	return v
}

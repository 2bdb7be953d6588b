package credential

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// envelope is a COSE_Sign1 (RFC 9052, 4.2) whose payload, the claim, is stored elsewhere.
type envelope struct {
	_           struct{} `cbor:",toarray"`
	Protected   []byte
	Unprotected cbor.RawMessage
	Payload     []byte // nil
	Signature   []byte
}

const coseSign1 = 18 // the CBOR tag

// protected is the header that the signature covers.
type protected struct {
	Algorithm int64           `cbor:"1,keyasint"`
	Chain     cbor.RawMessage `cbor:"33,keyasint,omitempty"` // RFC 9360: one certificate, or several
}

// unprotected is the header that can be added after signing.
type unprotected struct {
	Stamp *stamps `cbor:"sigTst2,omitempty"` // over the signature
	Old   *stamps `cbor:"sigTst,omitempty"`  // over the claim, as in C2PA before 2.1
	Pad   []byte  `cbor:"pad,omitempty"`
}

type stamps struct {
	Tokens []stamp `cbor:"tstTokens"`
}

type stamp struct {
	Token []byte `cbor:"val"`
}

// The time stamp is added after the file is hashed, so the signature reserves room for it. The
// remaining padding always stays large enough for its length to take two bytes.
const (
	stampRoom = 10 << 10
	leastPad  = 256
)

// header returns the signer's protected header.
func (s *Signer) header() []byte {
	certificates := make([][]byte, len(s.chain))
	for i, c := range s.chain {
		certificates[i] = c.Raw
	}
	chain := encode(certificates)
	if len(certificates) == 1 {
		chain = encode(certificates[0])
	}
	return encode(protected{s.algorithm.id, chain})
}

// blank returns an empty signature of the size that sign returns.
func (s *Signer) blank([]byte) ([]byte, error) {
	var h unprotected
	if s.authority != nil {
		h.Pad = make([]byte, stampRoom)
	}
	return sealed(s.header(), encode(h), make([]byte, s.algorithm.size)), nil
}

// sign returns the signed claim, with a time stamp if there is an authority.
func (s *Signer) sign(ctx context.Context, claim []byte) ([]byte, error) {
	header := s.header()
	signature, err := s.algorithm.sign(s.key, signed("Signature1", header, claim))
	if err != nil || s.authority == nil {
		return sealed(header, encode(unprotected{}), signature), err
	}
	token, err := s.authority.stamp(ctx, stamped(header, signature))
	if err != nil {
		return nil, err
	}
	unprotected, err := padded(token)
	return sealed(header, unprotected, signature), err
}

// padded returns the unprotected header with a time stamp, padded to the length of the blank one.
func padded(token []byte) ([]byte, error) {
	with := func(pad int) []byte {
		return encode(unprotected{Stamp: &stamps{[]stamp{{token}}}, Pad: make([]byte, pad)})
	}
	want := len(encode(unprotected{Pad: make([]byte, stampRoom)}))
	pad := leastPad + want - len(with(leastPad))
	if pad < leastPad {
		return nil, fmt.Errorf("the time stamp has %d bytes, more than the %d that there is room for: use another authority", len(token), stampRoom)
	}
	return with(pad), nil
}

func sealed(header, unprotected, signature []byte) []byte {
	return encode(cbor.Tag{Number: coseSign1, Content: envelope{Protected: header, Unprotected: unprotected, Signature: signature}})
}

// signed returns the bytes that a signature covers (RFC 9052, 4.4).
func signed(context string, header, payload []byte) []byte {
	return encode([]any{context, header, []byte{}, payload})
}

// stamped returns the bytes that a time stamp covers (C2PA 2.2, 10.3.2.5).
func stamped(header, signature []byte) []byte {
	return signed("CounterSignature", header, encode(signature))
}

// lenient decodes data that other programs wrote, within limits.
var lenient = must(cbor.DecOptions{
	DupMapKey: cbor.DupMapKeyEnforcedAPF, MaxNestedLevels: 32, MaxArrayElements: 1 << 16, MaxMapPairs: 1 << 16,
	ExtraReturnErrors: cbor.ExtraDecErrorNone, TimeTag: cbor.DecTagIgnored,
}.DecMode())

// parseEnvelope reads a signature and its headers.
func parseEnvelope(data []byte) (e envelope, p protected, u unprotected, err error) {
	tag := cbor.RawTag{}
	if err = lenient.Unmarshal(data, &tag); err == nil && tag.Number != coseSign1 {
		err = errors.New("it is not a COSE_Sign1")
	}
	if err == nil {
		err = lenient.Unmarshal(tag.Content, &e)
	}
	if err == nil {
		err = lenient.Unmarshal(e.Protected, &p)
	}
	if err == nil {
		err = lenient.Unmarshal(e.Unprotected, &u)
	}
	if err == nil && len(p.Chain) == 0 { // where C2PA 1.x stored it
		var former struct {
			Chain cbor.RawMessage `cbor:"x5chain"`
		}
		err = lenient.Unmarshal(e.Unprotected, &former)
		p.Chain = former.Chain
	}
	return e, p, u, err
}

// certificates returns the certificates of a header, the leaf first.
func (p protected) certificates() ([]*x509.Certificate, error) {
	var all [][]byte
	if err := lenient.Unmarshal(p.Chain, &all); err != nil {
		var one []byte
		if err := lenient.Unmarshal(p.Chain, &one); err != nil {
			return nil, errors.New("the signature has no certificate")
		}
		all = [][]byte{one}
	}
	if len(all) == 0 {
		return nil, errors.New("the signature has no certificate")
	}
	var chain []*x509.Certificate
	for _, der := range all {
		c, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, fmt.Errorf("a certificate of the signature cannot be read: %w", err)
		}
		chain = append(chain, c)
	}
	return chain, nil
}

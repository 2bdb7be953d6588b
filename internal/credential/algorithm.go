package credential

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	_ "crypto/sha256" // the hashes that algorithms name
	_ "crypto/sha512"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
)

// algorithm is a COSE signature algorithm (RFC 9053, RFC 8230).
type algorithm struct {
	id   int64
	name string
	hash crypto.Hash // 0: the key hashes the message itself
	size int         // of a signature, in bytes
}

// algorithms are those that C2PA allows (2.2, 13.2). Their sizes depend on the key and are not set
// here.
var algorithms = []algorithm{
	{id: -7, name: "ES256", hash: crypto.SHA256}, {id: -35, name: "ES384", hash: crypto.SHA384}, {id: -36, name: "ES512", hash: crypto.SHA512},
	{id: -37, name: "PS256", hash: crypto.SHA256}, {id: -38, name: "PS384", hash: crypto.SHA384}, {id: -39, name: "PS512", hash: crypto.SHA512},
	{id: -8, name: "EdDSA"},
}

func algorithmNumbered(id int64) (algorithm, error) {
	for _, a := range algorithms {
		if a.id == id {
			return a, nil
		}
	}
	return algorithm{}, fmt.Errorf("the signature's algorithm %d is none of C2PA's", id)
}

// algorithmOf returns the algorithm that a key signs with.
func algorithmOf(key crypto.PublicKey) (a algorithm, err error) {
	switch k := key.(type) {
	case *ecdsa.PublicKey:
		bits := k.Curve.Params().BitSize
		a, err = algorithmNumbered(map[int]int64{256: -7, 384: -35, 521: -36}[bits])
		a.size = 2 * coordinate(k)
	case *rsa.PublicKey:
		a, err = algorithmNumbered(-37)
		a.size = k.Size()
	case ed25519.PublicKey:
		a, err = algorithmNumbered(-8)
		a.size = ed25519.SignatureSize
	default:
		err = fmt.Errorf("a key of the type %T signs no files: use P-256, RSA or Ed25519", key)
	}
	return a, err
}

// coordinate returns the size of a coordinate on the key's curve, in bytes.
func coordinate(k *ecdsa.PublicKey) int { return (k.Curve.Params().BitSize + 7) / 8 }

// digest returns the digest of a message, as the key signs it.
func (a algorithm) digest(message []byte) []byte {
	if a.hash == 0 {
		return message
	}
	return sumBy(a.hash, message)
}

// sign signs a message and returns the signature in COSE's format.
func (a algorithm) sign(key crypto.Signer, message []byte) ([]byte, error) {
	var opts crypto.SignerOpts = a.hash
	if _, ok := key.Public().(*rsa.PublicKey); ok {
		opts = &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: a.hash}
	}
	signature, err := key.Sign(rand.Reader, a.digest(message), opts)
	if err != nil {
		return nil, fmt.Errorf("the key does not sign: %w", err)
	}
	if public, ok := key.Public().(*ecdsa.PublicKey); ok {
		return rawECDSA(signature, coordinate(public))
	}
	return signature, nil
}

// rawECDSA converts an ASN.1 signature into COSE's format: two integers of fixed size.
func rawECDSA(signature []byte, size int) ([]byte, error) {
	var numbers struct{ R, S *big.Int }
	if rest, err := asn1.Unmarshal(signature, &numbers); err != nil || len(rest) > 0 {
		return nil, errors.New("the key returns no ECDSA signature")
	}
	if max(numbers.R.BitLen(), numbers.S.BitLen()) > 8*size || min(numbers.R.Sign(), numbers.S.Sign()) < 0 {
		return nil, errors.New("the key's signature is of another curve")
	}
	raw := make([]byte, 2*size)
	numbers.R.FillBytes(raw[:size])
	numbers.S.FillBytes(raw[size:])
	return raw, nil
}

// verify reports whether a signature was made with a key.
func (a algorithm) verify(key crypto.PublicKey, message, signature []byte) bool {
	digest := a.digest(message)
	switch k := key.(type) {
	case *ecdsa.PublicKey:
		size := coordinate(k)
		if a.id > -7 || a.id < -36 || len(signature) != 2*size {
			return false
		}
		r, s := new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:])
		return ecdsa.Verify(k, digest, r, s)
	case *rsa.PublicKey:
		opts := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: a.hash}
		return a.id <= -37 && rsa.VerifyPSS(k, a.hash, digest, signature, opts) == nil
	case ed25519.PublicKey:
		return a.id == -8 && ed25519.Verify(k, digest, signature)
	}
	return false
}

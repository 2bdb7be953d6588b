// Package credential signs MP3 files with a statement of their origin, and verifies such statements
// in any MP3 file. A statement is a C2PA manifest (specification 2.2, "Content Credentials") in a
// GEOB frame of the file's ID3v2.4 tag.
//
// It does not decide what is stated, read settings or change audio. narrate signs tracks with it
// before they are published; `aloud verify` and `aloud credential` also call it.
package credential

import (
	"crypto"
	"crypto/x509"
	"errors"
	"fmt"
	"time"
)

// Signer signs files with one certificate. It is safe for concurrent use.
type Signer struct {
	chain     []*x509.Certificate // the leaf first, then its issuers
	key       crypto.Signer
	algorithm algorithm
	authority *authority // of time stamps; nil: none
}

// Options configure a Signer.
type Options struct {
	// TSA is the address of an RFC 3161 time stamp authority; "": none. Without its time stamps,
	// signatures become invalid when the certificate expires.
	TSA       string
	UserAgent string // sent to the TSA; "": Go's
}

// ErrExpired reports that a certificate has expired or is not valid yet. Nothing can be signed
// until it is replaced.
var ErrExpired = errors.New("the certificate is not valid now")

// New returns a signer for a certificate chain, the leaf first, and the leaf's key. The key only
// signs digests, so it may be in a KMS or an HSM. The error says what a verifier would refuse. New
// does not check the dates: see Expired.
func New(chain []*x509.Certificate, key crypto.Signer, opts Options) (*Signer, error) {
	if len(chain) == 0 {
		return nil, errors.New("the chain has no certificate: put the leaf first, then those that issued it")
	}
	if err := checkChain(chain); err != nil {
		return nil, err
	}
	public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !public.Equal(chain[0].PublicKey) {
		return nil, errors.New("the key is not that of the first certificate: name the key that was made with it, and put the leaf first in the chain")
	}
	algorithm, err := algorithmOf(key.Public())
	if err != nil {
		return nil, err
	}
	s := &Signer{chain: withoutRoot(chain), key: key, algorithm: algorithm}
	if opts.TSA != "" {
		s.authority = &authority{url: opts.TSA, userAgent: opts.UserAgent}
	}
	return s, nil
}

// withoutRoot returns the chain without its root, which verifiers that trust it already have.
func withoutRoot(chain []*x509.Certificate) []*x509.Certificate {
	last := chain[len(chain)-1]
	if len(chain) > 1 && selfSigned(last) {
		return chain[:len(chain)-1]
	}
	return chain
}

// Certificate returns the signing certificate.
func (s *Signer) Certificate() *x509.Certificate { return s.chain[0] }

// Stamps reports whether signatures get a time stamp, and therefore outlive the certificate.
func (s *Signer) Stamps() bool { return s.authority != nil }

// Expired returns ErrExpired if the certificate is not valid at the given time.
func (s *Signer) Expired(now time.Time) error {
	leaf := s.Certificate()
	switch {
	case now.Before(leaf.NotBefore):
		return fmt.Errorf("%w: the credential of %s applies from %s; check the clock", ErrExpired, Name(leaf.Subject), day(leaf.NotBefore))
	case now.After(leaf.NotAfter):
		return fmt.Errorf("%w: the credential of %s expired on %s; replace certificate and key", ErrExpired, Name(leaf.Subject), day(leaf.NotAfter))
	}
	return nil
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

package credential

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// A signing certificate must have one of these purposes (C2PA 2.2, 14.5.1).
var (
	emailProtection = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 4}
	documentSigning = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 36}
	claimSigning    = asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 62558, 2, 1}
)

// smallestRSA is in bits.
const smallestRSA = 2048

// checkProfile returns an error if verifiers would refuse a signing certificate. x509.Verify alone
// accepts certificates that they refuse.
func checkProfile(leaf *x509.Certificate) error {
	switch {
	case leaf.Version != 3:
		return errors.New("it is not an X.509 certificate of version 3")
	case leaf.IsCA:
		return errors.New("it is one of an authority, which may not sign files: put the leaf first in the chain")
	case selfSigned(leaf):
		return errors.New("it is signed by itself: have an authority issue it (aloud credential new makes one for trials)")
	case leaf.KeyUsage&x509.KeyUsageDigitalSignature == 0:
		return errors.New("its key usage lacks digitalSignature")
	case !hasPurpose(leaf):
		return errors.New("its extended key usage has none of emailProtection, documentSigning and C2PA claim signing")
	case slices.Contains(leaf.ExtKeyUsage, x509.ExtKeyUsageAny):
		return errors.New("its extended key usage allows any purpose")
	case len(leaf.AuthorityKeyId) == 0:
		return errors.New("it has no authority key identifier")
	case len(leaf.Subject.Organization) == 0:
		return errors.New("its subject names no organization (O)")
	}
	return checkKey(leaf.PublicKey)
}

// hasPurpose reports whether a certificate may sign files.
func hasPurpose(c *x509.Certificate) bool {
	if slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageEmailProtection) {
		return true
	}
	return slices.ContainsFunc(c.UnknownExtKeyUsage, func(purpose asn1.ObjectIdentifier) bool {
		return purpose.Equal(documentSigning) || purpose.Equal(claimSigning) || purpose.Equal(emailProtection)
	})
}

// checkKey returns an error if a public key cannot sign files.
func checkKey(key any) error {
	switch k := key.(type) {
	case *ecdsa.PublicKey:
		if k.Curve.Params().BitSize < 256 {
			return fmt.Errorf("its curve is %s: use P-256, P-384 or P-521", k.Curve.Params().Name)
		}
	case *rsa.PublicKey:
		if k.N.BitLen() < smallestRSA {
			return fmt.Errorf("its RSA key has %d bits: use %d or more", k.N.BitLen(), smallestRSA)
		}
	case ed25519.PublicKey:
	default:
		return fmt.Errorf("its key is a %T: use P-256, RSA or Ed25519", key)
	}
	return nil
}

// checkChain checks the leaf, and that each certificate is issued by the next.
func checkChain(chain []*x509.Certificate) error {
	if err := checkProfile(chain[0]); err != nil {
		return fmt.Errorf("verifiers would refuse the certificate of %s: %w", Name(chain[0].Subject), err)
	}
	for i, issued := range chain[:len(chain)-1] {
		if err := issued.CheckSignatureFrom(chain[i+1]); err != nil {
			return fmt.Errorf("certificate %d of the chain is not issued by the next one: put the leaf first, then who issued it: %w", i+1, err)
		}
	}
	return nil
}

func selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawIssuer, c.RawSubject) && c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

// Name returns the readable name of a certificate's subject or issuer: the organization, else the
// common name.
func Name(n pkix.Name) string {
	if len(n.Organization) > 0 {
		return n.Organization[0]
	}
	return n.CommonName
}

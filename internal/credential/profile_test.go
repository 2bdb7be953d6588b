package credential

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"io"
	"strings"
	"testing"
	"time"
)

// issue returns a leaf, bent as the test wants it, with its root.
func issue(t testing.TB, key crypto.Signer, bend func(leaf *x509.Certificate)) []*x509.Certificate {
	t.Helper()
	rootKey := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	now := time.Now()
	root := template("Root", "root", now, rootKey)
	root.IsCA, root.KeyUsage, root.NotAfter = true, x509.KeyUsageCertSign, now.Add(time.Hour)
	leaf := template("Leaf", "leaf", now, key)
	leaf.KeyUsage, leaf.NotAfter = x509.KeyUsageDigitalSignature, now.Add(time.Hour)
	leaf.UnknownExtKeyUsage = []asn1.ObjectIdentifier{documentSigning}
	if bend != nil {
		bend(leaf)
	}
	rootCert := must(x509.ParseCertificate(must(x509.CreateCertificate(rand.Reader, root, root, rootKey.Public(), rootKey))))
	leafCert := must(x509.ParseCertificate(must(x509.CreateCertificate(rand.Reader, leaf, rootCert, key.Public(), rootKey))))
	return []*x509.Certificate{leafCert, rootCert}
}

// Verifiers refuse these leaves, so no signer is made of them.
func TestBentLeavesAreRefused(t *testing.T) {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	for name, test := range map[string]struct {
		bend func(*x509.Certificate)
		want string // in the error; "" for none
	}{
		"straight": {nil, ""},
		"e-mail": {func(c *x509.Certificate) {
			c.UnknownExtKeyUsage = nil
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection}
		}, ""},
		"no purpose": {func(c *x509.Certificate) { c.UnknownExtKeyUsage = nil }, "extended key usage has none"},
		"of a server": {func(c *x509.Certificate) {
			c.UnknownExtKeyUsage = nil
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
		}, "extended key usage has none"},
		"any purpose":     {func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageAny} }, "any purpose"},
		"an authority":    {func(c *x509.Certificate) { c.IsCA = true }, "authority"},
		"no signatures":   {func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyAgreement }, "digitalSignature"},
		"no organization": {func(c *x509.Certificate) { c.Subject.Organization = nil }, "organization"},
	} {
		_, err := New(issue(t, key, test.bend), key, Options{})
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := New(issue(t, key, nil), must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader)), Options{}); err == nil || !strings.Contains(err.Error(), "not that of the first certificate") {
		t.Errorf("another key: %v", err)
	}
	chain := issue(t, key, nil)
	if _, err := New([]*x509.Certificate{chain[0], issue(t, key, nil)[1]}, key, Options{}); err == nil || !strings.Contains(err.Error(), "not issued by the next one") {
		t.Errorf("another root: %v", err)
	}
}

// remote is a key that only signs digests, as one in a KMS.
type remote struct{ crypto.Signer }

func (r remote) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return r.Signer.Sign(random, digest, opts)
}

func TestEveryKindOfKeySigns(t *testing.T) {
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]crypto.Signer{
		"ES256": must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader)), "ES384": must(ecdsa.GenerateKey(elliptic.P384(), rand.Reader)),
		"ES512": must(ecdsa.GenerateKey(elliptic.P521(), rand.Reader)), "PS256": must(rsa.GenerateKey(rand.Reader, 2048)), "EdDSA": ed,
	} {
		chain := issue(t, key, nil)
		signer, err := New(chain, remote{key}, Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		r := Verify(signedFile(t, signer, bridge), chain[1:], time.Now())
		if r.State != Trusted || r.Signer.Algorithm != name {
			t.Errorf("%s: %s by %s: %v", name, r.State, r.Signer.Algorithm, r.Failures)
		}
	}
	if small := must(rsa.GenerateKey(rand.Reader, 1024)); true {
		if _, err := New(issue(t, small, nil), small, Options{}); err == nil {
			t.Error("RSA of 1024 bits is taken")
		}
	}
}

package credential

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha1" //nolint:gosec // key identifiers are SHA-1 by the certificate profile, and secure nothing
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
	"time"
)

// Development is a root and a leaf certificate for testing, as PEM. Only those who are given the
// root trust them.
type Development struct {
	Root        []byte // certificate, for verifiers
	Certificate []byte // of the leaf
	Key         []byte // of the leaf, PKCS #8
	NotAfter    time.Time
}

// developmentYear is the validity of the leaf. Official certificates are not valid for longer.
const developmentYear = 365 * 24 * time.Hour

// NewDevelopment creates a root and a leaf for an organization. It discards the root's key, so the
// root cannot issue anything else.
func NewDevelopment(organization string, now time.Time) (Development, error) {
	organization = strings.TrimSpace(organization)
	if organization == "" {
		return Development{}, errors.New("name the organization that signs")
	}
	rootKey, leafKey, err := newKeys()
	if err != nil {
		return Development{}, err
	}
	now = now.UTC().Truncate(time.Second)
	root := template(organization, "development root", now, rootKey)
	root.IsCA, root.KeyUsage, root.NotAfter = true, x509.KeyUsageCertSign|x509.KeyUsageCRLSign, now.Add(10*developmentYear)
	leaf := template(organization, "development credential", now, leafKey)
	leaf.KeyUsage, leaf.NotAfter = x509.KeyUsageDigitalSignature, now.Add(developmentYear)
	leaf.UnknownExtKeyUsage = []asn1.ObjectIdentifier{documentSigning}
	rootDER, err := x509.CreateCertificate(rand.Reader, root, root, rootKey.Public(), rootKey)
	if err != nil {
		return Development{}, err
	}
	leafDER, err := x509.CreateCertificate(rand.Reader, leaf, root, leafKey.Public(), rootKey)
	if err != nil {
		return Development{}, err
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(leafKey)
	return Development{
		Root: pemOf(certificateBlock, rootDER), Certificate: pemOf(certificateBlock, leafDER), Key: pemOf("PRIVATE KEY", keyDER), NotAfter: leaf.NotAfter,
	}, err
}

func newKeys() (root, leaf *ecdsa.PrivateKey, err error) {
	if root, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err == nil {
		leaf, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	}
	return root, leaf, err
}

// template returns the fields that the root and the leaf share.
func template(organization, what string, now time.Time, key crypto.Signer) *x509.Certificate {
	serial := new(big.Int)
	var random [16]byte
	_, _ = rand.Read(random[:]) // it never fails
	random[0] &= 0x7f
	public := must(x509.MarshalPKIXPublicKey(key.Public()))
	id := sha1.Sum(public) //nolint:gosec // see the import
	return &x509.Certificate{
		SerialNumber: serial.SetBytes(random[:]), Subject: pkix.Name{Organization: []string{organization}, CommonName: organization + " " + what},
		NotBefore: now.Add(-time.Hour), BasicConstraintsValid: true, SubjectKeyId: id[:],
	}
}

func pemOf(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

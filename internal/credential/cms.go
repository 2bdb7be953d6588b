package credential

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"
)

// A time stamp is a CMS SignedData (RFC 5652) over a TSTInfo (RFC 3161, 2.4.2).
type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version      int
	Digests      asn1.RawValue
	Content      encapsulated
	Certificates asn1.RawValue `asn1:"optional,tag:0"`
	Revoked      asn1.RawValue `asn1:"optional,tag:1"`
	Signers      []signerInfo  `asn1:"set"`
}

type encapsulated struct {
	Type    asn1.ObjectIdentifier
	Content []byte `asn1:"explicit,tag:0"`
}

type signerInfo struct {
	Version    int
	ID         asn1.RawValue
	Digest     pkix.AlgorithmIdentifier
	Attributes asn1.RawValue `asn1:"optional,tag:0"`
	Algorithm  pkix.AlgorithmIdentifier
	Signature  []byte
	Unsigned   asn1.RawValue `asn1:"optional,tag:1"`
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values []asn1.RawValue `asn1:"set"`
}

type issuerAndSerial struct {
	Issuer asn1.RawValue
	Serial *big.Int
}

type stampInfo struct {
	Version  int
	Policy   asn1.ObjectIdentifier
	Imprint  imprint
	Serial   *big.Int
	Time     asn1.RawValue // encoding/asn1 refuses fractions of seconds
	Accuracy accuracy      `asn1:"optional"`
	Ordering bool          `asn1:"optional"`
	Nonce    *big.Int      `asn1:"optional"`
	TSA      asn1.RawValue `asn1:"optional,tag:0"`
	More     asn1.RawValue `asn1:"optional,tag:1"`
}

type accuracy struct {
	Seconds int `asn1:"optional"`
	Milli   int `asn1:"optional,tag:0"`
	Micro   int `asn1:"optional,tag:1"`
}

var (
	signedDataOID    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	stampInfoOID     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	messageDigestOID = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
)

var errToken = errors.New("the time stamp is damaged, or in a form that is not read")

// parseToken reads a time stamp and verifies its signature with the certificate that it contains.
func parseToken(der []byte) (token, error) {
	var outer contentInfo
	var data signedData
	var info stampInfo
	if _, err := asn1.Unmarshal(der, &outer); err != nil || !outer.Type.Equal(signedDataOID) {
		return token{}, errToken
	}
	if _, err := asn1.Unmarshal(outer.Content.Bytes, &data); err != nil || len(data.Signers) != 1 || !data.Content.Type.Equal(stampInfoOID) {
		return token{}, errToken
	}
	if _, err := asn1.Unmarshal(data.Content.Content, &info); err != nil {
		return token{}, errToken
	}
	at, err := time.Parse("20060102150405Z0700", string(info.Time.Bytes))
	if err != nil {
		return token{}, errToken
	}
	all, err := x509.ParseCertificates(data.Certificates.Bytes)
	if err != nil {
		return token{}, errToken
	}
	signer := data.Signers[0]
	t := token{time: at.UTC(), imprint: info.Imprint, nonce: info.Nonce, others: all}
	for _, c := range all {
		if signer.isOf(c) {
			t.signer = c
			return t, signer.verify(c, data.Content.Content)
		}
	}
	return token{}, errors.New("the time stamp lacks the certificate of its authority")
}

// isOf reports whether a certificate is the signer's. It compares the issuer and serial number, or
// the key identifier.
func (s signerInfo) isOf(c *x509.Certificate) bool {
	var id issuerAndSerial
	if _, err := asn1.Unmarshal(s.ID.FullBytes, &id); err == nil {
		return bytes.Equal(id.Issuer.FullBytes, c.RawIssuer) && id.Serial.Cmp(c.SerialNumber) == 0
	}
	return s.ID.Class == asn1.ClassContextSpecific && s.ID.Tag == 0 && bytes.Equal(s.ID.Bytes, c.SubjectKeyId)
}

// verify checks the signature over the signed attributes, which include the content's hash.
func (s signerInfo) verify(c *x509.Certificate, content []byte) error {
	hash, ok := hashOf(s.Digest.Algorithm)
	if !ok || len(s.Attributes.FullBytes) == 0 {
		return errToken
	}
	if !bytes.Equal(s.messageDigest(), sumBy(hash, content)) {
		return errors.New("the time stamp was changed")
	}
	attributes := bytes.Clone(s.Attributes.FullBytes)
	attributes[0] = asn1.TagSet | 0x20 // the tag with which they are signed (RFC 5652, 5.4)
	digest := sumBy(hash, attributes)
	valid := false
	switch key := c.PublicKey.(type) {
	case *rsa.PublicKey:
		valid = rsa.VerifyPKCS1v15(key, hash, digest, s.Signature) == nil
	case *ecdsa.PublicKey:
		valid = ecdsa.VerifyASN1(key, digest, s.Signature)
	}
	if !valid {
		return errors.New("the signature of the time stamp is wrong")
	}
	return nil
}

// messageDigest returns the content's hash from the signed attributes; nil if there is none.
func (s signerInfo) messageDigest() (digest []byte) {
	for rest := s.Attributes.Bytes; len(rest) > 0; {
		var a attribute
		var err error
		if rest, err = asn1.Unmarshal(rest, &a); err != nil {
			return nil
		}
		if a.Type.Equal(messageDigestOID) && len(a.Values) == 1 {
			digest = a.Values[0].Bytes
		}
	}
	return digest
}

func sumBy(hash crypto.Hash, data []byte) []byte {
	h := hash.New()
	h.Write(data)
	return h.Sum(nil)
}

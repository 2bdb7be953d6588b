package credential

import (
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

const certificateBlock = "CERTIFICATE"

// ParseChain parses the certificates in a PEM text, in order.
func ParseChain(text []byte) (chain []*x509.Certificate, err error) {
	for {
		var block *pem.Block
		if block, text = pem.Decode(text); block == nil {
			break
		}
		if block.Type != certificateBlock {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("certificate %d cannot be read: %w", len(chain)+1, err)
		}
		chain = append(chain, c)
	}
	if len(chain) == 0 {
		return nil, errors.New("has no certificate in PEM (-----BEGIN CERTIFICATE-----)")
	}
	return chain, nil
}

// ParseKey parses the first private key in a PEM text: PKCS #8, or the older formats for RSA and
// elliptic curves. The error never quotes the text.
func ParseKey(text []byte) (crypto.Signer, error) {
	for {
		var block *pem.Block
		if block, text = pem.Decode(text); block == nil {
			return nil, errors.New("has no private key in PEM (-----BEGIN PRIVATE KEY-----)")
		}
		var key any
		var err error
		switch block.Type {
		case "PRIVATE KEY":
			key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
		case "EC PRIVATE KEY":
			key, err = x509.ParseECPrivateKey(block.Bytes)
		case "RSA PRIVATE KEY":
			key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
		case "ENCRYPTED PRIVATE KEY":
			return nil, errors.New("is encrypted: decrypt it into a secret that only aloud reads (openssl pkey)")
		default:
			continue // such as EC PARAMETERS
		}
		signer, ok := key.(crypto.Signer)
		if err != nil || !ok {
			return nil, errors.New("has a private key that cannot be read: convert it with openssl pkcs8 -topk8 -nocrypt")
		}
		return signer, nil
	}
}

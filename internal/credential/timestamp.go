package credential

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"slices"
	"time"
)

// authority is an RFC 3161 time stamp authority, called over HTTP.
type authority struct {
	url       string
	userAgent string
}

// Limits of one request.
const (
	stampTimeout  = 20 * time.Second
	longestAnswer = 64 << 10
)

type stampRequest struct {
	Version      int
	Imprint      imprint
	Nonce        *big.Int
	Certificates bool
}

type imprint struct {
	Algorithm pkix.AlgorithmIdentifier
	Hash      []byte
}

type stampAnswer struct {
	Status struct {
		Status int
		Text   asn1.RawValue  `asn1:"optional"`
		Fail   asn1.BitString `asn1:"optional"`
	}
	Token asn1.RawValue `asn1:"optional"`
}

var sha256OID = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}

// stamp returns a token that covers data.
func (a *authority) stamp(ctx context.Context, data []byte) ([]byte, error) {
	sum := sha256.Sum256(data)
	nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 63))
	if err != nil {
		return nil, err
	}
	request := must(asn1.Marshal(stampRequest{
		Version: 1, Imprint: imprint{pkix.AlgorithmIdentifier{Algorithm: sha256OID, Parameters: asn1.NullRawValue}, sum[:]},
		Nonce: nonce, Certificates: true,
	}))
	answer, err := a.post(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("ask the time stamp authority %s: %w", a.url, err)
	}
	token, err := readAnswer(answer, data, nonce)
	if err != nil {
		return nil, fmt.Errorf("the answer of the time stamp authority %s: %w", a.url, err)
	}
	return token, nil
}

func (a *authority) post(ctx context.Context, request []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, stampTimeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.url, bytes.NewReader(request))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/timestamp-query")
	if a.userAgent != "" {
		r.Header.Set("User-Agent", a.userAgent)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		return nil, errors.New(answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, longestAnswer))
}

// readAnswer returns the token of an answer, without its status, if it belongs to this request.
func readAnswer(answer, data []byte, nonce *big.Int) ([]byte, error) {
	var a stampAnswer
	if _, err := asn1.Unmarshal(answer, &a); err != nil {
		return nil, errors.New("it is not a time stamp")
	}
	const grantedWithChanges = 1
	if a.Status.Status > grantedWithChanges || len(a.Token.FullBytes) == 0 {
		return nil, fmt.Errorf("it refuses with status %d", a.Status.Status)
	}
	t, err := parseToken(a.Token.FullBytes)
	switch {
	case err != nil:
		return nil, err
	case t.nonce == nil || t.nonce.Cmp(nonce) != 0:
		return nil, errors.New("it is for another request")
	}
	return a.Token.FullBytes, t.covers(data)
}

// token is a time stamp whose own signature was verified.
type token struct {
	time    time.Time
	imprint imprint
	nonce   *big.Int
	signer  *x509.Certificate
	others  []*x509.Certificate
}

// covers returns an error unless the token covers data.
func (t token) covers(data []byte) error {
	hash, ok := hashOf(t.imprint.Algorithm.Algorithm)
	if !ok {
		return errors.New("its hash is none of SHA-2")
	}
	if !bytes.Equal(sumBy(hash, data), t.imprint.Hash) {
		return errors.New("it is of other data")
	}
	return nil
}

// trusted returns an error unless one of the roots issued the authority's certificate for time
// stamps.
func (t token) trusted(roots []*x509.Certificate) error {
	if !slices.Contains(t.signer.ExtKeyUsage, x509.ExtKeyUsageTimeStamping) {
		return errors.New("the certificate of " + Name(t.signer.Subject) + " is not for time stamps")
	}
	return trusts(roots, append([]*x509.Certificate{t.signer}, t.others...), t.time)
}

func hashOf(oid asn1.ObjectIdentifier) (crypto.Hash, bool) {
	hash, ok := map[string]crypto.Hash{
		sha256OID.String(): crypto.SHA256, "2.16.840.1.101.3.4.2.2": crypto.SHA384, "2.16.840.1.101.3.4.2.3": crypto.SHA512,
	}[oid.String()]
	return hash, ok
}

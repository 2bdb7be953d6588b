package credential

import (
	"crypto/x509"
	"errors"
	"fmt"
	"time"
)

// checkSignature checks the claim's signature and the certificate.
func (v *verifier) checkSignature(claim []byte) {
	box, found := v.find(v.claim.Signature)
	if !found || box.kind != signatureKind {
		v.report.fail("claimSignature.missing", "the claim names no signature of this manifest")
		return
	}
	envelope, header, extra, err := parseEnvelope(box.content(cborType))
	if err != nil {
		v.report.fail("claimSignature.mismatch", "the signature cannot be read")
		return
	}
	algorithm, err := algorithmNumbered(header.Algorithm)
	if err != nil {
		v.report.fail("algorithm.unsupported", err.Error())
		return
	}
	chain, err := header.certificates()
	if err != nil {
		v.report.fail("signingCredential.invalid", err.Error())
		return
	}
	v.report.Signer = identityOf(chain[0], algorithm)
	if algorithm.verify(chain[0].PublicKey, signed("Signature1", envelope.Protected, claim), envelope.Signature) {
		v.report.pass("claimSignature.validated", "")
	} else {
		v.report.fail("claimSignature.mismatch", "the claim or its signature was changed after signing")
	}
	v.checkCertificate(chain, v.checkStamps(envelope, extra, claim))
}

func identityOf(c *x509.Certificate, a algorithm) *Identity {
	id := &Identity{
		CommonName: c.Subject.CommonName, Issuer: c.Issuer.String(), Serial: c.SerialNumber.Text(16),
		NotBefore: c.NotBefore.UTC(), NotAfter: c.NotAfter.UTC(), Algorithm: a.name,
	}
	if len(c.Subject.Organization) > 0 {
		id.Organization = c.Subject.Organization[0]
	}
	return id
}

// checkCertificate checks the certificate at the time of signing, as far as that time is proved.
func (v *verifier) checkCertificate(chain []*x509.Certificate, at time.Time) {
	leaf := chain[0]
	if err := checkProfile(leaf); err != nil {
		v.report.fail("signingCredential.invalid", "the certificate may not sign files: "+err.Error())
	}
	if at.Before(leaf.NotBefore) || at.After(leaf.NotAfter) {
		v.report.fail("signingCredential.expired", fmt.Sprintf("the certificate applies from %s to %s, and no trusted time stamp proves that the file was signed then",
			day(leaf.NotBefore), day(leaf.NotAfter)))
	} else {
		v.report.pass("claimSignature.insideValidity", "")
	}
	if err := trusts(v.roots, chain, at); err != nil {
		v.report.fail(untrusted, err.Error())
	} else {
		v.report.pass("signingCredential.trusted", "")
	}
}

// trusts returns an error unless one of the roots issued the chain.
func trusts(roots, chain []*x509.Certificate, at time.Time) error {
	if len(roots) == 0 {
		return errors.New("no trusted roots are given, so who signed is what the certificate says")
	}
	opts := x509.VerifyOptions{
		Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(), CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	}
	for _, root := range roots {
		opts.Roots.AddCert(root)
	}
	for _, c := range chain[1:] {
		opts.Intermediates.AddCert(c)
	}
	if _, err := chain[0].Verify(opts); err != nil {
		return errors.New("none of the trusted roots issued the certificate of " + Name(chain[0].Subject))
	}
	return nil
}

// checkStamps checks the time stamp, and returns the time at which to check the certificate: the
// time of the stamp if it is trusted, else now.
func (v *verifier) checkStamps(e envelope, extra unprotected, claim []byte) time.Time {
	over, found := stamped(e.Protected, e.Signature), extra.Stamp
	if found == nil {
		over, found = signed("CounterSignature", e.Protected, claim), extra.Old
	}
	if found == nil || len(found.Tokens) == 0 {
		return v.now
	}
	token, err := parseToken(found.Tokens[0].Token)
	if err == nil {
		err = token.covers(over)
	}
	if err != nil {
		v.report.note("timeStamp.mismatch", "the time stamp is not of this signature: "+err.Error())
		return v.now
	}
	v.report.pass("timeStamp.validated", "")
	v.report.Stamp = &TimeStamp{Time: token.time, Authority: Name(token.signer.Subject)}
	if err := token.trusted(v.roots); err != nil {
		v.report.note("timeStamp.untrusted", err.Error())
		return v.now
	}
	v.report.pass("timeStamp.trusted", "")
	v.report.Stamp.Trusted = true
	return token.time
}

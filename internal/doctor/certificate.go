package doctor

import (
	"crypto/tls"
	"errors"
	"time"
)

// renewBefore is how long before its end a certificate should have been renewed. Let's Encrypt's
// clients renew thirty days before.
const renewBefore = 14 * 24 * time.Hour

// Certificate judges the certificate of a connection, nil for one without TLS, at a time.
func Certificate(of *tls.ConnectionState, host string, now time.Time) Result {
	if of == nil || len(of.PeerCertificates) == 0 {
		return Found("%s has no TLS", host)
	}
	end := of.PeerCertificates[0].NotAfter
	if end.Sub(now) < renewBefore {
		return Warned("find out why it is not renewed, and renew it", "the certificate of %s ends on %s", host, end.UTC().Format(time.DateOnly))
	}
	return Found("the certificate of %s ends on %s", host, end.UTC().Format(time.DateOnly))
}

// Unreached is the result of a request that got no answer: fix is what to do, unless it is the
// certificate's fault.
func Unreached(err error, fix string) Result {
	if invalid := new(tls.CertificateVerificationError); errors.As(err, &invalid) {
		fix = "install a valid certificate for this name, with the whole chain"
	}
	r := Failed(fix, "%v", err)
	r.MayPass = true
	return r
}

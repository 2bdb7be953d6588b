package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/source"
)

// authority decides whether a request comes from the site and is recent. The zero authority refuses
// all requests.
type authority struct {
	verify    source.Verifier
	tolerance time.Duration
	page      string // rule for the addresses of pages, for hints
}

func newAuthority(verify source.Verifier, hook Hook) authority {
	return authority{verify: verify, tolerance: cmp.Or(hook.Tolerance, DefaultTolerance), page: hook.Page}
}

// check judges the header, before anything of the body is read. The body is still to be checked
// against the signature. A request without a time of sending counts as sent now.
func (a authority) check(r *http.Request, now time.Time) (source.Signature, error) {
	if a.verify == nil {
		return source.Signature{}, errors.New("the settings have no site of this name")
	}
	signature, err := a.verify(r)
	if err != nil {
		return source.Signature{}, err
	}
	if signature.SentAt.IsZero() {
		signature.SentAt = now
	}
	return signature, a.checkTime(signature.SentAt.Sub(now))
}

// checkTime refuses a request whose timestamp is too far ahead of our clock or, negative, behind
// it.
func (a authority) checkTime(ahead time.Duration) error {
	switch {
	case ahead > a.tolerance:
		return fmt.Errorf("the request's timestamp is %s ahead of our clock (%s allowed): check both clocks", ahead, a.tolerance)
	case ahead < -a.tolerance:
		return fmt.Errorf("the request's timestamp is %s behind our clock (%s allowed): check both clocks, and whether the sender retries for so long",
			-ahead, a.tolerance)
	default:
		return nil
	}
}

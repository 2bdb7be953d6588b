package web

import (
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
}

func newAuthority(verify source.Verifier, tolerance time.Duration) authority {
	if tolerance == 0 {
		tolerance = DefaultTolerance
	}
	return authority{verify: verify, tolerance: tolerance}
}

func (a authority) check(header http.Header, body []byte, now time.Time) (sentAt time.Time, err error) {
	if a.verify == nil {
		return time.Time{}, errors.New("the settings have no site of this name")
	}
	sentAt, err = a.verify(header, body)
	if err != nil {
		return time.Time{}, err
	}
	if err := a.checkTime(sentAt.Sub(now)); err != nil {
		return time.Time{}, err
	}
	return sentAt, nil
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

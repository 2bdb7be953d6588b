package web

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/source"
)

// authority decides whether a request is the site's own and of now. The zero one refuses all.
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
		return time.Time{}, errors.New("there is no site of this name in the settings")
	}
	sentAt, err = a.verify(header, body)
	if err != nil {
		return time.Time{}, err
	}
	if apart := now.Sub(sentAt); apart.Abs() > a.tolerance {
		return time.Time{}, fmt.Errorf("sent %s before our time, more than %s apart: check both clocks", apart, a.tolerance)
	}
	return sentAt, nil
}

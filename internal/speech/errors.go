package speech

import "errors"

// ErrPermanent marks an error that the same request will always meet.
var ErrPermanent = errors.New("cannot be spoken")

package article

import "cmp"

// FieldError says what is wrong with a field of a payload, once for the sender and once for logs,
// which must not contain what was sent.
type FieldError struct {
	Field   string // as the payload names it; "body" for all of it
	Problem string // what is wrong, without a word of what was sent
	Message string // for the sender, with what was sent; "": field and problem
}

// Error returns the message for the sender.
func (e FieldError) Error() string { return cmp.Or(e.Message, e.Field+" "+e.Problem) }

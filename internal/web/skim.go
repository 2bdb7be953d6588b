package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"github.com/aloud-audio/aloud/internal/article"
)

const (
	longestKept = 64 << 10 // bytes of a string in an overlong body that are kept; a longer one is emptied
	mostSkimmed = 1 << 20  // bytes of an overlong body that are kept in all
	skimsAtOnce = 4
)

// takeOverlong carries out an overlong hook if it removes or restricts an article: a removal counts
// however much text comes with it. The body is verified but not kept, except its short strings,
// which identify the article. Anything else is refused.
func (s *Server) takeOverlong(a arrival, body io.Reader) answer {
	if !s.skims.take(a.Context(), a.from, 1) {
		drain(a.Request)
		return overloaded("")
	}
	defer s.skims.give(a.from, 1, 1)
	var kept skimmed
	err := a.signature.Check(io.TeeReader(http.MaxBytesReader(nil, io.NopCloser(body), maxDrained), &kept))
	switch {
	case errors.Is(err, errOverlong):
		drain(a.Request)
		return tooLarge()
	case errors.As(err, new(*http.MaxBytesError)):
		return tooLarge()
	case err != nil:
		return unauthorized(err)
	}
	s.verified.add(a.from.client, s.now())
	change, err := a.parse(kept.json.Bytes())
	if err != nil || change.Hint || change.Ignored == "" && change.Payload.Status != article.Removed && !change.Payload.Restricted() {
		return tooLarge()
	}
	change.Payload = change.Payload.WithoutText()
	return s.takeChange(a, change, kept.json.Bytes())
}

var errOverlong = errors.New("the body is too large to scan: it has too much outside long strings")

// skimmed keeps the JSON that is written to it, without white space and with long strings emptied.
type skimmed struct {
	json     bytes.Buffer
	inString bool
	escaped  bool // the next byte belongs to an escape
	dropping bool // this string is too long
	start    int  // of this string in json
}

// Write returns errOverlong if too much is left.
func (s *skimmed) Write(p []byte) (int, error) {
	for _, c := range p {
		if s.inString {
			s.within(c)
		} else {
			s.between(c)
		}
	}
	if s.json.Len() > mostSkimmed {
		return 0, errOverlong
	}
	return len(p), nil
}

// between handles a byte outside of strings.
func (s *skimmed) between(c byte) {
	switch c {
	case ' ', '\t', '\r', '\n':
		return
	case '"':
		s.inString, s.dropping, s.start = true, false, s.json.Len()+1
	}
	s.json.WriteByte(c)
}

// within handles a byte of a string.
func (s *skimmed) within(c byte) {
	ends := c == '"' && !s.escaped
	s.escaped = c == '\\' && !s.escaped
	if s.inString = !ends; ends || !s.dropping {
		s.json.WriteByte(c)
	}
	if s.inString && s.json.Len()-s.start > longestKept {
		s.json.Truncate(s.start)
		s.dropping = true
	}
}

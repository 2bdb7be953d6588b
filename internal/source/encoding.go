package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

const utf8BOM = "\ufeff"

// utf8JSON returns JSON without a byte order mark. It refuses other encodings than UTF-8, which
// decoding would silently turn into replacement characters.
func utf8JSON(data []byte) ([]byte, error) {
	if wide := wideEncoding(data); wide != "" {
		return nil, bad("body", fmt.Sprintf("is %s: send JSON in UTF-8", wide), "")
	}
	if !utf8.Valid(data) {
		at := invalidAt(data)
		return nil, bad("body", fmt.Sprintf("is not UTF-8: byte %d is 0x%02x, which looks like %s: send JSON in UTF-8", at, data[at], byteEncoding(data)), "")
	}
	return bytes.TrimPrefix(data, []byte(utf8BOM)), nil
}

// wideEncodings are recognised by their first bytes: a byte order mark, or zeros around the first
// character.
var wideEncodings = []struct{ opening, name string }{
	{"\xff\xfe\x00\x00", "UTF-32LE"},
	{"\x00\x00\xfe\xff", "UTF-32BE"},
	{"{\x00\x00\x00", "UTF-32LE"},
	{"\x00\x00\x00{", "UTF-32BE"},
	{"\xff\xfe", "UTF-16LE"},
	{"\xfe\xff", "UTF-16BE"},
	{"{\x00", "UTF-16LE"},
	{"\x00{", "UTF-16BE"},
}

func wideEncoding(data []byte) string {
	for _, e := range wideEncodings {
		if bytes.HasPrefix(data, []byte(e.opening)) {
			return e.name
		}
	}
	return ""
}

// invalidAt returns the offset of the first byte that is not UTF-8.
func invalidAt(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(data) - 1
}

// byteEncoding guesses the encoding of text that is not UTF-8. Latin scripts have single letters
// beyond ASCII, Cyrillic has whole words of them.
func byteEncoding(data []byte) string {
	valid, single, joined := 0, 0, 0
	for at, previous := 0, false; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		invalid := r == utf8.RuneError && size == 1
		switch {
		case size > 1:
			valid++
		case invalid && previous:
			joined++
		case invalid:
			single++
		}
		at, previous = at+size, invalid
	}
	switch {
	case valid > single+joined:
		return "damaged UTF-8"
	case joined > single:
		return "windows-1251"
	default:
		return "windows-1252"
	}
}

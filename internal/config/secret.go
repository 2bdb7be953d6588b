package config

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

var byteOrderMark = []byte("\ufeff")

// secretOf returns the secret that a file holds, without a byte order mark and blanks around it.
func secretOf(content []byte) string {
	return strings.TrimSpace(string(bytes.TrimPrefix(content, byteOrderMark)))
}

// checkSecret refuses what no sender could sign with: nothing, several lines, and invisible
// characters, which slip in when a secret is copied from a page.
func checkSecret(secret string) error {
	if secret == "" {
		return errors.New("is empty: write one, or leave the key out")
	}
	for _, letter := range secret {
		switch {
		case letter == '\n':
			return errors.New("has more than one line: keep each secret in a file of its own")
		case !unicode.IsPrint(letter):
			return fmt.Errorf("has a character that cannot be seen (%U): copy the secret again", letter)
		}
	}
	return nil
}

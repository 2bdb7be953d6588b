package source

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

const inTwoScripts = `{"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published","text":"%"}`

func encoded(t *testing.T, cm *charmap.Charmap, text string) string {
	t.Helper()
	s, err := cm.NewEncoder().String(strings.ReplaceAll(inTwoScripts, "%", text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func wide(order binary.AppendByteOrder, mark string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(mark + strings.ReplaceAll(inTwoScripts, "%", "Паром"))) {
		b = order.AppendUint16(b, unit)
	}
	return string(b)
}

// Every hook and file names the encoding that it cannot be read in.
func TestOtherEncodingsAreNamed(t *testing.T) {
	for says, body := range map[string]string{
		"windows-1251":  encoded(t, charmap.Windows1251, "Паром знову ходить"),
		"windows-1252":  encoded(t, charmap.Windows1252, "Über Fähren ins café"),
		"UTF-16LE":      wide(binary.LittleEndian, ""),
		"UTF-16BE":      wide(binary.BigEndian, ""),
		"is UTF-16LE":   wide(binary.LittleEndian, utf8BOM),
		"is UTF-16BE":   wide(binary.BigEndian, utf8BOM),
		"UTF-32LE":      "{\x00\x00\x00\"\x00\x00\x00",
		"damaged UTF-8": strings.ReplaceAll(inTwoScripts, "%", "Паром \xd0 знову ходить"),
	} {
		_, generic := parsePayload([]byte(body))
		_, ghost := parseGhostHook(Delivery{Event: "published", Body: []byte(body)})
		_, file := ParseFile("a.json", "", []byte(body))
		for what, err := range map[string]error{"articles": generic, "ghost": ghost, "a file": file} {
			if !errors.Is(err, ErrBadPayload) || !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %v, want %s", what, err, says)
			}
		}
	}
}

func TestAByteOrderMarkIsNoText(t *testing.T) {
	p, err := parsePayload([]byte(utf8BOM + strings.ReplaceAll(inTwoScripts, "%", "Паром")))
	if err != nil || p.Text != "Паром" {
		t.Errorf("%+v, %v", p, err)
	}
	change, err := parseGhostHook(Delivery{Event: "published", Body: append([]byte(utf8BOM), hook(post, `{}`)...)})
	if err != nil || change.Payload.Title != published.Title {
		t.Errorf("%+v, %v", change, err)
	}
}

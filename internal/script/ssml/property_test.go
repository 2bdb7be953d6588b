package ssml_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// hostile are pieces of text that try to become markup, or that are hard to cut.
var hostile = []string{
	"]]>", "<![CDATA[", "<break/>", `<break time="9s"/>`, "</speak>", "</phoneme>", "<?a?>", "<!-- -->", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
	"&amp;", "&#0;", "&b;", "&", "<", ">", `"`, "'", "[pause]", "[pause long]", "[", "]", "[[kI2j]]", "[laughs]",
	"\x00", "\x1b", "\x7f", "\u0085", "\xff", "\xed\xa0\x80", "\uFFFD", "\uFFFE", "\uFEFF", "\u00AD", "\u202E", "\u2069", "\u2028",
	"👩‍🚒", "🏳️‍🌈", "é", "e\u0301", "می\u200cخواهم", "שלום", "สวัสดี", "Київ", "word", " ", "  ", ", ", "\r\n", "\t",
}

func drawString() *rapid.Generator[string] {
	part := rapid.OneOf(rapid.SampledFrom(hostile), rapid.String(), rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 4), func(b []byte) string { return string(b) }))
	return rapid.Map(rapid.SliceOfN(part, 0, 5), func(parts []string) string { return strings.Join(parts, "") })
}

// drawText draws marks on and between its parts and, if they may be wrong, anywhere.
func drawText(t *rapid.T, wrong bool) ssml.Text {
	var text ssml.Text
	for range rapid.IntRange(0, 6).Draw(t, "parts") {
		start := len(text.Spoken)
		text.Spoken += drawString().Draw(t, "part")
		m := ssml.Mark{Start: start, End: len(text.Spoken)}
		switch rapid.IntRange(0, 4).Draw(t, "mark") {
		case 0:
			m.IPA = drawString().Draw(t, "IPA")
		case 1:
			m.Start = m.End
		case 2:
			if !wrong {
				continue
			}
			m.Start, m.End = rapid.IntRange(-2, 20).Draw(t, "start"), rapid.IntRange(-2, 20).Draw(t, "end")
		default:
			continue
		}
		text.Marks = append(text.Marks, m)
	}
	return text
}

// drawCapabilities draws any combination, not only those of known voices.
func drawCapabilities(t *rapid.T) ssml.Capabilities {
	return ssml.Capabilities{
		Phoneme:        rapid.Bool().Draw(t, "phoneme"),
		Pronunciations: rapid.Bool().Draw(t, "pronunciations"),
		Brackets:       rapid.Bool().Draw(t, "brackets"),
	}
}

func TestNoWordIsLostAndNoMarkupGained(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkInput(t, drawCapabilities(t), drawText(t, true))
	})
}

func TestSizeDoesNotShrinkWhenTextIsAppended(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, whole := drawCapabilities(t), drawText(t, false)
		end := rapid.IntRange(0, len(whole.Spoken)).Draw(t, "end")
		if !utf8.ValidString(whole.Spoken[:end]) || !utf8.ValidString(whole.Spoken[end:]) {
			t.Skip("cut within a character")
		}
		part := ssml.Text{Spoken: whole.Spoken[:end], Marks: whole.Marks}
		if a, b := c.Input(part).Size(), c.Input(whole).Size(); a > b {
			t.Errorf("%q has size %d; with %q appended, %d", part.Spoken, a, whole.Spoken[end:], b)
		}
	})
}

type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkInput checks an input with a parser, not with the code under test.
func checkInput(t failer, c ssml.Capabilities, text ssml.Text) {
	t.Helper()
	in := c.Input(text)
	if !utf8.ValidString(in.Text) || strings.ContainsFunc(in.Text, upsetting) {
		t.Errorf("%q has characters that upset voices", in.Text)
	}
	var said string
	switch in.Kind {
	case ssml.KindText:
		said = in.Text
	case ssml.KindSSML:
		said = parse(t, c, in.Text)
	default:
		t.Errorf("kind %q", in.Kind)
	}
	if want := expected(c, text.Spoken); said != want {
		t.Errorf("%s %q says %q, want %q", in.Kind, in.Text, said, want)
	}
	if c.Brackets && strings.ContainsAny(said, "[]") {
		t.Errorf("%q has brackets", said)
	}
	for _, p := range in.Pronunciations {
		if !c.Pronunciations || c.Phoneme || !strings.Contains(said, p.Phrase) || strings.TrimSpace(p.IPA) == "" || strings.ContainsFunc(p.IPA, upsetting) {
			t.Errorf("pronunciation %q of %q", p, in.Text)
		}
	}
}

// upsetting reports whether no input may contain r, according to ToValidUTF8 and the categories of
// Unicode.
func upsetting(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Noncharacter_Code_Point, unicode.Zl, unicode.Zp) || strings.ContainsRune("\uFFFD\uFEFF\u00AD\u200B\u2060", r)
}

// expected returns the spoken form with each upsetting character replaced by a space or nothing.
func expected(c ssml.Capabilities, spoken string) string {
	var want strings.Builder
	for _, r := range spoken { // bytes of broken UTF-8 are U+FFFD each
		switch {
		case unicode.Is(unicode.Cf, r) && upsetting(r):
		case upsetting(r):
			want.WriteByte(' ')
		case r == '[' && c.Brackets:
			want.WriteByte('(')
		case r == ']' && c.Brackets:
			want.WriteByte(')')
		default:
			want.WriteRune(r)
		}
	}
	return want.String()
}

// parse returns the character data of an SSML document, and checks that all tags are ours and known
// to the voice.
func parse(t failer, c ssml.Capabilities, document string) string {
	t.Helper()
	var said strings.Builder
	var path string
	decoder := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return said.String()
		}
		if err != nil {
			t.Errorf("%q: %v", document, err)
			return ""
		}
		switch token := token.(type) {
		case xml.StartElement:
			path += "/" + token.Name.Local
			checkElement(t, c, path, token)
		case xml.EndElement:
			path = strings.TrimSuffix(path, "/"+token.Name.Local)
		case xml.CharData:
			said.Write(token)
		default:
			t.Errorf("%q contains a %T", document, token)
		}
	}
}

func checkElement(t failer, c ssml.Capabilities, path string, e xml.StartElement) {
	t.Helper()
	attribute := func(i int, name string) string {
		if i >= len(e.Attr) || e.Attr[i].Name != (xml.Name{Local: name}) {
			t.Errorf("%s has attributes %v", path, e.Attr)
			return ""
		}
		return e.Attr[i].Value
	}
	ok := e.Name.Space == ""
	switch path {
	case "/speak":
		ok = ok && len(e.Attr) == 0
	case "/speak/phoneme":
		ph := attribute(1, "ph")
		ok = ok && c.Phoneme && len(e.Attr) == 2 && attribute(0, "alphabet") == "ipa" && ph != "" && !strings.ContainsFunc(ph, upsetting)
	default:
		ok = false
	}
	if !ok {
		t.Errorf("%s %v is not an element that we write and the voice accepts", path, e.Attr)
	}
}

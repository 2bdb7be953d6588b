package track

import (
	"encoding/binary"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// frames are the frames of an ID3v2.4 tag, with all text in UTF-8
// (https://id3.org/id3v2.4.0-structure and -frames). An empty value adds no frame.
type frames []byte

const utf8Encoding = "\x03"

// add appends a frame without flags.
func (f *frames) add(id string, body ...string) {
	content := strings.Join(body, "")
	*f = append(*f, id...)
	*f = append(*f, synchsafe(len(content))...)
	*f = append(*f, 0, 0)
	*f = append(*f, content...)
}

// text adds a frame with one line of text, after a description if the frame has one.
func (f *frames) text(id, line string, description ...string) {
	if line = oneLine(line); line == "" {
		return
	}
	body := []string{utf8Encoding}
	for _, d := range description {
		body = append(body, d, "\x00")
	}
	f.add(id, append(body, line)...)
}

// comment adds a frame whose text has a language (ISO 639-2) and may have several lines.
func (f *frames) comment(id, lang, text string) {
	if text == "" {
		return
	}
	if lang == "" {
		lang = "XXX" // how ID3v2.4 writes an unknown language
	}
	f.add(id, utf8Encoding, lang, "\x00", text)
}

// link adds a URL frame. The frame has no text encoding, so non-ASCII characters are escaped. An
// invalid URL is omitted.
func (f *frames) link(id, address string) {
	if u, err := url.Parse(address); err == nil && address != "" {
		f.add(id, u.String())
	}
}

// private adds data that belongs to the program named owner.
func (f *frames) private(owner, data string) { f.add("PRIV", owner, "\x00", data) }

// picture adds the front cover.
func (f *frames) picture(p Picture) {
	const frontCover = "\x03"
	if len(p.Data) > 0 {
		f.add("APIC", utf8Encoding, p.MIME, "\x00", frontCover, "\x00", string(p.Data))
	}
}

// maxChapters is the capacity of the table of contents.
const maxChapters = 255

// chapters adds the table of contents and its chapters (https://id3.org/id3v2-chapters-1.0). Times
// are in milliseconds.
func (f *frames) chapters(t Track) {
	listed := t.Chapters[:min(len(t.Chapters), maxChapters)]
	if len(listed) == 0 {
		return
	}
	const topLevelOrdered = "\x03"
	ids := make([]string, len(listed))
	for i, chapter := range listed {
		ids[i] = fmt.Sprintf("chapter%d\x00", i+1)
		ms := func(sample int64) string {
			return string(binary.BigEndian.AppendUint32(nil, uint32(t.At(sample).Milliseconds())))
		}
		const noOffset = "\xFF\xFF\xFF\xFF" // into the bytes of the file
		var title frames
		title.text("TIT2", chapter.Title)
		f.add("CHAP", ids[i], ms(chapter.Start), ms(chapter.End), noOffset, noOffset, string(title))
	}
	f.add("CTOC", "toc\x00", topLevelOrdered, string([]byte{byte(len(ids))}), strings.Join(ids, ""))
}

// Bytes of a tag's header, and of the zeros after its last frame: ExifTool considers a tag without
// them truncated.
const (
	tagHeader  = 10
	tagPadding = 10
)

// tag returns the complete tag: header, frames and padding.
func (f frames) tag() []byte {
	header := append([]byte("ID3\x04\x00\x00"), synchsafe(len(f)+tagPadding)...)
	return append(append(header, f...), make([]byte, tagPadding)...)
}

// synchsafe encodes n in four bytes of seven bits each, so that no size looks like the start of an
// MPEG frame.
func synchsafe(n int) []byte {
	spread := n&0x7f | n<<1&0x7f00 | n<<2&0x7f0000 | n<<3&0x7f000000
	return binary.BigEndian.AppendUint32(nil, uint32(spread))
}

// iso639 returns the ISO 639-2/T code of a BCP 47 language, or "" if it has none.
func iso639(tag string) string {
	base, confidence := language.Make(tag).Base()
	if confidence != language.Exact { // a guess, such as English for an empty tag
		return ""
	}
	return base.ISO3()
}

// oneLine returns s as valid UTF-8 without line breaks and other control characters, which neither
// ID3 nor WebVTT allows.
func oneLine(s string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), isLineSpace)
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.Join(words, " "))
}

// isLineSpace reports white space that oneLine folds. It keeps no-break spaces, which belong to the
// text.
func isLineSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F'
}

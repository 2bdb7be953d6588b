package track

import (
	"encoding/binary"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// frames are those of an ID3v2.4 tag, all text in UTF-8 (https://id3.org/id3v2.4.0-structure and -frames). What is empty
// becomes no frame.
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

// text adds a frame of one line, of those that have it behind a description.
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

// comment adds a frame whose text is in a language (ISO 639-2) and may have lines.
func (f *frames) comment(id, lang, text string) {
	if text == "" {
		return
	}
	if lang == "" {
		lang = "XXX" // none is stated
	}
	f.add(id, utf8Encoding, lang, "\x00", text)
}

// link adds a URL, which has no encoding: what is not ASCII is escaped. What is no URL is left out.
func (f *frames) link(id, address string) {
	if u, err := url.Parse(address); err == nil && address != "" {
		f.add(id, u.String())
	}
}

// private adds what belongs to the program of that name.
func (f *frames) private(owner, data string) { f.add("PRIV", owner, "\x00", data) }

// picture adds the front cover.
func (f *frames) picture(p Picture) {
	const frontCover = "\x03"
	if len(p.Data) > 0 {
		f.add("APIC", utf8Encoding, p.MIME, "\x00", frontCover, "\x00", string(p.Data))
	}
}

// maxChapters is what the table of contents can count.
const maxChapters = 255

// chapters adds the table of contents and what it lists (https://id3.org/id3v2-chapters-1.0). Times are milliseconds.
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

// tag is the frames behind the header.
func (f frames) tag() []byte {
	header := append([]byte("ID3\x04\x00\x00"), synchsafe(len(f))...)
	return append(header, f...)
}

// synchsafe is n in four bytes of seven bits each, so that no size looks like the start of an MPEG frame.
func synchsafe(n int) []byte {
	spread := n&0x7f | n<<1&0x7f00 | n<<2&0x7f0000 | n<<3&0x7f000000
	return binary.BigEndian.AppendUint32(nil, uint32(spread))
}

// iso639 is the ISO 639-2 code, by its native name, of a BCP 47 language, or "" for none.
func iso639(tag string) string {
	base, confidence := language.Make(tag).Base()
	if confidence != language.Exact { // a guess, such as English for an empty tag
		return ""
	}
	return base.ISO3()
}

// oneLine is s as valid UTF-8 without line breaks or other control characters: neither ID3 nor WebVTT can have them in
// a text.
func oneLine(s string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), isLineSpace)
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.Join(words, " "))
}

// isLineSpace is true for the white space that is not kept. A no-break space is, since it belongs to the text.
func isLineSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F'
}

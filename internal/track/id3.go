package track

import (
	"encoding/binary"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Tags is what the file says about itself. What is empty is left out.
type Tags struct {
	Title    string // the article's headline
	Artist   string // who published it, or wrote it
	Language string // BCP 47
	Label    string // tells people that AI made the audio
}

// digitalSourceType is IPTC's term for media made by a trained model
// (https://cv.iptc.org/newscodes/digitalsourcetype/). IPTC defines no place for it in ID3; a TXXX frame named as its XMP
// property is our convention.
const digitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

// id3 is the tags as an ID3v2.4 tag, all text in UTF-8 (https://id3.org/id3v2.4.0-structure and -frames). It always
// tells programs that the audio is AI's; the label that tells people is the comment, which is what players show.
func (t Tags) id3() []byte {
	var frames []byte
	frames = appendFrame(frames, "TIT2", "", t.Title)
	frames = appendFrame(frames, "TPE1", "", t.Artist)
	frames = appendFrame(frames, "TLAN", "", iso639(t.Language))
	frames = appendFrame(frames, "TXXX", "DigitalSourceType\x00", digitalSourceType)
	frames = appendFrame(frames, "COMM", "XXX\x00", t.Label) // in no stated language, without description
	header := append([]byte("ID3\x04\x00\x00"), synchsafe(len(frames))...)
	return append(header, frames...)
}

const utf8Encoding = 3

// appendFrame appends a frame whose body is the encoding, what the frame's kind wants before its text, and the text.
func appendFrame(dst []byte, id, before, text string) []byte {
	if text = oneLine(text); text == "" {
		return dst
	}
	dst = append(dst, id...)
	dst = append(dst, synchsafe(1+len(before)+len(text))...)
	dst = append(dst, 0, 0, utf8Encoding) // no flags
	dst = append(dst, before...)
	return append(dst, text...)
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

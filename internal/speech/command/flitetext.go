package command

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/aloud-audio/aloud/internal/speech"
)

// flite supports only English and only ASCII. The spelling below is for that program alone; a
// script needs none of it for other voices.

// asciiFor replaces characters of English typography and Latin letters that Unicode does not
// decompose to ASCII.
var asciiFor = strings.NewReplacer(
	"‘", "'", "’", "'", "ʼ", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "–", "-", "—", " - ", "⁄", "/",
	"ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i",
	"€", " euros ", "£", " pounds ", "₴", " hryvnias ", "°", " degrees ", "×", " by ",
)

// fliteText converts text to the ASCII that flite supports: flite treats every other byte as a
// silent word. Accents are dropped, and other symbols become spaces. A letter outside Latin would
// be lost to the listener, so it is an ErrPermanent: a script transliterates such letters
// beforehand, unless its site has switched that off.
func fliteText(text string) (string, error) {
	var ascii strings.Builder
	for _, r := range asciiFor.Replace(norm.NFKD.String(text)) {
		switch {
		case r <= unicode.MaxASCII:
			ascii.WriteRune(r)
		case unicode.In(r, unicode.Mn, unicode.Cf): // accents and invisible characters (soft hyphen)
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return "", speech.Permanent(fmt.Errorf("flite has no sound for %q: take transliteration out of the site's spoken_off, or take another voice, such as espeak-ng:en-us", r))
		default:
			ascii.WriteByte(' ')
		}
	}
	return ascii.String(), nil
}

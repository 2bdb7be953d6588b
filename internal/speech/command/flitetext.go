package command

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/aloud-audio/aloud/internal/speech"
)

// flite speaks English only and knows ASCII only. What follows is how it must be spelled for: it is
// about that program, and says nothing that a script should say for any other voice.

// asciiFor has the characters of English typography, and the Latin letters, that Unicode does not
// decompose to ASCII.
var asciiFor = strings.NewReplacer(
	"‘", "'", "’", "'", "ʼ", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "–", "-", "—", " - ", "⁄", "/",
	"ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i",
	"€", " euros ", "£", " pounds ", "₴", " hryvnias ", "°", " degrees ", "×", " by ",
)

// fliteText is text in the ASCII that flite understands: it takes each byte of UTF-8 beyond that
// for a word, without a sound. Accents are dropped, and other symbols give way to a space. A letter
// that is not Latin would be lost to the listener, so it is an ErrPermanent: a script spells it in
// Latin ones before, unless its site has switched that off.
func fliteText(text string) (string, error) {
	var ascii strings.Builder
	for _, r := range asciiFor.Replace(norm.NFKD.String(text)) {
		switch {
		case r <= unicode.MaxASCII:
			ascii.WriteRune(r)
		case unicode.In(r, unicode.Mn, unicode.Cf): // accents and what is invisible, soft hyphens for one
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return "", speech.Permanent(fmt.Errorf("flite has no sound for %q: take transliteration out of the site's spoken_off, or take another voice, such as espeak-ng:en-us", r))
		default:
			ascii.WriteByte(' ')
		}
	}
	return ascii.String(), nil
}

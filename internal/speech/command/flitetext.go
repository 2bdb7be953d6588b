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
	"‘", "'", "’", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "–", "-", "—", " - ", "⁄", "/",
	"ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i",
	"€", " euros ", "£", " pounds ", "₴", " hryvnias ", "°", " degrees ", "×", " by ",
)

// latinFor spells Cyrillic names as the resolution of Ukraine's government of 2010 (No. 55) does,
// and the letters that only Russian has as they are heard: an English article may have a name or
// two in the original.
var latinFor = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'и': "y",
	'і': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ь': "", 'ю': "iu", 'я': "ia",
	'ы': "y", 'э': "e", 'ъ': "",
}

// fliteText is text in the ASCII that flite understands: it takes each byte of UTF-8 beyond that
// for a word, without a sound. Accents are dropped, Cyrillic is spelt in Latin letters, and other
// symbols give way to a space. Any other letter would be lost to the listener, so it is an
// ErrPermanent.
func fliteText(text string) (string, error) {
	var ascii strings.Builder
	for _, r := range asciiFor.Replace(norm.NFKD.String(text)) {
		latin, cyrillic := latinFor[unicode.ToLower(r)]
		switch {
		case cyrillic:
			ascii.WriteString(latin)
		case r <= unicode.MaxASCII:
			ascii.WriteRune(r)
		case unicode.In(r, unicode.Mn, unicode.Cf): // accents and what is invisible, soft hyphens for one
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return "", speech.Permanent(fmt.Errorf("flite can't say %q, which is neither Latin nor Ukrainian: take another voice, such as espeak-ng:en-us", r))
		default:
			ascii.WriteByte(' ')
		}
	}
	return ascii.String(), nil
}

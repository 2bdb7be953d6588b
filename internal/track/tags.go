package track

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
)

// Tags is the metadata of the file. Empty fields are omitted.
type Tags struct {
	Title    string // the article's headline
	Artist   string // who wrote it
	Site     string // who published it
	Language string // BCP 47; also decides how cues are split into sentences
	Date     time.Time
	URL      string // of the article's page
	Cover    Picture
	Label    string // discloses to people that AI made the audio
	Voice    string // the name in the settings

	// SourceType is IPTC's term for how the voice is made. "": by a trained model.
	SourceType string
}

// Picture is an image file.
type Picture struct {
	MIME string // image/jpeg or image/png
	Data []byte
}

// Sum identifies a picture by its content.
func (p Picture) Sum() string { return fmt.Sprintf("%x", sha256.Sum256(p.Data)) }

// xmp is a packet with the source type, which replaces %s (Adobe XMP specification, parts 1 and 3;
// IPTC Photo Metadata Standard 2023.1). IPTC defines no place for its terms in ID3. We put the term
// in this packet, where programs that support IPTC look, and in a TXXX frame named like the XMP
// property, which any program shows.
const xmp = `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 Iptc4xmpExt:DigitalSourceType="%s"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

// id3 returns the ID3v2.4 tag of a track, ending with the frame that last returns. It always
// declares to programs that the voice is synthetic; the label for people is the comment, which
// players show.
func (t Tags) id3(track Track, last LastFrame) ([]byte, error) {
	lang, source := iso639(t.Language), cmp.Or(t.SourceType, audio.TrainedModel)
	var f frames
	f.text("TIT2", t.Title)
	f.text("TPE1", t.Artist)
	f.text("TALB", t.Site)
	f.text("TPUB", t.Site)
	f.text("TLAN", lang)
	if !t.Date.IsZero() {
		f.text("TDRC", t.Date.UTC().Format("2006-01-02T15:04:05"))
	}
	f.link("WOAF", t.URL)
	f.text("TXXX", source, "DigitalSourceType")
	f.text("TXXX", t.Voice, "Voice")
	f.comment("COMM", "", oneLine(t.Label)) // in no stated language, without description
	f.comment("USLT", lang, transcript(track.Cues))
	f.private("XMP", fmt.Sprintf(xmp, source))
	f.chapters(track)
	f.picture(t.Cover)
	if last != nil {
		frame, err := last(tagHeader + len(f))
		if err != nil {
			return nil, err
		}
		f = append(f, frame...)
	}
	return f.tag(), nil
}

// transcript returns the text of the cues, one sentence per line.
func transcript(cues []Cue) string {
	var lines []string
	for _, cue := range cues {
		if line := oneLine(cue.Text); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

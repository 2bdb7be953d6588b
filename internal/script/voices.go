package script

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/article"
)

// voices builds a block's segments. Where its language changes to one that has a voice of its own,
// a new segment begins.
func (b builder) voices(i int, block article.Block) ([]Segment, error) {
	b = b.in(block.Language).withVoice()
	w := written{block.Text, block.Passages}
	stretches := w.byVoice(b)
	var all []Segment
	for n, s := range stretches {
		end := string(block.Role)
		if n < len(stretches)-1 {
			end = ClauseEnd
		}
		by := b.in(s.language).withVoice()
		parts, err := by.cut(w.part(s.from, s.to).in(s.language), end, joints)
		if err != nil {
			return nil, err
		}
		all = append(all, by.segments(i, block.Role, parts)...)
	}
	return all, nil
}

// withVoice is the builder with the limit of the voice that its language has of its own.
func (b builder) withVoice() builder {
	if limit, ok := b.foreign[b.language]; ok {
		b.limit, b.reader = limit, b.language
	}
	return b
}

// byVoice divides the text where another voice begins to speak. White space and marks that stand
// alone between two stay with the former.
func (w written) byVoice(b builder) []stretch {
	var all []stretch
	for _, s := range w.byLanguage(b.language) {
		if _, own := b.foreign[s.language]; !own {
			s.language = b.language
		}
		silent := lastSpeakable(w.text[s.from:s.to]) < 0
		if n := len(all); n > 0 && (silent || all[n-1].language == s.language) {
			all[n-1].to = s.to
			continue
		}
		if n := len(all); n > 0 {
			s.from += len(w.text[s.from:s.to]) - len(strings.TrimLeftFunc(w.text[s.from:s.to], goesOn))
			all[n-1].to = s.from
		}
		all = append(all, s)
	}
	return all
}

// goesOn reports what belongs to the text before it: the comma behind a quotation.
func goesOn(r rune) bool { return unicode.IsSpace(r) || !speakable(r) && !isOpener(r) }

// in is a text whose language is the given one: passages in it are no passages any more.
func (w written) in(language string) written {
	var rest []article.Passage
	for _, p := range w.passages {
		if p.Language != language {
			rest = append(rest, p)
		}
	}
	w.passages = rest
	return w
}

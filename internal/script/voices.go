package script

import (
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/article"
)

// voices builds a block's segments. A new segment begins where the text changes to a language that
// has its own voice.
func (b builder) voices(i int, block article.Block) ([]Segment, error) {
	b = b.by(block.Speaker()).in(block.Language).withVoice()
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

// by returns the builder for what a speaker says, with the limit of the speaker's voice if there is
// one.
func (b builder) by(speaker article.Speaker) builder {
	if limit, ok := b.speakers[speaker]; ok {
		b.limit, b.speaker = limit, speaker
	}
	return b
}

// withVoice returns the builder with the limit of the voice that its language has, if it has its
// own.
func (b builder) withVoice() builder {
	if limit, ok := b.foreign[b.language]; ok {
		b.limit, b.reader, b.speaker = limit, b.language, article.Author
	}
	return b
}

// byVoice splits the text where the voice changes. White space and marks between two stretches
// belong to the first.
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

// goesOn reports whether r belongs to the text before it, like the comma after a quotation.
func goesOn(r rune) bool { return unicode.IsSpace(r) || !speakable(r) && !isOpener(r) }

// in returns w as a text in the given language. Passages in that language are no longer passages.
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

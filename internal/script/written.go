package script

import "github.com/aloud-audio/aloud/internal/article"

// written is a block's text, or a part of it, with its passages in other languages.
type written struct {
	text     string
	passages []article.Passage
}

// part is a range of the text.
func (w written) part(from, to int) written {
	part := written{text: w.text[from:to]}
	for _, p := range w.passages {
		start, end := max(p.Start, from), min(p.End, to)
		if start < end {
			part.passages = append(part.passages, article.Passage{Start: start - from, End: end - from, Language: p.Language})
		}
	}
	return part
}

// stretch is a range of a text in one language.
type stretch struct {
	from, to int
	language string
}

// byLanguage splits the text, whose language is own, at its passages.
func (w written) byLanguage(own string) []stretch {
	if len(w.passages) == 0 {
		return []stretch{{0, len(w.text), own}}
	}
	var all []stretch
	at := 0
	for _, p := range w.passages {
		if at < p.Start {
			all = append(all, stretch{at, p.Start, own})
		}
		all = append(all, stretch{p.Start, p.End, p.Language})
		at = p.End
	}
	if at < len(w.text) {
		all = append(all, stretch{at, len(w.text), own})
	}
	return all
}

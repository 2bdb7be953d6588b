package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// lineBreak stands for <br> in text that is not folded yet.
const lineBreak = "\u2028"

// textRun is the unfolded text of one block element, with line breaks.
type textRun struct {
	strings.Builder
	links  []span          // what of it is in links
	bold   []span          // what of it is bold
	stated []statedPassage // what of it states a language
}

type span struct{ from, to int } // bytes

func (r *textRun) add(text string, linked bool) {
	from := r.Len()
	r.WriteString(text)
	if linked {
		r.links = append(r.links, span{from, r.Len()})
	}
}

// paragraph is one line of text; linked says that nearly all of it is in links, links that some is.
type paragraph struct {
	text          string
	linked, links bool
	mostlyLinked  bool // more than half
	bold          bool // nearly all
	passages      []Passage
}

// paragraphs returns the paragraphs of the run, and empties it. Empty lines separate them, and ends
// of sentences at ends of lines.
func (r *textRun) paragraphs() []paragraph {
	if r.Len() == 0 {
		return nil
	}
	var all paragraphsOfRun
	at := 0
	for line := range strings.SplitSeq(unhyphenated(r.String()), lineBreak) {
		here := span{at, at + len(line)}
		all.line(fold(line), bytesIn(&r.links, here), bytesIn(&r.bold, here))
		at += len(line) + len(lineBreak)
	}
	all.end()
	r.Reset()
	r.links, r.bold = nil, nil
	return all.done
}

type paragraphsOfRun struct {
	done   []paragraph
	text   strings.Builder // of the paragraph
	last   string          // its last line
	linked int             // bytes
	bold   int             // bytes
}

func (p *paragraphsOfRun) line(text string, linked, bold int) {
	switch {
	case text == "":
		p.end()
		return
	case p.last != "":
		if d := dividerOf(p.last, text); d == apart {
			p.end()
		} else {
			p.text.WriteString(string(d))
		}
	}
	p.text.WriteString(text)
	p.last = text
	p.linked += linked
	p.bold += bold
}

func (p *paragraphsOfRun) end() {
	const nearlyAll = 85 // percent: there may be bars and brackets
	if text := p.text.String(); text != "" {
		p.done = append(p.done, paragraph{
			text: text, linked: p.linked*100 >= len(text)*nearlyAll, links: p.linked > 0, mostlyLinked: p.linked*2 > len(text),
			bold: p.bold*100 >= len(text)*nearlyAll,
		})
	}
	p.text.Reset()
	p.last, p.linked, p.bold = "", 0, 0
}

// hyphenated is a word that was divided at the end of a line of the source. "pre- and post-war" has
// a hyphen of its own.
var hyphenated = lazyregexp.Build(func() string { return `(\p{Ll})-[ \t]*\r?\n\s*(` + anyOf("byline: and") + `\s)?(\p{Ll})` })

// unhyphenated joins such words. The length changes, so links are measured a little wrong.
func unhyphenated(text string) string {
	if !strings.Contains(text, "-\n") && !strings.Contains(text, "-\r\n") && !strings.Contains(text, "- \n") {
		return text
	}
	return hyphenated().ReplaceAllStringFunc(text, func(found string) string {
		m := hyphenated().FindStringSubmatch(found)
		if m[2] != "" {
			return found
		}
		return m[1] + m[3]
	})
}

// bytesIn counts the bytes of a line that are in spans. It must be called with lines in order, and
// forgets the spans before them.
func bytesIn(spans *[]span, line span) int {
	n := 0
	for len(*spans) > 0 && (*spans)[0].from < line.to {
		first := (*spans)[0]
		n += max(0, min(first.to, line.to)-max(first.from, line.from))
		if first.to > line.to {
			break
		}
		*spans = (*spans)[1:]
	}
	return n
}

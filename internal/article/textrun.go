package article

import "strings"

// lineBreak stands for <br> in text that is not folded yet.
const lineBreak = "\u2028"

// textRun is the unfolded text of one block element, with line breaks.
type textRun struct {
	strings.Builder
	links []span // what of it is in links
}

type span struct{ from, to int } // bytes

func (r *textRun) add(text string, linked bool) {
	from := r.Len()
	r.WriteString(text)
	if linked {
		r.links = append(r.links, span{from, r.Len()})
	}
}

// paragraph is one line of text; linked says that nearly all of it is in links.
type paragraph struct {
	text   string
	linked bool
}

// paragraphs returns the paragraphs of the run, which empty lines separate, and empties the run.
func (r *textRun) paragraphs() []paragraph {
	if r.Len() == 0 {
		return nil
	}
	const nearlyAll = 85 // percent: there may be bars and brackets
	var all []paragraph
	var lines []string
	linked, at := 0, 0
	end := func() {
		if text := strings.Join(lines, " "); text != "" {
			all = append(all, paragraph{text, linked*100 >= len(text)*nearlyAll})
		}
		lines, linked = nil, 0
	}
	for line := range strings.SplitSeq(r.String(), lineBreak) {
		folded := fold(line)
		if folded == "" {
			end()
		} else {
			lines = append(lines, folded)
			linked += r.linkedBytes(span{at, at + len(line)})
		}
		at += len(line) + len(lineBreak)
	}
	end()
	r.Reset()
	r.links = nil
	return all
}

// linkedBytes counts the bytes of a line that are in links. It must be called with lines in order,
// and forgets what comes before them.
func (r *textRun) linkedBytes(line span) int {
	n := 0
	for len(r.links) > 0 && r.links[0].from < line.to {
		n += max(0, min(r.links[0].to, line.to)-max(r.links[0].from, line.from))
		if r.links[0].to > line.to {
			break
		}
		r.links = r.links[1:]
	}
	return n
}

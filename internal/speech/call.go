package speech

import (
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Call is a request on its way through the decorators, with the data that they need: who pays, what
// it costs and how it was made. None of that changes the speech, so none of it is part of the key.
type Call struct {
	Request

	Billed  int    // characters that the provider charges for
	Family  string // the voice's
	Payer   Payer  // set by the caller
	Archive bool   // set by the caller: it leaves half of the quota to the news
	Slots   Slots  // shared with the calls beside this one; nil: no limit

	BytesOnly bool // the answer is not compared with a reference reading
	Onsets    bool // the provider is to return onsets: see WithOnsets

	// OnBought, if set, is called by a Cache with speech that it bought, before the speech is
	// stored, so that work on it need not wait for the store. It must not block. If storing fails,
	// Synthesize still fails.
	OnBought func(Speech)

	receipt *receipt // of the Cache that asks; nil: none asks

	said   ssml.Text         // the text of Input
	markup ssml.Capabilities // the voice's, by which Input was made
	unit   Unit              // of the bill
	frame  int               // characters billed in addition to the input
	onsets OnsetSource       // the voice's
	limit  int               // of the size of an input, in the unit; 0: none
}

// Payer is the article for which speech is bought.
type Payer struct {
	Site    string
	Article string
}

// Call returns the call that synthesizes one segment with this voice. Everything that is counted,
// billed or sent is set here.
func (v Voice) Call(said ssml.Text) Call {
	call := Call{
		Request: Request{
			Provider:   v.Provider,
			Model:      v.Model,
			Voice:      v.Name,
			Language:   v.Language,
			Rate:       v.Rate,
			Encoding:   v.Encoding,
			SampleRate: v.SampleRate,
		},
		Family: v.Family,
		unit:   v.Unit,
		markup: v.Markup,
		frame:  v.Frame,
		onsets: v.Onsets,
		limit:  v.MaxInput,
	}
	if v.Rate != 0 {
		call.frame += v.RateMarkup
	}
	return call.saying(said)
}

// WithOnsets returns the call that requests onsets with the speech, if its voice has them for such
// a text. The speech is the same, but it may cost more.
func (c Call) WithOnsets() Call {
	c.Onsets = true
	return c.saying(c.said)
}

// hasOnsets reports whether onsets can be requested: text with marks may be too long.
func (c Call) hasOnsets() bool {
	if c.onsets != ByMarks {
		return c.onsets != NoOnsets
	}
	marked, _ := c.Marked()
	return c.limit == 0 || c.unit.size(marked) <= c.limit
}

// Marked returns the request's input as SSML with a mark before each word, and the byte of its
// Words at each mark.
func (r Request) Marked() (marked ssml.Input, places []int) { return r.input().Marked() }

func (r Request) input() ssml.Input {
	return ssml.Input{Kind: r.Kind, Text: r.Input, Pronunciations: r.Pronunciations}
}

// sent returns what is billed: the input, as SSML if that is sent for the sake of marks. Marks
// themselves are free.
func (c Call) sent() ssml.Input {
	if c.Onsets && c.onsets == ByMarks {
		return c.input().Tagged()
	}
	return c.input()
}

// Between returns the call with the preceding and the following text, for a voice that uses them.
// They are part of the request, so an edit there changes the speech key.
func (c Call) Between(previous, next string) Call {
	words := func(text string) string { return c.markup.Input(ssml.Text{Spoken: text}).Words() }
	c.Previous, c.Next = words(previous), words(next)
	return c
}

// saying returns the call with a different text.
func (c Call) saying(said ssml.Text) Call {
	input := c.markup.Input(said)
	c.Kind, c.Input, c.Pronunciations = input.Kind, input.Text, input.Pronunciations
	c.said = said
	c.Onsets = c.Onsets && c.hasOnsets()
	c.Billed = c.unit.billed(c.sent()) + c.frame
	if c.Onsets && c.onsets == Separately {
		c.Billed *= 2
	}
	return c
}

// unmarked returns the call for the same words without pronunciations.
func (c Call) unmarked() Call { return c.saying(ssml.Text{Spoken: c.said.Spoken}) }

// halves splits the call's text in two where a reader would breathe. It returns false for a single
// word. It drops a mark across the cut. The halves have no OnBought and no receipt, because their
// owners would mistake a half for the whole. With context, each half is the context of the other.
func (c Call) halves() (first, second Call, ok bool) {
	c.OnBought, c.receipt = nil, nil
	cut := script.Halve(c.Language, c.said.Spoken)
	if cut == 0 {
		return Call{}, Call{}, false
	}
	start, end := ssml.Text{Spoken: c.said.Spoken[:cut]}, ssml.Text{Spoken: c.said.Spoken[cut:]}
	for _, mark := range c.said.Marks {
		switch {
		case mark.End <= cut:
			start.Marks = append(start.Marks, mark)
		case mark.Start >= cut:
			mark.Start, mark.End = mark.Start-cut, mark.End-cut
			end.Marks = append(end.Marks, mark)
		}
	}
	first, second = c.saying(start), c.saying(end)
	if c.Previous+c.Next != "" {
		first.Next, second.Previous = end.Spoken, start.Spoken
	}
	return first, second, true
}

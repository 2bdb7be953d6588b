// Package ssml converts the spoken form of a segment, with its marked pronunciations, to the input
// of a voice: plain text, SSML, or text with a list of pronunciations. It chooses the simplest form
// that expresses the most marks.
//
// It never drops, adds or changes a word. If a voice cannot express a mark, the text stays as it
// is; it already contains the alias. Text from an article or a lexicon can never become markup. The
// package is pure and knows no provider. Package speech calls it for every request; package script
// calls it to measure what fits into one.
//
// Of the elements of [SSML 1.1] it writes speak and phoneme. The others would have no use here:
// break, because the track adds the silence between segments; sub and say-as, because the spoken
// form already replaces them; p and s, because a segment is one paragraph, and Google warns that s
// makes its voices refuse sentences as too long.
//
// [SSML 1.1]: https://www.w3.org/TR/2010/REC-speech-synthesis11-20100907/
package ssml

import "slices"

// Kinds of input.
const (
	KindText = "text"
	KindSSML = "ssml"
)

// Text is what the voice says.
type Text struct {
	Spoken string // the spoken form for a voice without markup, including the aliases of the lexicon
	Marks  []Mark // in order, covering whole words, without overlap; others are ignored
}

// Mark gives the pronunciation of a part of the spoken form.
type Mark struct {
	Start, End int    // bytes of Spoken; End is exclusive
	IPA        string // "": the voice decides
}

// Input is what a voice receives.
type Input struct {
	Kind           string
	Text           string
	Pronunciations []Pronunciation
}

// Words returns the spoken text of the input, without markup.
func (in Input) Words() string {
	if in.Kind == KindSSML {
		return withoutTags(in.Text)
	}
	return in.Text
}

// Pronunciation gives the pronunciation of a phrase wherever it occurs in the text.
type Pronunciation struct {
	Phrase string `json:"phrase"`
	IPA    string `json:"ipa"`
}

// Input returns the input that makes a voice with these capabilities say t.
func (c Capabilities) Input(t Text) Input {
	pieces := c.cut(t)
	if c.Phoneme && slices.ContainsFunc(pieces, piece.pronounced) {
		return Input{Kind: KindSSML, Text: ssml(pieces)}
	}
	return Input{Kind: KindText, Text: plain(pieces), Pronunciations: c.pronunciations(pieces)}
}

// Size returns how many bytes of a request's limit the input takes, including escapes and tags.
// Google does not document whether pronunciations count; here they do. Appending text, with marks
// or without, never reduces the size.
func (in Input) Size() int {
	size := len(in.Text)
	for _, p := range in.Pronunciations {
		size += len(p.Phrase) + len(p.IPA)
	}
	return size
}

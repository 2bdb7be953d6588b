// Package ssml turns the spoken form of a segment, and the pronunciations marked on it, into the
// input of a voice: plain text, SSML, or text with a list of pronunciations. It chooses the
// simplest that expresses the most marks.
//
// It never drops, adds or changes a word. A mark that a voice cannot express leaves the text as it
// is, which contains the alias already. Text from an article or a lexicon can never become markup.
// The package is pure and knows no provider. Package speech calls it for every request; package
// script calls it to measure what fits into one.
//
// Of the elements of [SSML 1.1] it writes speak and phoneme. The others would do nothing here:
// break, because the track adds the silence between segments; sub and say-as, because the spoken
// form is what they stand for; p and s, because a segment is one paragraph, and Google warns that s
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
	Spoken string // the spoken form, as a voice without markup gets it: with the aliases of the lexicon
	Marks  []Mark // in order, on whole words, without overlap; others are ignored
}

// Mark gives the pronunciation of a part of the spoken form.
type Mark struct {
	Start, End int    // bytes of Spoken, End excluded
	IPA        string // "": the voice decides
}

// Input is what a voice is given.
type Input struct {
	Kind           string
	Text           string
	Pronunciations []Pronunciation
}

// Words returns what is said of the input, without markup.
func (in Input) Words() string {
	if in.Kind == KindSSML {
		return withoutTags(in.Text)
	}
	return in.Text
}

// Pronunciation says how a phrase is pronounced wherever it occurs in the text.
type Pronunciation struct {
	Phrase string `json:"phrase"`
	IPA    string `json:"ipa"`
}

// Input returns what a voice with these capabilities is given to say t.
func (c Capabilities) Input(t Text) Input {
	pieces := c.cut(t)
	if c.Phoneme && slices.ContainsFunc(pieces, piece.pronounced) {
		return Input{Kind: KindSSML, Text: ssml(pieces)}
	}
	return Input{Kind: KindText, Text: plain(pieces), Pronunciations: c.pronunciations(pieces)}
}

// Size returns how many bytes of a request's limit the input takes, with its escapes and tags.
// Whether Google counts pronunciations is not documented; here they count. It does not shrink when
// text is appended, with marks or without.
func (in Input) Size() int {
	size := len(in.Text)
	for _, p := range in.Pronunciations {
		size += len(p.Phrase) + len(p.IPA)
	}
	return size
}

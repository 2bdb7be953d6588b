package script

// The pace of speech, in letters per second (see Letters). All estimates and checks of the length
// of speech use these figures. They were measured with flite and espeak-ng in seven languages; news
// readers and cloud voices are in the same range.
const (
	// UsualPace is the pace of a text including its pauses: 14 to 16 characters per second in
	// English and Ukrainian, which is 14 letters.
	UsualPace = 14.0

	// No voice at its normal rate is faster or slower, not counting pauses: voices say 10 to 17
	// letters per second, single words up to 22. The limits leave a wide margin, because a refused
	// answer was still paid for.
	FastestPace      = 30.0
	FastestShortPace = 45.0 // of a text of fewer letters than ShortText
	SlowestPace      = 2.5  // initials that are spelt
	ShortText        = 20
)

// How much faster than its own mean a voice says a whole text at most. For texts of 50 characters
// and more, flite's pace was between 0.78 and 1.24 of its mean, espeak-ng's between 0.86 and 1.19;
// no voice reaches 1.8, even for lists of numbers and names. So an answer with half the text stands
// out.
const (
	PaceOfVoice   = 1.5  // over many texts of the voice
	PaceOfTrack   = 1.8  // over the segments of one track
	PaceIfAbrupt  = 1.25 // over the segments of one track, for a speech that ends abruptly
	JudgedLetters = 40   // a shorter text has no meaningful pace
)

package script

// The pace of speech, in letters (see Letters) a second. All estimates and checks of how long a
// text takes use these figures. They were measured with flite and espeak-ng in seven languages;
// news readers and the cloud's voices are in the same range.
const (
	// UsualPace is that of a text with its pauses: 14 to 16 characters a second in English and
	// Ukrainian, which is 14 letters.
	UsualPace = 14.0

	// No voice at its normal rate is faster or slower, pauses left out: voices say 10 to 17, single
	// words up to 22. The limits are far off that, since an answer that is refused was paid for.
	FastestPace      = 30.0
	FastestShortPace = 45.0 // of a text of fewer letters than ShortText
	SlowestPace      = 2.5  // initials that are spelt
	ShortText        = 20
)

// How much faster than its own mean a voice says a whole text at most. Of texts of 50 characters
// and more, flite's pace was between 0.78 and 1.24 of its mean, espeak-ng's between 0.86 and 1.19;
// lists of numbers and names reach 1.8 in no voice. So half a text stands out from a whole one.
const (
	PaceOfVoice   = 1.5  // over many texts of the voice
	PaceOfTrack   = 1.8  // over the segments of one track
	PaceIfAbrupt  = 1.25 // over the segments of one track, for a speech that ends abruptly
	JudgedLetters = 40   // a shorter text has no meaningful pace
)

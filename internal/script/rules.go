package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// rule decides about a stop if it applies. In the examples | marks the stop.
type rule struct {
	holds func(stop) bool
	ends  bool
}

// rules are tried in order; the first that applies decides. If none applies, the sentence ends.
var rules = []rule{
	{stop.lineBreak, true},
	{stop.enclosedHere, false},
	{stop.bracketedMark, false},
	{stop.unspacedScript, true},
	{stop.glued, false},
	{stop.dashFollows, false},
	{stop.lowerFollows, false},
	{stop.pause, false},
	{stop.attributed, false},
	{stop.otherMarks, true}, // the rules below are for words with a full stop
	{stop.listMarker, false},
	{stop.opensWithTime, false},
	{stop.clockThenDay, false},
	{stop.clock, true},
	{stop.closing, true},
	{stop.compound, false},
	{stop.standsBefore, false},
	{stop.unitAfterNumber, true},
	{stop.unitAsTitle, false},
	{stop.beforeItsNumber, false},
	{stop.undecided, false},
}

func (s stop) ends() bool {
	for _, r := range rules {
		if r.holds(s) {
			return r.ends
		}
	}
	return true
}

// lineBreak: Peace at last.|\nWar again.
func (s stop) lineBreak() bool {
	return strings.ContainsAny(s.text[s.closed:s.next], "\n\r\u2028\u2029")
}

// enclosedHere: He said: “It is done.| We leave.”
func (s stop) enclosedHere() bool { return s.enclosed }

// bracketedMark, an omission or a remark: They took [...]| Kyiv; a plan (!)| Mayor Roe made.
func (s stop) bracketedMark() bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	return unicode.Is(unicode.Ps, before) && s.closers() != ""
}

// unspacedScript: scripts whose stops need no space: 会议结束。|他走了。 But not: 「行く。」|と言った; ３．|２９％.
func (s stop) unspacedScript() bool {
	first, _ := utf8.DecodeRuneInString(s.marks())
	if s.spaced() || first < utf8.RuneSelf || first == '…' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s.text[s.next:])
	decimal := first == '．' && unicode.IsDigit(next)
	return !decimal && (s.closers() == "" || isOpener(next))
}

// glued: 3.|5, kyiv.|ua, U.|S., Jane.|Doe@example.com. But not where a space is missing: He
// left.|Then she came.
func (s stop) glued() bool {
	if s.spaced() {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	first, size := utf8.DecodeRuneInString(s.nextWord)
	second, _ := utf8.DecodeRuneInString(s.nextWord[size:])
	forgotten := (unicode.IsLower(before) || unicode.IsDigit(before)) && unicode.IsUpper(first) && unicode.IsLower(second)
	return !forgotten || s.inAddress()
}

// inAddress reports whether the stop is within an e-mail or web address.
func (s stop) inAddress() bool {
	from, to := s.text[max(s.start, s.at-near):s.at], s.text[s.next:min(len(s.text), s.next+near)]
	from = from[strings.LastIndexFunc(from, unicode.IsSpace)+1:]
	if i := strings.IndexFunc(to, unicode.IsSpace); i >= 0 {
		to = to[:i]
	}
	return strings.ContainsAny(from+to, "@/=_") || strings.HasPrefix(from, "www.")
}

// dashFollows: «Що сталося?»| — запитала вона. “We won!”| — Mayor Bondar
func (s stop) dashFollows() bool {
	next := s.text[s.next:]
	return strings.HasPrefix(next, "—") || strings.HasPrefix(next, "– ") || strings.HasPrefix(next, "- ")
}

// lowerFollows: Yahoo!| in the lead; “Stop!”| the guard shouted; approx.| ten. But not: It fell.|
// iPhones followed.
func (s stop) lowerFollows() bool {
	first, size := utf8.DecodeRuneInString(s.nextWord)
	second, _ := utf8.DecodeRuneInString(s.nextWord[size:])
	return unicode.IsLower(first) && !unicode.IsUpper(second)
}

// pause, an ellipsis between spaces: the thing is . . .| I did not mean it. But four dots end a
// sentence.
func (s stop) pause() bool {
	dots := strings.Count(s.marks(), ".")
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	return unicode.IsSpace(before) && (dots == 3 || s.marks() == "…")
}

// attributed: “Is it over?”| Mayor J. Bondar asked. But not: “Is it over?”| He said nothing.
func (s stop) attributed() bool {
	pronoun := s.lang.starters[s.nextWord] && !s.lang.before[s.nextWord]
	if s.closers() == "" || strings.HasSuffix(s.marks(), ".") || pronoun {
		return false
	}
	for i, word := range strings.Fields(s.ahead) {
		bare := bare(word)
		if i > 0 && s.lang.says.has(bare) {
			return true
		}
		if bare != word && !s.lang.before.has(bare) && !isLetter(bare) && !isAcronym(bare) {
			return false
		}
	}
	return false
}

// bare returns a word without the marks after it.
func bare(word string) string { return strings.TrimRight(word, ".,;:!?") }

// otherMarks: marks that do not belong to an abbreviation: Really?!| Yes.
func (s stop) otherMarks() bool { return s.marks() != "." }

// listMarker: 1.| The bridge; • 2.)| The bank; a.| The road; IV.| The river.
func (s stop) listMarker() bool {
	words, ok := s.sofar()
	if !ok || len(words) == 0 || len(words) > 2 || strings.Trim(s.closers(), ")") != "" {
		return false
	}
	if len(words) == 2 && lastSpeakable(words[0]) >= 0 { // only a bullet may come before it
		return false
	}
	return len(s.word) <= 3 && (isNumber(s.word) || lang.IsRoman(s.word)) || isLetter(s.word)
}

// opensWithTime: a sentence that so far is only a time continues: At 5 a.m.| Soldiers came; У 2014
// р.| Україна …
func (s stop) opensWithTime() bool {
	words, ok := s.sofar()
	return ok && len(words) > 1 && len(words) <= 5 && s.lang.timeOpeners[words[0]] &&
		(s.lang.clock.has(s.word) || s.lang.afterNumber.has(s.word) && isNumeral(s.wordBefore))
}

// clockThenDay: at 2 a.m.| Monday; at 7 p.m.| Kyiv time.
func (s stop) clockThenDay() bool {
	if !s.lang.clock.has(s.word) {
		return false
	}
	words := strings.Fields(s.ahead)
	return s.lang.clockTails[s.nextWord] || len(words) > 1 && s.lang.secondTails.has(bare(words[1]))
}

// clock: He left at 6 p.m.| Ms. Koval stayed.
func (s stop) clock() bool { return s.lang.clock.has(s.word) }

// closing: танки, гармати і т. д.| Люди тікали.
func (s stop) closing() bool {
	return s.lang.closing[s.wordBefore+" "+s.word]
}

// compound: 12 млрд дол.| США; en EE.| UU.
func (s stop) compound() bool {
	return s.lang.compounds[s.word+" "+s.nextWord]
}

// standsBefore: Mr.| Smith; e.g.| Poland; вул.| Хрещатик.
func (s stop) standsBefore() bool { return s.lang.before.has(s.word) }

// unitAfterNumber: народився 1990 р.| Живе у Львові; за 100 м.| Далі ліс. But: п. 3 ст.| 10.
func (s stop) unitAfterNumber() bool {
	return s.lang.afterNumber.has(s.word) && isNumeral(s.wordBefore) && !s.numberFollows()
}

// unitAsTitle, the same abbreviation without a number: у м.| Київ; на р.| Дніпро; с.| 55.
func (s stop) unitAsTitle() bool { return s.lang.afterNumber.has(s.word) }

// beforeItsNumber: No.| 10; Dec.| 2; Art.| VII. But not: He said no.| Ten left; in Dec.| The court
// …; she said no.| 10 left.
func (s stop) beforeItsNumber() bool {
	answer := s.lang.answers[s.word] && s.lang.says.has(s.wordBefore)
	return s.lang.beforeNumber.has(s.word) && s.numberFollows() && !answer
}

// undecided: words that are as frequent before a name as at the end of a sentence; the next word
// decides. U.S.| Senate, Jonas E.| Smith, Smith Jr.| Day, am 12.| Juni. But not: in the U.S.| How;
// you and I.| Did; auf Seite 12.| Dort.
func (s stop) undecided() bool {
	either := s.lang.either.has(s.word) || isAcronym(s.word) ||
		isLetter(s.word) && !s.lang.letterWords[s.word] ||
		s.lang.ordinals && len(s.word) <= 2 && isNumber(s.word)
	return either && !s.starterFollows()
}

// starterFollows: the next word often begins sentences, and is neither a name nor an initial, as in
// Kim A. I. Lee.
func (s stop) starterFollows() bool {
	initial := isLetter(s.nextWord) && strings.HasPrefix(s.ahead[len(s.nextWord):], ".")
	return s.lang.starters[s.nextWord] && !initial
}

func (s stop) numberFollows() bool {
	first, _ := utf8.DecodeRuneInString(s.ahead)
	return unicode.IsDigit(first) || lang.IsRoman(s.nextWord) && s.nextWord != "I"
}

package script

import (
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// part is a part of a block that fits into one request.
type part struct {
	text string
	end  string // the pause after it: a key of Pauses
	said utterance
}

// cut splits text into parts that fit and are of similar length, at the best joints. end is the end
// of the last part.
func (b builder) cut(w written, end string, joints []joint) ([]part, error) {
	return b.cutSaid(w, b.say(w), end, joints)
}

// cutSaid is cut for a text whose spoken form is known.
func (b builder) cutSaid(w written, said utterance, end string, joints []joint) ([]part, error) {
	shares := b.shares(said.Text)
	if shares <= 1 {
		return []part{{w.text, end, said}}, nil
	}
	at, how, joints := b.bestCut(w.text, shares, joints)
	if at == 0 {
		return nil, fmt.Errorf("%.20q is too large for a request to this voice (limit %d) and cannot be split", w.text, b.limit.Max)
	}
	left, err := b.cutPart(w, said, 0, at, how, joints)
	if err != nil {
		return nil, err
	}
	right, err := b.cutPart(w, said, at, len(w.text), end, joints)
	return append(left, right...), err
}

// cutPart is cut for a part of a text. It measures the part by the spoken form of the whole text if
// that is precise enough, so that a text of thirty requests is converted twice, not six times.
func (b builder) cutPart(w written, said utterance, from, to int, end string, joints []joint) ([]part, error) {
	part := w.part(from, to)
	if near := said.within(from, to); b.isMeasured(near.Text) {
		return b.cutSaid(part, near, end, joints)
	}
	if within, ok := b.sayWithin(w, said, from, to); ok && b.shares(within.Text) > 1 {
		return b.cutSaid(part, within, end, joints)
	}
	return b.cut(part, end, joints)
}

// slack is by how many bytes the spoken form of a part may differ from the same part of the whole
// text's. Only what is said at the edges of the part differs.
const slack = 128

// isMeasured reports whether a text that is about as long as said surely needs several requests, and
// how many.
func (b builder) isMeasured(said ssml.Text) bool {
	least := b.sharesAbout(said, -slack)
	return least > 1 && least == b.sharesAbout(said, slack)
}

// shares returns the minimum number of requests for a text, given its total size and the size of
// its longest sentence, each with a surcharge.
func (b builder) shares(said ssml.Text) int { return b.sharesAbout(said, 0) }

// sharesAbout is shares for a text whose size, and that of its longest sentence, differ by some
// bytes.
func (b builder) sharesAbout(said ssml.Text, more int) int {
	shares := quotient(b.limit.size(said)+more, b.limit.Max)
	if b.limit.Sentence == 0 {
		return shares
	}
	for _, sentence := range Sentences(b.language, said.Spoken) {
		shares = max(shares, quotient(b.limit.size(ssml.Text{Spoken: sentence})+more, b.limit.Sentence))
	}
	return shares
}

// quotient returns size divided by limit, rounded up. A limit of 0 is no limit.
func quotient(size, limit int) int {
	if limit <= 0 {
		return 1
	}
	return (size + limit - 1) / limit
}

// bestCut chooses where to cut a text that needs the given number of shares: at the best kind of
// joint in the text, as near as possible to where half of the shares end. It returns 0 if there is
// no joint. It also returns the key of Pauses for this cut, and the joints that remain to be tried,
// from the best kind in the text on.
func (b builder) bestCut(text string, shares int, joints []joint) (at int, end string, remaining []joint) {
	share := len(text) / shares
	target := share * (shares / 2)
	remaining = joints
	for i, j := range joints {
		at := nearest(j.find(b.language, text), target)
		if at == 0 {
			if len(remaining) == len(joints)-i {
				remaining = joints[i+1:]
			}
			continue
		}
		if j.anywhere || min(at, len(text)-at) >= share/2 {
			return at, j.end, remaining
		}
	}
	return 0, "", nil
}

// nearest returns the cut nearest to target, or 0 if there is none.
func nearest(cuts []int, target int) int {
	best := 0
	for _, at := range cuts {
		if best == 0 || abs(at-target) < abs(best-target) {
			best = at
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// joint is a kind of place where text may be cut.
type joint struct {
	find     func(language, text string) []int // indexes within text, ascending
	end      string                            // the key of Pauses for a part cut there
	anywhere bool                              // even if it leaves a scrap of less than half a share
}

// joints are all kinds of joints, the best first.
var joints = append(slices.Clip(betweenWords),
	joint{characterCuts, ClauseEnd, true},
	joint{anyCharacterCuts, ClauseEnd, true},
)

// betweenWords are the joints that do not split words.
var betweenWords = []joint{
	{sentenceCuts, SentenceEnd, true},
	{statementCuts, SentenceEnd, false},
	{clauseCuts(";:—–；："), ClauseEnd, false},
	{clauseCuts(",，、،"), ClauseEnd, false},
	{spaceCuts, ClauseEnd, true},
	{anySpaceCuts, ClauseEnd, true},
}

// Halve returns where to split a spoken form in two for a voice that rejects its sentences as too
// long: between sentences, else clauses, else words. It returns 0 if there is no such place, as in
// a single word.
func Halve(language, spoken string) int {
	at, _, _ := builder{language: language}.bestCut(spoken, 2, betweenWords)
	if lastSpeakable(spoken[:at]) < 0 || lastSpeakable(spoken[at:]) < 0 {
		return 0
	}
	return at
}

func sentenceCuts(language, text string) []int { return ends(Sentences(language, text)) }

// statementCuts returns the ends of sentences, including those within quotations.
func statementCuts(language, text string) []int { return ends(statements(language, text)) }

// ends returns the indexes at which all pieces but the last end.
func ends(pieces []string) []int {
	var cuts []int
	at := 0
	for _, piece := range pieces[:max(0, len(pieces)-1)] {
		at += len(piece)
		cuts = append(cuts, at)
	}
	return cuts
}

package en

import (
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Emoji are silent, but for a heart that is a verb: "I ❤️ Kyiv".
var emojiRules = []rewrite.Rule{
	{Name: "emoji", Pattern: `\b(I|We|We all|You) ?[❤♥💙💛]\x{FE0F}? ?`, Say: func(m rewrite.Match) (string, bool) {
		return m.Groups[1] + " love ", !joinedBefore(m) && m.After != ""
	}},
}

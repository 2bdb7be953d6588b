package en

import (
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Emoji are not said, except a heart used as a verb: "I ❤️ Kyiv".
var emojiRules = []rewrite.Rule{
	{Name: "emoji", Pattern: `\b(I|We|We all|You) ?[❤♥💙💛]\x{FE0F}? ?`, Say: func(m rewrite.Match) (string, bool) {
		return m.Groups[1] + " love ", !joinedBefore(m) && m.After != ""
	}},
}

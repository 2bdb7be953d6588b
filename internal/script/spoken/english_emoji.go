package spoken

// Emoji are silent, but for a heart that is a verb: "I ❤️ Kyiv".
var englishEmoji = []rule{
	{"emoji", `\b(I|We|We all|You) ?[❤♥💙💛]\x{FE0F}? ?`, func(m match) (string, bool) {
		return m.groups[1] + " love ", !enJoinedBefore(m) && m.after != ""
	}},
}

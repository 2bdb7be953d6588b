package article

import "github.com/aloud-audio/aloud/internal/lang/rewrite"

// audioLabel matches a sentence that labels an article's audio as made by a machine, such as "This
// audio is created with AI assistance". It belongs to the player, which shows its own. It must be a
// whole block, so that a report about such audio is read.
var audioLabel = rewrite.AtStartOf(func() string { return `` + anyOf("audio label") + `[).!]*$` })

func isAudioLabel(text string) bool {
	const longest = 300 // bytes
	return len(text) <= longest && audioLabel.In(comparable(text))
}

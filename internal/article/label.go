package article

// audioLabel is a sentence that says that an article's audio was made by a machine, such as "This audio is created with AI
// assistance". It belongs to the player, which shows one of its own. It is matched as a whole block, so that a report on
// such audio is read.
var audioLabel = lazily(func() string { return `^` + anyOf("audio label") + `[).!]*$` })

func isAudioLabel(text string) bool {
	const longest = 300 // bytes
	return len(text) <= longest && audioLabel().MatchString(comparable(text))
}

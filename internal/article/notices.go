package article

import (
	"strings"
)

// Some paragraphs in the middle of a text speak of the publication, not of the news: who worked on the article, where else
// it was published, where to follow the newsroom. They are whole blocks, and say it in their first words.

// credits are who worked on an article: the verb, and nothing but names and places behind it.
var credits = lazily(`^[(\[_*]*(?i:additional |with )?(?i:reporting|writing|editing|compiled|edited|translated|translation|production|research|story|text|photos?|video|interview)(?i:,? (?:and |& )?(?:additional )?(?:writing|reporting|editing|research|translation))*` +
	` (?i:contributed )?by (?:(?:\p{Lu}[\p{L}.'’-]*|and|in|at|from|of|for|the|by|with|[&;,|/]|(?i:additional|reporting|writing|editing|translated|edited|research|production|photos?))[,;.:]*\s*)+[)\]_*]*$`)

// syndicated is where else an article was published. "This story was published in 1931" is about another one.
var syndicated = lazily(`^(?:(?:this|the) (?:\p{L}+ )?(?:article|story|post|piece|report|interview|essay|text|analysis|excerpt) (?:(?:was|is|has been|had been|has) )?` +
	`(?:(?:originally|first|previously|also) (?:published|appeared|produced|printed)|(?:re-?published|reprinted|adapted|syndicated)|(?:was |is )?(?:published|produced) (?:in partnership|in collaboration|with the|by arrangement))\b` +
	`|(?:originally|first) (?:published|appeared) (?:by|in|on|at|as)\b|(?:re-?)?(?:published|printed) (?:here )?(?:with (?:the )?(?:kind )?permission|under a creative commons|courtesy of)\b` +
	`|(?:цей |ця |цю )?(?:текст|матеріал|стаття|статтю|колонка) (?:\p{L}+ )?(?:вперше|спершу|уперше) (?:опублікован\p{L}+|вийшо?л?а?|передрукован\p{L}+)(?:[^\p{L}]|$))`)

// endMark is what American papers put below a text.
var endMark = lazily(`^[-–—] ?30 ?[-–—]$`)

// tips ask readers what they know.
var tips = lazily(`^(?:(?:do you )?(?:got|have) (?:a|any|more)(?: \p{L}+){0,3} (?:tips?|story|information)\b[^.?!]*\?.*|(?:send|share) (?:us )?(?:your|a) (?:story|tips?|news)\b.*|(?:знаєте більше|маєте інформацію)\b.*)$`)

// followUs asks to follow a newsroom elsewhere: an imperative first, and the newsroom or its channels behind it.
var followUs = lazily(`^(?:and |also |please |а також |також |ще )?(?:` +
	`(?:sign up|subscribe|register|follow|join|support|find|like|watch|get)\b[^"]{0,60}?\b(?:our (?:[^ "]+ ){0,4}(?:newsletters?|channels?|podcasts?|page|briefings?|community|group|telegram|whatsapp|updates|app)|us on|us via|me on)\b[^"]*` +
	`|(?:підпи(?:суй|ши)\p{L}*|приєднуй\p{L}*|долуч(?:ай|і)\p{L}*|стежте|слідкуйте|читайте|дивіться|слухайте|підтрима(?:й|йте)|підтримуйте|шукайте|більше (?:новин|про це|цікавого))[^"]{0,40}?(?:^|[^\p{L}])(?:нас|нами|наш\p{L}*)(?:[^\p{L}][^"]*)?` +
	`|(?:подпи(?:сывай|ши)\p{L}*|присоединяй\p{L}*|следите|читайте|поддержите)[^"]{0,40}?[^\p{L}](?:нас|нами|наш\p{L}*)(?:[^\p{L}][^"]*)?` +
	`|(?:folgen sie|folge|abonnieren sie|abonniere)\b[^"]{0,40}?\b(?:uns|unser\p{L}*)\b[^"]*` +
	`|(?:suivez|abonnez)[ -](?:nous|vous)\b[^"]*|(?:síguenos|suscríbete)\b[^"]*|(?:obserwuj|śledź|subskrybuj) (?:nas|nasz\p{L}*)(?:[^\p{L}][^"]*)?` +
	`)$`)

// networks are where newsrooms are followed; without one, and without a channel of its own, a newsroom may well be spoken
// of by others.
var channels = lazily(`(?:^|[^\p{L}])(?:facebook|instagram|telegram\p{L}*|twitter|youtube|tiktok|viber|whatsapp|patreon|threads|bluesky|linkedin|google news|x|newsletters?|podcasts?|channels?|app|briefings?|` +
	`фейсбу\p{L}*|інстаграм\p{L}*|телеграм\p{L}*|ютуб\p{L}*|вайбер\p{L}*|твіттер\p{L}*|канал\p{L}*|розсилк\p{L}*|рассылк\p{L}*|подкаст\p{L}*|спільнот\p{L}*|соцмереж\p{L}*|соцсет\p{L}*|kanal\p{L}*)(?:[^\p{L}]|$)`)

// noticeReason says what kind of notice a block is. line is its comparable text.
func noticeReason(text, line string) string {
	const longest = 300 // bytes
	switch {
	case len(text) > longest:
		return ""
	case credits().MatchString(text):
		return reasonByline
	case syndicated().MatchString(line) && !strings.Contains(line, `"`):
		return "where it was published"
	case tips().MatchString(line):
		return "note to the reader"
	case followUs().MatchString(line) && channels().MatchString(line):
		return reasonSolicitation
	case endMark().MatchString(text):
		return "end mark"
	case isBareAddress(text):
		return "embed"
	case isByLineOfParts(line):
		return reasonByline
	}
	return ""
}

// isBareAddress says whether a block is but an address: WordPress puts what is there in its place, if it can.
func isBareAddress(text string) bool {
	return (strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")) && !strings.Contains(text, " ")
}

// isByLineOfParts says whether a line is of parts of which one is an author and all others are dates and the like.
func isByLineOfParts(line string) bool {
	if !bylineWord().MatchString(line) {
		return false
	}
	parts := strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '·' || r == '•' })
	for _, part := range parts[1:] {
		if !isDateLine(strings.TrimSpace(part)) {
			return false
		}
	}
	return len(parts) > 1
}

func isDateLine(line string) bool {
	for _, pattern := range linePatterns {
		if (pattern.reason == reasonByline || pattern.reason == reasonTime) && pattern.pattern().MatchString(line) {
			return true
		}
	}
	return wholeDay().MatchString(line)
}

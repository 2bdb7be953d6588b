package article

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// linePatterns tell what a whole short block is, by its comparable text: English, Ukrainian, Russian, German, French,
// Spanish, Polish.
//
// They are compiled when the first article is read: that takes longer than starting the program may.
var linePatterns = []struct {
	reason  string
	pattern func() *regexp.Regexp
}{
	{reasonTime, timePattern},
	{reasonTime, whole(`(?:last )?updated:? (?:`+ago+`)`, `(?:оновлено|обновлено):? (?:`+ago+`)`)},
	{"audio player", whole(clock+` ?/ ?`+clock, `listen to (?:this|the|our) (?:article|story|podcast|episode)\b.{0,40}`, `(?:слухати|прослухати|послухати) (?:статтю|новину|подкаст)\b.{0,40}`)},
	{"advertisement", whole(
		`(?:this )?(?:article|story|content|text|reading) continues? (?:below|after|under)\b.{0,40}`,
		`(?:advertisements?|ads?)(?: ?[-|:/.,]+ ?| )(?:continue|scroll|story|article|skip)\b.{0,50}`,
		`(?:матеріал|стаття|текст) продовжується (?:після|нижче).{0,40}`,
	)},
	{reasonRelated, whole(`(?:click|tap) here (?:to|for)\b.{0,80}`)},
	{"promotion", whole(`(?:download|get|try|install) (?:the|our)(?: \S+){0,3} apps?\b.{0,60}`, `(?:завантажуйте|завантажте|встановіть)(?: \S+){0,3} (?:застосунок|додаток)(?: .{0,60})?`)},
	{reasonByline, whole( // the date of publication
		`(?:`+
			`(?:last |first )?(?:updated|published|posted|modified|created)|publication date|date|`+
			`оновлено|опубліковано|створено|дата|обновлено|опубликовано|`+
			`(?:zuletzt )?aktualisiert|veröffentlicht|stand|mis à jour|publié|modifié|actualizado|publicado|`+
			`zaktualizowano|opublikowano|aktualizacja|data`+
			`)[ :,]{1,3}(?:(?:on|at|o|um|am|den|à|le|el|a las|dnia|today|yesterday|сьогодні|heute) ?)?(?:`+day+`|`+clock+`)[^.!?]{0,60}(?:[ap]\.m\.[^.!?]{0,12})?`,
		day+`.{0,3}(?:last )?updated .{0,40}`,
	)},
	{reasonByline, whole( // the time that reading takes
		`(?:estimated )?(?:reading|read) time:? ?\d+.{0,20}`, `\d+[ -]?min(?:ute)?s?\.?[ -](?:read|watch|listen)`,
		`(?:час читання|час на читання|время чтения|lesezeit|temps de lecture|tiempo de lectura|czas czytania):? ?(?:ca\. )?\d+.{0,15}`,
		`\d+ (?:хв|хвилин\S*|мин|минут\S*) (?:читання|чтения)`, `\d+ min\S* (?:lesezeit|de lecture|de lectura|czytania)`,
		`this (?:article|story) is more than \d+ \w+ old`,
	)},
	{reasonCaption, whole( // a photograph's credit
		`[^.!?]{0,100}(?:via |/ ?|\(|©|photo by [^.!?]{0,40})`+agency+`(?: images)?\)?`,
		`(?:getty images|shutterstock|istock(?:photo)?|unsplash|thinkstock)(?:[ /].{0,40})?`,
	)},
	{reasonComments, whole(
		`(?:no|\d+) (?:comments?|коментар\S*|комментар\S*|kommentare?)`, `(?:leave|add|post|write) a (?:comment|reply)`,
		`(?:view|show|read|see) (?:all )?\d* ?comments`, `comments are closed\.?`, `join the (?:conversation|discussion)`,
		`sign in to (?:comment|reply)`, `залишити коментар`, `оставить комментарий`,
	)},
	{reasonShare, whole(
		`(?:`+sharing+`[ :,.|/·•]*(?:\d{1,5}[ :,.|/·•]*)?)+`,
		`(?:read or )?share this (?:story|article|post|page)\b.{0,80}`,
		`(?:follow|find|like) (?:us|me|him|her|them|@?\S+(?: \S+){0,4}) on `+network+`\b.{0,100}`,
	)},
	{"counter", whole(`\d[\d.,]*[km]? (?:views?|shares?|likes?|reactions?|retweets?|claps?|переглядів|просмотров|aufrufe|vues|wyświetleń)`)},
	{"navigation", whole(
		`(?:pages?:? ?)?(?:\d{1,2} ){1,}\d{1,2}`, `page \d+(?: of \d+)?`, `\d+ ?/ ?\d+`, `\d+ of \d+`,
		`previous|next|back|prev|newer|older|close|menu|search|top|back to top|home|jump to .*|skip to .*|expand|collapse`,
		`show more|show less|load more|see all|view all|loading\W*|play|pause|mute|unmute|subscribe|sign in|log in|register|advertise`,
	)},
}

const (
	ago     = `(?:\d+|an?|one) ?(?:second|sec|s|minute|min|m|hour|hr|h|day|d|week|w|month|mo|year|y)s?\.? ago|(?:\d+ )?(?:хв|хвилин\S*|годин\S*|год|дн\S+|час\S*|минут\S*)\.? (?:тому|назад)`
	clock   = `(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:[a-z]{2,4}|uhr|[+-]\d{1,4}|kyiv time|local time))?|\d{1,2} ?[ap]\.?m\.?(?: [a-z]{2,4})?)`
	weekday = `(?:\p{L}{2,11}\.?,? )?`
	day     = weekday + `(?:\d{1,2}(?:st|nd|rd|th|\.)? ` + month + `,?(?: \d{4})?|` + month + ` \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|` + figures + `)` + ofYear
	month   = `(?:` +
		`jan(?:uary|uar)?|feb(?:ruary|ruar|rero)?|mar(?:ch|s|zo|ca)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|` +
		`jän(?:ner)?|märz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|janv(?:ier)?|févr?(?:ier)?|avr(?:il)?|juin|juil(?:let)?|août|déc(?:embre)?|` +
		`ene(?:ro)?|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|dic(?:iembre)?|stycznia|lutego|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|` +
		`(?:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\p{L}*)\.?`
	figures = `\d{1,4}[./-]\d{1,2}[./-]\d{2,4}`
	ofYear  = `(?: року| г\.| р\.)?`
	agency  = `(?:getty(?: images)?|reuters|afp|ap|associated press|epa|shutterstock|istock|unsplash|zuma|bloomberg|anadolu|укрінформ|уніан|dpa|picture alliance|imago)`
	network = `(?:twitter|facebook|x|instagram|linkedin|telegram|youtube|tiktok|threads|bluesky|google news)`
	sharing = `(?:share|tweet|post|pin|pin it|e-?mail|print|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|messenger|viber|flipboard|tumblr|instagram|` +
		`threads|bluesky|mastodon|youtube|tiktok|rss|copy link|link copied|copy|save|bookmark|like|comments?|follow|` +
		`поділитис[яь]|поширити|зберегти|надіслати|копіювати посилання|друкувати|коментувати|поделиться|сохранить|` +
		`teilen|merken|drucken|kommentare|partager|imprimer|compartir|guardar|imprimir|udostępnij|drukuj|zapisz|` +
		`article|story|this|for later|on|via|or|and)`
)

// timePattern is a time, with or without its day, and how long ago it was.
var timePattern = whole(
	clock, ago, day+`,? (?:at |о |um |à |a las |o )?`+clock, clock+`,? `+day,
	`vor \d+ (?:minuten?|stunden?|tagen?)`, `il y a \d+ (?:minutes?|heures?|jours?)`,
	`hace \d+ (?:minutos?|horas?|días?)`, `\d+ (?:minut\S*|godzin\S*|dni) temu`,
)

// wholeDay is a date with its year and nothing else.
var wholeDay = whole(weekday + `(?:\d{1,2}(?:st|nd|rd|th|\.)? ` + month + `,? \d{4}|` + month + ` \d{1,2}(?:st|nd|rd|th)?,? \d{4}|` + figures + `)` + ofYear)

// updateNote says that the page will change: the audio is then made anew.
var updateNote = whole(
	`(?:editor'?s'? note: ?)?this (?:is a (?:developing|breaking)|(?:story|article|post|page) (?:is|will be|is being|has been|was)(?: last| first)? (?:updated|developing|being updated))\b[^.!?]*[.!?]?`,
	`(?:новина|матеріал|стаття) (?:оновлюється|доповнюється)[. ]*`, `новость (?:обновляется|дополняется)[. ]*`,
)

func whole(alternatives ...string) func() *regexp.Regexp {
	return lazily(`^(?:` + strings.Join(alternatives, "|") + `)$`)
}

func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// sayings are what a whole block is if it says this, in comparable text and in no quotation: of copyright, at the beginning
// of a clause; all else anywhere.
var sayings = []struct{ reason, phrases string }{
	{reasonCopyright, `all rights reserved | усі права захищен | всі права захищен | все права защищены | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados | wszelkie prawa zastrzeżone`},
	{"note to the reader", `ctrl+enter | ctrl + enter | was this article helpful | was this page helpful | did you find this article | see a mistake in our | found an error? | please enable javascript | your browser does not support`},
	{"promotion", `affiliate commission | we may earn a commission | we may earn commission | may earn an affiliate | earn a small commission | as an amazon associate`},
}

// lineReason says what a block is that is a line of the page rather than of the article. Headings and the items of lists
// may well be a single word of those that pages have on buttons.
func lineReason(e entry) string {
	const longest, longestSentence, longestOfAll = 160, 60, 400 // bytes
	if len(e.Text) > longestOfAll {
		return ""
	}
	sentence := endsSentence(e.Text)
	text := comparable(e.Text)
	if reason := sayingReason(text); reason != "" {
		return reason
	}
	if updateNote().MatchString(text) {
		return "update note"
	}
	if reason := noticeReason(e.Text, text); reason != "" {
		return reason
	}
	if len(text) > longest || sentence && len(text) > longestSentence {
		return ""
	}
	if !strings.Contains(text, " ") && (e.Role == Heading || e.Role == ListItem) && !e.linked && !timePattern().MatchString(text) {
		return ""
	}
	for _, line := range linePatterns {
		if line.pattern().MatchString(text) {
			return line.reason
		}
	}
	return ""
}

func sayingReason(line string) string {
	for _, begin := range []string{"©", "c) ", "copyright ©", "copyright c)", "copyright (c)"} {
		if strings.HasPrefix(line, begin) {
			return reasonCopyright
		}
	}
	line = quoted.ReplaceAllString(line, `""`)
	for _, s := range sayings {
		for phrase := range strings.SplitSeq(s.phrases, " | ") {
			before, _, found := strings.Cut(line, phrase)
			if found && (s.reason != reasonCopyright || endsClause(before)) {
				return s.reason
			}
		}
	}
	return ""
}

var quoted = regexp.MustCompile(`"[^"]*(?:"|$)`)

func endsClause(text string) bool {
	text = strings.TrimRight(text, " ")
	return text == "" || strings.HasPrefix(text, "copyright") || strings.ContainsAny(text[len(text)-1:], `.,;:!?|-/)`) || unicode.IsDigit(rune(text[len(text)-1]))
}

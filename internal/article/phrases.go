package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some blocks are not of the article, wherever they stand and however they are made: what they say tells it.

// labels stand in front of what is not read, "Read more: Ten ships come home", or above it. A block is a label if it is
// one of these phrases, begins with one and a colon, or begins with one of several words and is a link: a sentence that
// begins with the same words is text.
//
//nolint:misspell // words of several languages
var labels = []struct{ reason, phrases string }{
	// English, Ukrainian, Russian, German, French, Spanish, Polish.
	{reasonRelated, `read more | read also | also read | also on | read next | read on | read the rest | see also | see more | more | more on this | more on | more from |
		more about | more in | more like this | more stories | more news | more great | related | related article | related articles | related story | related stories | related coverage | related links |
		related news | related content | related posts | related topics | related reading | recommended | recommended for you | recommended reading | editors' recommendations | editors' picks | editor's picks |
		you may also like | you might also like | you may also be interested in | you may like | don't miss | further reading | keep reading | continue reading | up next | next up |
		most read | most popular | trending | trending now | top stories | latest news | what to read next | in case you missed it | icymi | from the archive | go deeper | explore more |
		learn more | find out more | next article | previous article | next page | next story | previous story | must watch | just watched | watch | watch now | watch more | listen | photos | gallery | in pictures | view gallery | video | podcast | full story`},
	{reasonRelated, `читайте також | читати також | також читайте | читайте ще | читайте більше | читати більше | читати далі | дивіться також | дивіться також відео | слухайте також | більше про це | більше за темою |
		за темою | до теми | по темі | матеріали за темою | матеріали по темі | новини за темою | схожі новини | схожі матеріали | пов'язані матеріали | рекомендуємо | радимо прочитати | вас може зацікавити |
		вам може бути цікаво | популярне | популярні новини | останні новини | раніше ми писали | як ми писали | нагадаємо, раніше ми писали | детальніше | докладніше`},
	{reasonRelated, `читайте также | смотрите также | читать также | читать далее | читайте ещё | читайте еще | по теме | материалы по теме | новости по теме | похожие новости | ранее мы писали | рекомендуем | подробнее`},
	{reasonRelated, `lesen sie auch | lesen sie dazu auch | schon gelesen | lesen sie hier | lesen sie mehr | lies auch | lies hier | lesen sie dazu | mehr zum thema | mehr dazu | mehr lesen | weiterlesen | siehe auch | sehen sie auch | auch interessant |
		das könnte sie auch interessieren | das könnte sie interessieren | das könnte dich auch interessieren | zum thema | passend zum thema | weitere artikel | weitere themen | meistgelesen | empfehlungen der redaktion | mehr aus | video | podcast`},
	{reasonRelated, `lire aussi | à lire aussi | a lire aussi | à lire également | lire également | lire la suite | à lire | voir aussi | voir également | à voir aussi | sur le même sujet | pour aller plus loin | articles liés | nos recommandations | en savoir plus`},
	{reasonRelated, `lea también | lee también | leer también | te puede interesar | le puede interesar | lea además | leer más | lee más | ver también | vea también | más información | noticias relacionadas | artículos relacionados | relacionado`},
	{reasonRelated, `czytaj także | czytaj też | czytaj również | czytaj więcej | czytaj dalej | przeczytaj także | przeczytaj też | przeczytaj również | zobacz także | zobacz też | zobacz również | zobacz więcej | polecamy | więcej na ten temat | powiązane artykuły`},

	{reasonRelated, `читайте | слухайте | дивіться | відео дня | фото дня | новини дня | відео | читайте нас | читати повну версію | read full story | read the full story | read the original article | read full article | click here to read more | tap here to read more | click here for more | our standards`},
	{reasonRelatedLinks, `нагадаємо | нагадуємо | напомним | as we reported | as reported earlier`},
	{reasonByline, `теги | ключові слова | теми | теги та теми | tags | filed under | topics | schlagwörter | mots-clés | etiquetas | tagi`},
	{reasonByline, `автор | авторка | автори | редактор | редакторка | редактори | текст | текст і фото | переклад | переклала | переклав | коректор | підготував | підготувала | матеріал підготував | матеріал підготувала | редактор текста |
		edited by | translated by | written by | compiled by | text and photos by | words by`},

	{reasonNote, `note from the author | a note from the author | author's note | a note from the editor | a note from our editor | a note to our readers | a note to readers | note to readers`},
	{reasonNote, `примітка автора | примітка авторки | від автора | від авторки | від редакції | слово до читачів | примечание автора | от автора | от редакции | anmerkung des autors | anmerkung der autorin | note de l'auteur | note de l'autrice | nota del autor | nota de la autora | od autora | od autorki`},

	{reasonBio, `about the author | about the authors | about the writer | about author | про автора | про авторку | про авторів | об авторе | über den autor | über die autorin | zum autor | zur autorin | à propos de l'auteur | sobre el autor | sobre la autora | o autorze | o autorce`},

	{"advertisement", `advertisement | advertising | advert | ad | ads | sponsored | sponsored content | sponsored by | promoted | promoted content | paid content | paid post | article continues below | story continues below |
		article continues after advertisement | story continues after advertisement | continue reading the main story | scroll to continue | scroll to continue with content | advertisement continue reading the main story | advertisement scroll to continue | ad feedback`},
	{"advertisement", `реклама | на правах реклами | промо | партнерський матеріал | спецпроєкт | спонсорський матеріал | anzeige | werbung | advertorial | publicité | publicidad | anuncio | reklama | materiał sponsorowany`},

	{reasonCaption, `photo | photos by | photo by | photograph | photograph by | photo credit | photo source | image | image credit | image credits | photo credits | credits | image source | image copyright | image caption | media caption | credit | courtesy of | picture | illustration | illustration by | click to enlarge | view photo | enlarge this image | hide caption | toggle caption | artist`},
	{reasonCaption, `ілюстративне фото | фото ілюстративне | архівне фото | фото з архіву | фото із соцмереж | фото | світлина | ілюстрація | скріншот | колаж | foto | fotos | bild | bildquelle | titelbild | symbolbild | archivbild | archivfoto | grafik | crédit photo | crédits photo | fot | zdjęcie`},

	{"source", `source | sources | джерело | джерела | источник | quelle | quellen | źródło | fuente | fuentes`},
}

type label struct{ phrase, reason string }

// labelsByWord finds labels by their first word.
var labelsByWord = func() map[string][]label {
	byWord := map[string][]label{}
	for _, row := range labels {
		for phrase := range strings.SplitSeq(row.phrases, "|") {
			phrase = comparable(phrase)
			word, _, _ := strings.Cut(phrase, " ")
			byWord[word] = append(byWord[word], label{phrase, row.reason})
		}
	}
	return byWord
}()

const longestLabel = 600 // bytes of a block that begins with a label

// labelReason says what a block is that is, or begins with, a label. alone: the block is nothing else, so what it labels
// follows.
func labelReason(text string, linked bool) (reason string, alone bool) {
	if len(text) > longestLabel {
		return "", false
	}
	original := text
	text = comparable(text)
	word, _, _ := strings.Cut(text, " ")
	for _, l := range labelsByWord[strings.TrimRight(word, ":")] {
		if !beginsWith(text, l.phrase) {
			continue
		}
		rest := text[len(l.phrase):]
		switch {
		case !hasWord(rest):
			return l.reason, true
		case l.reason == reasonRelatedLinks: // what follows it in the same block is text
		case !linked && l.mayOpenSentence() && saysSentence(original[strings.IndexByte(original, ':')+1:]):
		case linked && l.ofWords(), strings.HasPrefix(strings.TrimLeft(rest, " "), ":"), strings.HasPrefix(rest, " / "), strings.HasPrefix(rest, " | "):
			return l.reason, false
		}
	}
	return "", false
}

func (l label) ofWords() bool { return strings.Contains(l.phrase, " ") }

// mayOpenSentence says whether the label, a colon and a sentence may be a sentence of the text: "Source: she said so."
// What stands behind a picture's label is what is seen.
func (l label) mayOpenSentence() bool { return !l.ofWords() && l.reason != reasonCaption }

// saysSentence tells a sentence from a headline and from a list of names: it has several words, few of them in capitals,
// and a full stop.
func saysSentence(text string) bool {
	const several = 6
	text = strings.TrimRight(text, `"'”’»)] `)
	words := strings.Fields(text)
	small := 0
	for _, word := range words {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'“‘„«([`)); unicode.IsLower(r) {
			small++
		}
	}
	return len(words) >= several && small*2 >= len(words) && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, "…"))
}

var comparing = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "ё", "е", "‑", "-", "–", "-", "—", "-", "…", "...")

// comparable is a text in lower case, on one line, with one kind of quotation marks and dashes, and without what stands
// before its first letter or digit.
func comparable(s string) string {
	s = comparing.Replace(strings.ToLower(fold(s)))
	start := strings.IndexFunc(s, func(r rune) bool { return isWordRune(r) || r == '©' })
	return s[max(0, start):]
}

// beginsWith says whether a text is a phrase or begins with it, both comparable, and the phrase ends with a word.
func beginsWith(text, phrase string) bool {
	if !strings.HasPrefix(text, phrase) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(phrase):])
	return !isWordRune(next)
}

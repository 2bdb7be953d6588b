package player_test

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

// sentence is how long every sentence of the test articles takes, and gap the silence after a
// paragraph, in seconds.
const (
	sentence = 2.0
	gap      = 0.5
)

// article is a page and what is read of it. Its blocks are HTML; a block's sentences are what the
// voice says.
type article struct {
	ID, Language, Title, Byline string
	Direction                   string
	blocks                      []block
	cards                       []string
}

type block struct {
	role      string
	html      string // "" if the page does not have it there
	sentences []string
}

// ferry has what pages do to texts: markup inside words, typographic quotes, soft hyphens, hard
// spaces, capitals by style, and cards that repeat the headline.
var ferry = article{
	ID: "ferry", Language: "en", Direction: "ltr", Title: "Night ferry returns to the island after two winters", Byline: "By Olena Sample",
	blocks: []block{
		{"paragraph", `<p>The night ferry <a href="#link">will&nbsp;run again</a>, after twenty-two months. The first boat leaves at <strong>nine</strong>.</p>`,
			[]string{"The night ferry will run again, after twenty-two months.", "The first boat leaves at nine."}},
		{"paragraph", `<p>&ldquo;We waited two winters for this,&rdquo; said the har&shy;bour&rsquo;s master. Nobody was hurt.</p><figure><div class="picture"></div><figcaption>The harbour. Nobody was hurt.</figcaption></figure>`,
			[]string{`"We waited two winters for this," said the harbour's master.`, "Nobody was hurt."}},
		{"heading", `<h2 id="cost">What it cost</h2>`, []string{"What it cost"}},
		{"paragraph", `<p>The repair cost <b>$2.5&nbsp;million</b>, which the island and the county paid in equal parts.</p>`,
			[]string{"The repair cost 2.5 million dollars, which the island and the county paid in equal parts."}},
		{"list_item", `<ul><li>Engines took most.</li>`, []string{"Engines took most."}},
		{"list_item", `<li>Paint came last.</li></ul>`, []string{"Paint came last."}},
		{"paragraph", `<p class="after">The boat is older than its captain, who was born on it in a storm. She has never learnt to swim. It is too cold, she says.</p>`,
			[]string{"The boat is older than its captain, who was born on it in a storm.", "She has never learnt to swim.", "It is too cold, she says."}},
		{"quote", `<blockquote>For two winters we counted the days by the mail.</blockquote>`, []string{"For two winters we counted the days by the mail."}},
		{"paragraph", `<p>The county expects forty thousand passengers in the first year, if the weather lets the boat sail.</p>`,
			[]string{"The county expects forty thousand passengers in the first year, if the weather lets the boat sail."}},
	},
	cards: []string{"Night ferry returns to the island after two winters", "Engines took most.", "A harbour without boats"},
}

// station is Ukrainian, lighthouse Arabic.
var station = article{
	ID: "station", Language: "uk", Direction: "ltr", Title: "Насосна станція знову працює, вода є в одинадцяти селах", Byline: "Ірина Зразок",
	blocks: []block{
		{"paragraph", `<p>Станція запрацювала <em>вперше</em> від лютого, повідомило обласне управління. Люди чекали дев&#8217;ять місяців.</p>`,
			[]string{"Станція запрацювала вперше від лютого, повідомило обласне управління.", "Люди чекали дев'ять місяців."}},
		{"heading", `<h2>Скільки це коштувало</h2>`, []string{"Скільки це коштувало"}},
		{"paragraph", `<p>Ремонт коштував чотирнадцять мільйонів гривень. Дві третини дала держава, решту &mdash; сусіди.</p>`,
			[]string{"Ремонт коштував чотирнадцять мільйонів гривень.", "Дві третини дала держава, решту — сусіди."}},
		{"paragraph", `<p>Останні два села під&#8217;єднають до кінця грудня, якщо дорога лишиться відкритою для машин.</p>`,
			[]string{"Останні два села під'єднають до кінця грудня, якщо дорога лишиться відкритою для машин."}},
	},
}

var lighthouse = article{
	ID: "lighthouse", Language: "ar", Direction: "rtl", Title: "المنارة القديمة تضيء من جديد بعد عشر سنوات", Byline: "ليلى مثال",
	blocks: []block{
		{"paragraph", `<p>أضاءت المنارةُ القديمة البحرَ مساء الأحد، بعد عشر سنوات من الظلام. حضر الصيادون جميعًا.</p>`,
			[]string{"أضاءت المنارة القديمة البحر مساء الأحد، بعد عشر سنوات من الظلام.", "حضر الصيادون جميعا."}},
		{"paragraph", `<p>قال الحارس إن الضوء يُرى من مسافة ثلاثين كيلومترًا، وإن البحر صار أقرب إلى البيوت.</p>`,
			[]string{"قال الحارس إن الضوء يرى من مسافة ثلاثين كيلومترا، وإن البحر صار أقرب إلى البيوت."}},
	},
}

// unheard and refused are the ferry's article at addresses that only one visit each plays. Firefox
// plays what an earlier page has loaded from an address without asking again, whatever the server
// would say now.
var unheard, refused = ferryAs("unheard"), ferryAs("refused")

func ferryAs(id string) article {
	a := ferry
	a.ID = id
	return a
}

// segments are what is read, the headline and the byline first.
func (a article) segments() []block {
	return append([]block{{"headline", "", []string{a.Title}}, {"byline", "", []string{a.Byline}}}, a.blocks...)
}

func (a article) html() template.HTML {
	var b strings.Builder
	for _, block := range a.blocks {
		b.WriteString(block.html)
	}
	return template.HTML(b.String()) // our own
}

// narration is the article's narration.json.
func (a article) narration(labels map[string]string) map[string]any {
	var segments, chapters []map[string]any
	at := 0.0
	for i, block := range a.segments() {
		end := at + sentence*float64(len(block.sentences))
		text := strings.Join(block.sentences, " ")
		segments = append(segments, map[string]any{"index": i, "role": block.role, "start": at, "end": end, "text": text})
		if block.role == "headline" || block.role == "heading" {
			chapters = append(chapters, map[string]any{"title": text, "start": at, "end": end})
		}
		at = end + gap
	}
	return map[string]any{
		"version": 1, "site": "main", "id": a.ID, "revision": "2026-11-23T06:03:29.000Z", "title": a.Title, "byline": []string{a.Byline},
		"language": a.Language, "label": labels["label"], "labels": labels, "policy": "/imprint", "download": true, "segments": segments, "chapters": chapters,
		"audio":    []map[string]any{{"url": "track.mp3", "type": "audio/mpeg", "bytes": 1, "duration": at}},
		"captions": []map[string]any{{"url": "track.vtt", "type": "text/vtt"}},
		"voice":    map[string]any{"provider": "flite", "name": "slt"},
	}
}

// cue is a sentence with its times.
type cue struct {
	start, end float64
	text       string
}

func (a article) cues() (cues []cue) {
	at := 0.0
	for _, block := range a.segments() {
		for _, text := range block.sentences {
			cues = append(cues, cue{at, at + sentence, text})
			at += sentence
		}
		at += gap
	}
	return cues
}

func (a article) webVTT() string {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, cue := range a.cues() {
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, stamp(cue.start), stamp(cue.end), cue.text)
	}
	return b.String()
}

func stamp(seconds float64) string {
	return fmt.Sprintf("00:%02d:%06.3f", int(seconds)/60, seconds-60*float64(int(seconds)/60))
}

// start is when a block of the article is heard, in seconds.
func (a article) start(of block) float64 {
	at := 0.0
	for _, block := range a.segments() {
		if block.html == of.html && block.html != "" {
			return at
		}
		at += sentence*float64(len(block.sentences)) + gap
	}
	panic("no block of the article")
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

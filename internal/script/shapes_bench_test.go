package script_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

// shapes are texts that may cost more than prose of the same size. Each is repeated in a paragraph.
var shapes = map[string]string{
	"years in a chain":      "2020-2021-",
	"figures":               "1234567890",
	"small numbers":         "1 2 3 4 5 ",
	"decimals":              "1.5 2,75 3.125 ",
	"ranges":                "10–12 to 14–16, ",
	"dates":                 "Dec. 2, 2024, ",
	"dates in figures":      "02.12.2024 ",
	"times":                 "10:45 p.m. ",
	"money":                 "$1.2bn and €5m, ",
	"percentages":           "0.75% ",
	"fractions":             "1/2 3/4 ",
	"units":                 "5 km² and 7 mg/l, ",
	"scores":                "won 3-1, ",
	"ordinals":              "1st 2nd 3rd ",
	"Roman numerals":        "XIV Louis XIV ",
	"abbreviations":         "St. Dr. Mr. ",
	"initials":              "J. R. R. T. ",
	"acronyms":              "NATO UN HIMARS ",
	"designations":          "F-16s and T-72s, ",
	"phone numbers":         "+44 20 7946 0000 ",
	"addresses":             "www.example.org/a/b ",
	"mail addresses":        "a.b@example.org ",
	"handles":               "@example #news ",
	"IP addresses":          "192.168.1.1 ",
	"opening brackets":      "(a ",
	"brackets":              "(a) [b] ",
	"opening quotes":        "“a ",
	"quotes":                "“No,” she said. ",
	"apostrophes":           "rock 'n' roll ",
	"dashes":                "a — b – c - ",
	"hyphens":               "well-to-do-",
	"full stops":            "a.B.",
	"ellipses":              "… ... ",
	"exclamations":          "No! Yes? ",
	"commas":                "a, b, ",
	"semicolons":            "a; b; ",
	"emoji":                 "🙂 ",
	"joined emoji":          "👩\u200d🚀",
	"zero-width characters": "a\u200b\u200d ",
	"soft hyphens":          "nar&shy;ra&shy;tor ",
	"entities":              "&amp;&lt;&#8217; ",
	"raised figures":        "km² m³ 10⁵ ",
	"note marks":            "the river[1] rose ",
	"capitals":              "THE TRAMS STAND STILL ",
	"a long word":           "donaudampfschiff",
	"mixed scripts":         "aбвg дeж ",
	"Chinese":               "会议结束了他走了，",
	"line breaks":           "Killed: 3<br>Wounded: 12<br>",
	"bold words":            "<b>a</b> <i>b</i> ",
	"unclosed inline tags":  "<b>a <i>b ",
	"links":                 `<a href="/a">The trams</a> `,
	"raised tags":           "a<sup>2</sup> b<sub>3</sub> ",
	"footnotes":             `a<sup><a href="#fn1">1</a></sup> `,
	"comments":              "a <!-- b --> ",
	"shortcodes":            "[b c=1]a[/b] ",
	"opening shortcodes":    "[private]a ",
	"spans":                 `<span class="x">a</span>`,
	"blanks":                "a          \n",
	"pluses and minuses":    "+/- 3 −4 ±5 ",
	"verses and paragraphs": "Gen. 1:1, § 7, Art. 5 ",
	"saints":                "St. ",
	"combining marks":       "e\u0301\u0323 ",
	"one mark for ever":     "\u0301",
	"a word for ever":       "a",
	"mail for ever":         "a.b-",
	"closing brackets":      "a) ",
	"questions":             "?!",
	"numeric entities":      "&#x41;&#65;",
	"nested inline tags":    "<em>a",
	"blank links":           `<a href="/a"></a>`,
	"scripts in turn":       "a я α א ",
	"clock chains":          "10:45-11:30-",
	"quotation marks":       `"`,
	"curly quotes":          "“”",
	"apostrophe marks":      "'",
	"dash marks":            "-",
	"long dashes":           "—",
	"bracket marks":         "(",
	"square brackets":       "[",
	"dots":                  ".",
	"slashes":               "/",
	"spaced slashes":        "a / ",
	"colons":                "a:",
	"breaks":                "<br>",
	"currency signs":        "$",
	"sums":                  "€5 ",
	"percent signs":         "%",
	"degree signs":          "°",
	"degrees":               "5° 7°C ",
	"superscripts":          "²",
	"look-alikes":           "аaеeоo ",
	"look-alike for ever":   "аa",
	"number signs":          "#1 № 2 ",
	"plus signs":            "+",
	"underscores":           "_",
	"figures in words":      "a1b2",
	"spaced figures":        "1 234 567 ",
	"grouped figures":       "1,234,567",
	"sports":                "2-1-0, ",
	"coordinates":           "50°27′N 30°31′E ",
	"apostrophes in words":  "o'b'c'",
	"ampersands":            "A&amp;B ",
	"one bracket in turn":   "([",
	"mixed marks":           `.,;:!?"'()-`,
}

// boxes are shapes of blocks. Each is repeated in a body.
var boxes = map[string]string{
	"paragraphs of a word":  "<p>No.</p>",
	"headings":              "<h2>Why</h2>",
	"list items":            "<ul><li>One</li></ul>",
	"quotes of their own":   "<blockquote><p>We are tired of it, she said.</p></blockquote>",
	"related boxes":         `<div class="related"><a href="/a">Ten ships</a></div>`,
	"link paragraphs":       `<p><a href="/a">Ten ships come home</a></p>`,
	"labels":                "<p>Read more:</p>",
	"tables":                "<table><tr><td>1</td><td>2</td></tr></table>",
	"rows":                  "<tr><td>1</td><td>2</td></tr>",
	"figures with captions": "<figure><img src=a><figcaption>A boat</figcaption></figure>",
	"callouts":              `<div class="kg-callout-card">Give now</div>`,
	"details":               "<details><summary>Why</summary>So.</details>",
	"hidden boxes":          `<div style="display:none">a</div>`,
	"embeds":                `<blockquote class="twitter-tweet"><p>a</p></blockquote>`,
	"boxes in boxes":        strings.Repeat("<div>", 40) + "a" + strings.Repeat("</div>", 40),
	"articles":              "<article><h1>Other</h1><p>Text.</p></article>",
	"empty boxes":           "<div></div><p></p>",
	"gated boxes":           `<div class="is-premium">a</div>`,
	"nested lists":          "<ul><li>",
	"nested quotes":         "<blockquote>",
	"definition lists":      "<dl><dt>One</dt><dd>Two</dd></dl>",
	"unclosed paragraphs":   "<p>a",
	"cells":                 "<td>1</td>",
	"tables in tables":      "<table><tr><td>a",
	"rows of a table":       "<table>" + strings.Repeat("<tr><td>Kyiv</td><td>1</td></tr>", 20) + "</table>",
	"boxes without end":     "<section><div>a</div>",
	"lists of links":        `<ul><li><a href="/a">Ten ships</a></li><li><a href="/b">Two boats</a></li></ul>`,
	"classes":               `<p class="a b c d e f g h">a</p>`,
	"bylines":               "<p>By Ann Lee</p>",
	"date lines":            "<p>Dec. 2, 2024, 10:45 p.m.</p>",
	"comments of readers":   `<div class="comment"><p>Good.</p></div>`,
	"pictures":              `<img src="/a" alt="b">`,
	"stray ends":            "</div></p></a>",
	"rules":                 "<hr>",
	"blank paragraphs":      "<p>&nbsp;</p>",
}

// mostOfProse is how many times the CPU time of prose a shape may take. The metric over-limit is 1
// if a shape takes more.
const mostOfProse = 5

// BenchmarkShapes measures how much more CPU time a shape takes than prose of the same size, from
// HTML to segments: shapes in a paragraph of a fragment, in three languages; boxes in a whole page.
func BenchmarkShapes(b *testing.B) {
	const size = 30_000 // bytes
	for _, language := range slices.Sorted(maps.Keys(sentences)) {
		paragraph := func(text string) string { return "<p>Go " + text + "</p>" }
		benchmarkShapes(b, "text/"+language, language, size, shapes, paragraph)
	}
	page := func(body string) string {
		return "<html lang=en><head><title>T</title></head><body><article><h1>T</h1>" + prose("en", 3_000) + body + "</article></body></html>"
	}
	benchmarkShapes(b, "boxes", "en", size, boxes, page)
	benchmarkShapes(b, "boxes/many", "en", 20*size, map[string]string{"related_boxes": boxes["related boxes"]}, page)
}

func benchmarkShapes(b *testing.B, name, language string, size int, shapes map[string]string, wrap func(string) string) {
	usual := wrap(prose(language, size))
	for shape, repeated := range shapes {
		html := wrap(strings.Repeat(repeated, size/len(repeated)))
		b.Run(name+"/"+strings.ReplaceAll(shape, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				ratio := float64(cost(b, language, html)) / float64(cost(b, language, usual))
				b.ReportMetric(ratio, "x-prose")
				if ratio > mostOfProse {
					b.ReportMetric(1, "over-limit")
				}
			}
		})
	}
}

// sentences has a paragraph of prose in each language, with a placeholder for a number.
var sentences = map[string]string{
	"en": "On day %d the council met to speak of the bridge, which has been shut since the storm, and nobody objected. The mayor, who had " +
		"asked for the vote, said that the town would open it before winter, if the engineers agree.",
	"uk": "На %d день рада зібралася, щоб поговорити про міст, закритий після бурі, і ніхто не був проти. Мер, який просив про голосування, " +
		"сказав, що місто відкриє його до зими, якщо погодяться інженери.",
	"de": "Am Tag %d kam der Rat zusammen, um über die Brücke zu reden, die seit dem Sturm gesperrt ist, und niemand war dagegen. Der " +
		"Bürgermeister, der um die Abstimmung gebeten hatte, sagte, die Stadt werde sie vor dem Winter öffnen, wenn die Ingenieure zustimmen.",
}

// prose returns paragraphs of sentences, all of them different.
func prose(language string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>"+sentences[language]+"</p>", i)
	}
	return b.String()
}

// cost returns the least CPU time of several runs, because other load may disturb a run. If the
// input is refused, it is the cost of refusing it.
func cost(b *testing.B, language, html string) time.Duration {
	b.Helper()
	const runs = 2
	least := time.Hour
	for range runs {
		begin := cpu(b)
		art, err := article.Parse(article.Payload{HTML: html, Language: language, Visibility: "public"}, article.Options{})
		if err == nil {
			_, _ = script.Build(art, script.Options{Limit: script.Limit{Max: 5000}})
		}
		least = min(least, cpu(b)-begin)
	}
	return least
}

// cpu returns the CPU time of the process, which other load on the machine does not change.
func cpu(b testing.TB) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// speakers lists who says each block of the body, by the first word of the block.
func speakers(a article.Article) string {
	var all []string
	for _, b := range a.Blocks {
		word, _, _ := strings.Cut(b.Text, " ")
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s", word, b.Speaker())))
	}
	return strings.Join(all, ", ")
}

func TestSpeakers(t *testing.T) {
	for _, test := range []struct{ name, html, want string }{
		{"a blockquote", `<p>He sat down.</p><blockquote><p>Nobody asked us.</p></blockquote>`, "He, Nobody quote"},
		{"a quotation in a paragraph", `<p>“Nobody asked us,” he said.</p>`, "“Nobody"},
		{"an interview", `<p>Ann runs the ferry.</p><p><strong>When did you start?</strong></p><p>In May.</p><p><b>And the <i>winter</i>?</b></p><p>It was long.</p>` +
			`<p><strong>You had no pilot.</strong></p><p>We had two.</p>`, "Ann, When question, In, And question, It, You question, We"},
		{"one bold question", `<p><strong>Who pays for it?</strong></p><p>The town does.</p>`, "Who, The"},
		{"bold lines that ask nothing", `<p><strong>The plan</strong></p><p>A road.</p><p><strong>The cost</strong></p><p>A million.</p>`, "The, A, The, A"},
		{"a question and its answer in one paragraph", `<p><strong>Why now?</strong> The river is low, and will not stay so.</p><p><strong>Who pays?</strong> The town does, with a loan.</p>`, "Why, Who"},
		{"labels", `<p>Q: When did you start?</p><p>A: In May.</p>`, "Q: question, A:"},
		{"a label in another language", `<p>Питання: Коли ви почали?</p><p>У травні.</p>`, "Питання: question, У"},
		{"a bold question that is quoted", `<blockquote><p><strong>Who pays?</strong></p></blockquote><p><strong>Who comes?</strong></p><p><strong>Who stays?</strong></p>`,
			"Who quote, Who question, Who question"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{Language: "en", HTML: test.html}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := speakers(a); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

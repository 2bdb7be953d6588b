package article_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// languages writes each block with its language and passages.
func languages(a article.Article) []string {
	var all []string
	for _, b := range a.Blocks {
		line := b.Language + ": "
		at := 0
		for _, p := range b.Passages {
			line += b.Text[at:p.Start] + "{" + p.Language + " " + b.Text[p.Start:p.End] + "}"
			at = p.End
		}
		all = append(all, line+b.Text[at:])
	}
	return all
}

func TestLanguagesOfBlocks(t *testing.T) {
	const ferry = "<p>The ferry runs again after a long winter.</p>"
	for _, test := range []struct{ name, html, want string }{
		{"a lang attribute", `<p lang="uk">Слава Україні!</p>`, "uk: Слава Україні!"},
		{"of an element around it", `<section lang="fr"><p>Le bac est là.</p></section>`, "fr: Le bac est là."},
		{"the article's own, of a region", `<p lang="en-GB">The pier is closed.</p>`, ": The pier is closed."},
		{"that the text contradicts", `<p lang="de">The pier is closed for the winter.</p>`, ": The pier is closed for the winter."},
		{"that is none", `<p lang="??">The pier is closed.</p>`, ": The pier is closed."},
		{"found in the text", `<blockquote><p>Le bac traverse de nouveau la rivière après un hiver de travaux.</p></blockquote>`,
			"fr: Le bac traverse de nouveau la rivière après un hiver de travaux."},
		{"a quotation", `<p>He said: «Паром знову ходить о 7:30», and left.</p>`, ": He said: {uk «Паром знову ходить о 7:30»}, and left."},
		{"that is the whole block", `<p>“Le bac traverse de nouveau la rivière après un hiver.”</p>`, "fr: “Le bac traverse de nouveau la rivière après un hiver.”"},
		{"an element in the line", `<p>It is the <i lang="fr">coup de  grâce</i>, she said.</p>`, ": It is the {fr coup de grâce}, she said."},
		{"one word in the line", `<p>It is a <i lang="fr">détente</i>, she said.</p>`, ": It is a détente, she said."},
		{"a name", `<p>The mayor of Одеса closed the pier.</p>`, ": The mayor of Одеса closed the pier."},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{Language: "en", HTML: ferry + test.html}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := languages(a); len(got) != 2 || got[1] != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A long quotation does not turn the article, and its language is listed.
func TestAQuotationDoesNotTurnTheArticle(t *testing.T) {
	text := "<p>Мер сказав: «Паром снова будет ходить через реку, это было очень тяжёлое лето». Місто чекає на весну.</p>"
	a, err := article.Parse(article.Payload{HTML: text}, article.Options{DefaultLanguage: "uk"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Language != "uk" || fmt.Sprint(a.ForeignLanguages()) != "[ru]" {
		t.Errorf("%s, %q", a.Language, languages(a))
	}
	if !slices.ContainsFunc(languages(a), func(s string) bool { return strings.Contains(s, "{ru «Паром") }) {
		t.Errorf("%q", languages(a))
	}
}

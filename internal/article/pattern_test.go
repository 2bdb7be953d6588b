package article

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang"
)

// TestPhrases checks what a linguist may get wrong: brackets that do not close, and slots of no
// section.
func TestPhrases(t *testing.T) {
	names := lang.Sections("")
	for _, section := range names {
		for _, phrase := range lang.Phrases(section) {
			for _, part := range strings.Split(phrase, "<")[1:] {
				name, _, closed := strings.Cut(part, ">")
				builtIn := slices.Contains([]string{"rest", "clause", "unquoted", "marks", "numbers"}, name)
				if !closed || !builtIn && !slices.Contains(names, name) {
					t.Errorf("[%s] %s: there is no <%s>", section, phrase, name)
				}
			}
			if _, err := regexp.Compile(expression(phrase)); err != nil && !strings.HasPrefix(section, "sayings: ") {
				t.Errorf("[%s] %s: %v", section, phrase, err)
			}
		}
	}
}

func TestPhraseSyntax(t *testing.T) {
	for _, test := range []struct{ phrase, text string }{
		{"[last |first ]updated", "updated"},
		{"[last |first ]updated", "first updated"},
		{"unser* (newsletter|kanal)", "unserem kanal"},
		{"become a[n] {2}member", "become an early member"},
		{"# min _", "12 min read"},
		{"listen to this story…", "listen to this story (5 minutes)"},
		{"follow … us", "follow, if you like, us"},
		{"follow … us", "follow us"},
		{"обновлено <ago>", "обновлено 5 минут назад"},
		{"ещё p.m.?", "еще p.m.?"},
	} {
		if !regexp.MustCompile(`^` + expression(test.phrase) + `$`).MatchString(test.text) {
			t.Errorf("%s does not match %q", test.phrase, test.text)
		}
	}
	for _, test := range []struct{ phrase, text string }{
		{"[last ]updated", "lastupdated"},
		{"listen to this story…", "listen to this storyteller"},
		{"follow … us", `follow "the leader" us`},
		{"become a {2}member", "become a much too early member"},
	} {
		if regexp.MustCompile(`^` + expression(test.phrase) + `$`).MatchString(test.text) {
			t.Errorf("%s matches %q", test.phrase, test.text)
		}
	}
}

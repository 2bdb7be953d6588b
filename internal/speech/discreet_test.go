package speech

import (
	"context"
	"encoding/json"
	"errors"
	"html"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What a provider says of a text, and what of it may be told.
func TestErrorsQuoteNothing(t *testing.T) {
	const english = "The minister resigns on Friday; nobody in the harbour knows yet."
	const ukrainian = "Міністр подасть у відставку в п’ятницю, і ніхто про це не знає."
	asJSON := func(s string) string { b, _ := json.Marshal(s); return string(b) }
	ascii := func(s string) string { // as Python's json.dumps writes it
		var b strings.Builder
		for _, r := range s {
			if r < 128 {
				b.WriteRune(r)
				continue
			}
			b.WriteString(`\u0` + strings.ToLower(string("0123456789ABCDEF"[r>>8&15])) + string("0123456789abcdef"[r>>4&15]) + string("0123456789abcdef"[r&15]))
		}
		return b.String()
	}
	for _, c := range []struct{ name, text, message, want string }{
		{"nothing", english, "the voice slt has no such rate", "the voice slt has no such rate"},
		{"all", english, "cannot speak: " + english, "cannot speak: (…)."},
		{"a part, as JSON", english, `{"error":{"message":"bad input: ` + asJSON("minister resigns on")[1:] + `}}`, `{"error":{"message":"bad input: (…)"}}`},
		{"cut within a word", english, "a sentence that starts with 'The minister resigns on Fri' is too long", "a sentence that starts with '(…)' is too long"},
		{"in capitals, with other marks", english, "NOBODY, IN THE: HARBOUR", "(…)"},
		{"with markup", "<speak>The <emphasis>minister</emphasis> resigns on Friday</speak>", "invalid: the emphasis minister emphasis resigns", "invalid: (…)"},
		{"two words are chance", english, "on Friday", "on Friday"},
		{"Ukrainian", ukrainian, "400: «Міністр подасть у відста»", "400: «(…)»"},
		{"Ukrainian, escaped", ukrainian, `{"detail": "` + ascii("подасть у відставку в") + `"}`, `{"detail": "(…)"}`},
		{"HTML", "Tom’s café in Łódź", "<p>" + html.EscapeString("Tom’s café in Łódź") + "</p> Tom&rsquo;s caf&eacute; in", "<p>(…)</p> (…)"},
		{"a short text", "Resigned!", "no phonemes for resigned", "no phonemes for (…)"},
		{"Chinese, which has no spaces", "部长星期五辞职", "无法朗读:星期五辞", "无法朗读:(…)"},
		{"no text", "", "anything at all", "anything at all"},
	} {
		if got := withoutQuotes(c.message, c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNoRowOfWordsIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"sea", "Sea,", "ferry", "мінᐩістр", "über", "7", "船"})
		text := strings.Join(rapid.SliceOfN(word, 3, 12).Draw(t, "text"), " ")
		message := strings.Join(rapid.SliceOfN(word, 0, 20).Draw(t, "message"), " ")
		left, index := withoutQuotes(message, text), rowsOf(wordsIn(text))
		for part := range strings.SplitSeq(left, omitted) { // words before and after an omission are no row
			got := wordsIn(part)
			for i := 0; i+quoted <= len(got); i++ {
				if _, found := index[row(got[i:i+quoted])]; found {
					t.Fatalf("%q of %q is left in %q", row(got[i:i+quoted]), text, left)
				}
			}
		}
	})
}

type failing struct {
	Synthesizer
	err error
}

func (f failing) Synthesize(context.Context, Call) (Speech, error) { return Speech{}, f.err }

func TestDiscreetErrorsKeepTheirKind(t *testing.T) {
	call := Call{Request: Request{Input: "The minister resigns on Friday."}}
	cause := &Busy{Err: errors.New("wait, before I say: the minister resigns")}
	_, err := Discreet{failing{err: cause}}.Synthesize(t.Context(), call)
	var busy *Busy
	if !errors.As(err, &busy) || err.Error() != "too many requests: wait, before I say: (…)" {
		t.Errorf("%v", err)
	}
	plain := Permanent(errors.New("no such voice"))
	if _, err := (Discreet{failing{err: plain}}).Synthesize(t.Context(), call); err != plain { //nolint:errorlint // the same one
		t.Errorf("%v", err)
	}
}

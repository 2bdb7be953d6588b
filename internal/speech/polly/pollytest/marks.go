package pollytest

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// mark is a line of https://docs.aws.amazon.com/polly/latest/dg/speechmarks.html. Start and End are
// bytes of the text of the request, tags included.
type mark struct {
	Time  int    `json:"time"` // ms
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Value string `json:"value"`
}

var tagOrWord = regexp.MustCompile(`<[^>]*>|&[a-z#0-9]+;|[\pL\pN][\pL\pN'’-]*`)

// marks returns a line for each word. Each byte of the words takes equally long.
func marks(r request, seconds float64) []byte {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	all := 0
	words := tagOrWord.FindAllStringIndex(r.Text, -1)
	for _, at := range words {
		if isWord(r.Text[at[0]:at[1]]) {
			all += at[1] - at[0]
		}
	}
	before := 0
	for _, at := range words {
		if word := r.Text[at[0]:at[1]]; isWord(word) {
			_ = encoder.Encode(mark{int(1000 * seconds * float64(before) / float64(all)), "word", at[0], at[1], word})
			before += len(word)
		}
	}
	return lines.Bytes()
}

func isWord(text string) bool { return text[0] != '<' && text[0] != '&' }

// Package recognise runs a speech recogniser, pocketsphinx, on English speech and measures how much
// of a text it finds. pocketsphinx shares no code and no provider with what made the speech.
//
// It distinguishes one text from another, not similar words; it ignores names that are not in its
// dictionary. It never decides whether speech is good. The narrator calls it for sites that ask for
// it.
package recognise

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/subprocess"
)

// SampleRate is the sample rate, in Hz, of the speech that the model was trained on.
const SampleRate = 16000

const (
	program    = "pocketsphinx_continuous"
	dictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict" // of Debian's pocketsphinx-en-us
	fewest     = 6                                                        // known words that a text needs to be judged
)

// Recogniser holds the dictionary of words that can be recognised. It is safe for concurrent use.
type Recogniser struct{ known map[string]bool }

// New finds pocketsphinx and loads its dictionary. The error says what to install.
func New() (*Recogniser, error) {
	if _, err := exec.LookPath(program); err != nil {
		return nil, fmt.Errorf("%w: install the Debian packages pocketsphinx and pocketsphinx-en-us", err)
	}
	file, err := os.Open(dictionary)
	if err != nil {
		return nil, fmt.Errorf("%w: install the Debian package pocketsphinx-en-us", err)
	}
	defer file.Close()
	r := &Recogniser{known: map[string]bool{}}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		word, _, _ := strings.Cut(lines.Text(), " ")
		r.known[word] = true
	}
	return r, lines.Err()
}

// words returns the words of a text that are in the dictionary.
func (r *Recogniser) words(text string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' }) {
		if r.known[word] {
			words = append(words, word)
		}
	}
	return words
}

// Heard returns the part, 0 to 1, of a text's words that are recognised in speech, in order, if the
// recogniser may choose from its words and those of other texts. judged is false if the dictionary
// has too few of the text's words. Time: about a fifteenth of the speech's on one core.
func (r *Recogniser) Heard(ctx context.Context, said speech.Speech, text string, others []string) (part float64, judged bool, err error) {
	want := r.words(text)
	if len(want) < fewest {
		return 0, false, nil
	}
	if said.SampleRate != SampleRate {
		return 0, false, fmt.Errorf("the speech has %d Hz, but the recogniser needs %d Hz", said.SampleRate, SampleRate)
	}
	runs := pairs(want)
	for _, other := range others {
		runs = append(runs, pairs(r.words(other))...)
	}
	heard, err := listen(ctx, said, grammar(runs))
	if err != nil {
		return 0, false, err
	}
	return float64(inOrder(want, heard)) / float64(len(want)), true, nil
}

// pairs returns a text's words and pairs of words: enough context for good recognition, and enough
// freedom to go on after an unknown name.
func pairs(words []string) []string {
	runs := append([]string(nil), words...)
	for i := 1; i < len(words); i++ {
		runs = append(runs, words[i-1]+" "+words[i])
	}
	return runs
}

// grammar returns a grammar of any number of runs, in JSpeech Grammar Format
// (https://www.w3.org/TR/jsgf/).
func grammar(runs []string) string {
	var alternatives []string
	seen := map[string]bool{}
	for _, run := range runs {
		if !seen[run] {
			seen[run] = true
			alternatives = append(alternatives, run)
		}
	}
	return "#JSGF V1.0;\ngrammar article;\npublic <article> = (" + strings.Join(alternatives, " | ") + ")+ ;\n"
}

// listen runs pocketsphinx on speech with a grammar and returns the recognised words.
func listen(ctx context.Context, said speech.Speech, grammar string) ([]string, error) {
	dir, remove, err := subprocess.TempDir()
	if err != nil {
		return nil, err
	}
	defer remove()
	audio, rules := filepath.Join(dir, "said.raw"), filepath.Join(dir, "article.jsgf")
	if err := errors.Join(os.WriteFile(audio, pcm.AppendBytes(nil, said.Samples), 0o600), os.WriteFile(rules, []byte(grammar), 0o600)); err != nil {
		return nil, err
	}
	out, err := subprocess.Run(ctx, "", program, "-infile", audio, "-jsgf", rules, "-logfn", os.DevNull)
	if err != nil {
		return nil, err
	}
	return strings.Fields(string(out)), nil
}

// inOrder returns the length of the longest common subsequence.
func inOrder(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

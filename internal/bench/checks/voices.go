package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/aloud-audio/aloud/internal/speech"
)

// voice is a voice of a Debian package that shares nothing with espeak-ng.
type voice struct {
	program  string // flite or festival
	name     string
	language string
	letters  *charmap.Charmap // festival reads its texts in; nil: UTF-8
}

// voices are twelve voices in five languages.
var voices = []voice{
	{"flite", "slt", "en", nil},
	{"flite", "rms", "en", nil},
	{"flite", "awb", "en", nil},
	{"festival", "ked_diphone", "en", charmap.ISO8859_1},
	{"festival", "lp_diphone", "it", charmap.ISO8859_1},
	{"festival", "pc_diphone", "it", charmap.ISO8859_1},
	{"festival", "czech_ph", "cs", charmap.ISO8859_2},
	{"festival", "czech_dita", "cs", charmap.ISO8859_2},
	{"festival", "czech_machac", "cs", charmap.ISO8859_2},
	{"festival", "czech_krb", "cs", charmap.ISO8859_2},
	{"festival", "msu_ru_nsh_clunits", "ru", nil},
	{"festival", "upc_ca_ona_hts", "ca", charmap.ISO8859_1},
}

// translated is how many texts of another language a voice reads.
const translated = 20

// foreign returns texts in a language that the voice does not speak, but whose letters it knows.
func (v voice) foreign() ([]string, error) {
	switch v.language {
	case "ru": // its voice knows no Latin letters
		return nil, nil
	case "en":
		return paragraphs("it", translated)
	}
	return paragraphs("en", translated)
}

func (v voice) String() string { return v.program + ":" + v.name }

// say writes the voice's readings of texts into folder, those that are not there from a run before.
// One process of festival says them all, since it takes seconds to start.
func (v voice) say(ctx context.Context, folder string, texts []string) error {
	if err := os.MkdirAll(filepath.Join(folder, v.name), 0o755); err != nil {
		return err
	}
	if v.program == "flite" {
		return v.sayFlite(ctx, folder, texts)
	}
	script := "(voice_" + v.name + ")\n" + saveParts
	for _, text := range texts {
		if file := v.file(folder, text, 1); !exists(file + ".words") {
			input, err := v.encoded(text)
			if err == nil {
				err = os.WriteFile(file+".txt", []byte(input), 0o600)
			}
			if err != nil {
				return err
			}
			script += fmt.Sprintf("(say %q %q)\n", file+".txt", strings.TrimSuffix(file, "1.wav"))
		}
	}
	command := exec.CommandContext(ctx, "festival", "--pipe")
	command.Stdin = strings.NewReader(script)
	out, err := command.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", v, err, out)
	}
	return nil
}

// saveParts has festival write each utterance of a text into a file of its own, and beside it the
// second at which each word begins.
const saveParts = `
(define (save utt)
  (set! part (+ 1 part))
  (utt.save.wave utt (format nil "%s%d.wav" base part))
  (let ((file (fopen (format nil "%s%d.wav.words" base part) "w")))
    (mapcar (lambda (word) (format file "%f\n" (item.feat word "word_start"))) (utt.relation.items utt 'Word))
    (fclose file))
  utt)
(set! tts_hooks (list utt.synth save))
(define (say file name) (set! part 0) (set! base name) (tts_file file nil))
`

func (v voice) sayFlite(ctx context.Context, folder string, texts []string) error {
	for _, text := range texts {
		file := v.file(folder, text, 1)
		if exists(file) {
			continue
		}
		input, _ := v.encoded(text)
		out, err := exec.CommandContext(ctx, "flite", "-voice", v.name, "-o", file, "-t", input).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w: %s", v, err, out)
		}
	}
	return nil
}

func (v voice) encoded(text string) (string, error) {
	text = strings.ReplaceAll(text, "’", "'")
	if v.letters == nil {
		return text, nil
	}
	return v.letters.NewEncoder().String(text)
}

func (v voice) file(folder, text string, part int) string {
	return filepath.Join(folder, v.name, fmt.Sprintf("%s-%d.wav", shuffled(text)[:16], part))
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// reading returns what say wrote for a text.
func (v voice) reading(folder, text string) (all speech.Speech, err error) {
	for part := 1; exists(v.file(folder, text, part)); part++ {
		wav, err := os.ReadFile(v.file(folder, text, part))
		if err != nil {
			return all, err
		}
		said, err := speech.DecodeWAV(wav)
		if err != nil {
			return all, err
		}
		all.SampleRate, all.Samples = said.SampleRate, append(all.Samples, said.Samples...)
	}
	if all.SampleRate == 0 {
		return all, fmt.Errorf("%s said nothing for %q", v, text)
	}
	return all, nil
}

// said returns the texts that the voice said something for: festival ends at some that it cannot
// read.
func (v voice) said(folder string, texts []string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return !exists(v.file(folder, text, 1)) })
}

// shuffled is a name for a text, whose order is no order of texts.
func shuffled(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Command trigrams cuts the language models of lingua-go down to the most frequent trigrams, and
// writes the data of internal/lang/detect. Run it by `make trigrams`; the output depends on this
// program and on the version of lingua-go in its go.mod only.
package main

import (
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// These languages share their script with others that text-to-speech voices read. A script that one
// language uses needs no trigrams. Malay is left out: its text is hard to distinguish from
// Indonesian. Bosnian and Serbian in Latin letters are found as Croatian.
const (
	common   = "ar cs da de en es fa fi fr hi hr hu id it nb nl pl pt ro ru sk sv tr uk vi"
	uncommon = "af az be bg ca cy et eu ga is kk lt lv mk mr sl sq sr sw tl ur"
)

const (
	perLanguage = 4000
	// stepsPerNat is the resolution of the stored probabilities: -ln(p) in quarters.
	stepsPerNat = 4
	// unlikely is what a text in an uncommon language must make up for, in such steps.
	unlikely = 32
)

func main() {
	out := flag.String("out", "../../internal/lang/detect/data", "folder to write")
	flag.Parse()
	if err := generate(*out); err != nil {
		fmt.Fprintln(os.Stderr, "trigrams:", err)
		os.Exit(1)
	}
}

func generate(out string) error {
	source, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/pemistahl/lingua-go").Output()
	if err != nil {
		return fmt.Errorf("find the module lingua-go: %w", err)
	}
	root := strings.TrimSpace(string(source))
	var text strings.Builder
	for _, language := range slices.Sorted(strings.FieldsSeq(common + " " + uncommon)) {
		model, err := readModel(filepath.Join(root, "language-models", language))
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		fmt.Fprintf(&text, "@%s\t%d\n", language, prior(language))
		writeLanguage(&text, mostFrequent(model))
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "LICENSE"), licence, 0o644); err != nil {
		return err
	}
	if err := writeGzip(filepath.Join(out, "trigrams.gz"), text.String()); err != nil {
		return err
	}
	return writeManifest(out)
}

// prior returns the level at which the score of a language begins.
func prior(language string) int {
	if slices.Contains(strings.Fields(uncommon), language) {
		return unlikely
	}
	return 0
}

// mostFrequent returns the trigrams to keep, by their quantized -ln(p).
func mostFrequent(model map[string]float64) map[int][]string {
	trigrams := slices.SortedFunc(maps.Keys(model), func(a, b string) int {
		return cmp.Or(cmp.Compare(model[b], model[a]), cmp.Compare(a, b))
	})
	levels := make(map[int][]string)
	for _, trigram := range trigrams[:min(perLanguage, len(trigrams))] {
		level := int(math.Round(-math.Log(model[trigram]) * stepsPerNat))
		levels[level] = append(levels[level], trigram)
	}
	return levels
}

// writeLanguage writes a line for each level: the level, a tab and its trigrams without separators.
func writeLanguage(text *strings.Builder, levels map[int][]string) {
	for _, level := range slices.Sorted(maps.Keys(levels)) {
		slices.Sort(levels[level])
		fmt.Fprintf(text, "%d\t%s\n", level, strings.Join(levels[level], ""))
	}
}

func writeGzip(name, text string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	packed, err := gzip.NewWriterLevel(file, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := packed.Write([]byte(text)); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return file.Close()
}

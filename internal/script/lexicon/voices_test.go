package lexicon

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestEnglishAliasesSoundRight judges aliases with two voices that print their phonemes: espeak-ng
// in IPA, flite in ARPAbet. Averaged over both, an alias must be nearer to the IPA of its entry
// than the name as written.
func TestEnglishAliasesSoundRight(t *testing.T) {
	var entries []Entry
	for _, e := range BuiltIn("en").List().Entries {
		if e.Alias != "" {
			entries = append(entries, e)
		}
	}
	var written, aliases []string
	for _, e := range entries {
		written, aliases = append(written, e.Written[0]), append(aliases, e.Alias)
	}
	asWritten, asAlias := spokenBy(t, written), spokenBy(t, aliases)
	before, after := 0.0, 0.0
	for i, e := range entries {
		was, is := distance(e.IPA, asWritten[i]), distance(e.IPA, asAlias[i])
		before, after = before+was, after+is
		if is > was || is > 0.3 {
			t.Errorf("%s /%s/: the alias %s sounds like %v (%.2f), the name like %v (%.2f)", e.Written[0], e.IPA, e.Alias, asAlias[i], is, asWritten[i], was)
		}
	}
	before, after = before/float64(len(entries)), after/float64(len(entries))
	t.Logf("%d aliases: mean distance %.3f as written, %.3f by alias", len(entries), before, after)
	if after > 0.1 {
		t.Errorf("the mean distance is %.3f, want 0.1 at most", after)
	}
}

// spokenBy returns the sounds of each text in broad IPA, by voice.
func spokenBy(t *testing.T, texts []string) [][]string {
	t.Helper()
	paragraphs := strings.Join(texts, ".\n\n") + ".\n"
	file := filepath.Join(t.TempDir(), "names.txt")
	if err := os.WriteFile(file, []byte(paragraphs), 0o600); err != nil {
		t.Fatal(err)
	}
	said := make([][]string, len(texts))
	for _, voice := range [][]string{{"espeak-ng", "-v", "en-us", "-q", "--ipa", "-f", file}, {"flite", "-f", file, "-ps", "-o", "none"}} {
		lines := output(t, voice)
		if len(lines) != len(texts) {
			t.Fatalf("%s said %d of %d texts", voice[0], len(lines), len(texts))
		}
		for i, line := range lines {
			if voice[0] == "flite" {
				line = arpabet.Replace(" " + strings.ReplaceAll(line, " ", "  ") + " ")
			}
			said[i] = append(said[i], line)
		}
	}
	return said
}

func output(t *testing.T, command []string) []string {
	t.Helper()
	out, err := exec.Command(command[0], command[1:]...).Output()
	if err != nil {
		t.Fatalf("%s: %v (Debian package %s)", command[0], err, command[0])
	}
	var lines []string
	for line := range strings.Lines(string(out)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

var arpabet = strings.NewReplacer(" pau ", "", " aa ", "ɑ", " ae ", "æ", " ah ", "ʌ", " ao ", "ɔ", " aw ", "aʊ", " ax ", "ə", " ay ", "aɪ",
	" b ", "b", " ch ", "tʃ", " d ", "d", " dh ", "ð", " eh ", "ɛ", " er ", "əɹ", " ey ", "eɪ", " f ", "f", " g ", "ɡ", " hh ", "h",
	" ih ", "ɪ", " iy ", "i", " jh ", "dʒ", " k ", "k", " l ", "l", " m ", "m", " n ", "n", " ng ", "ŋ", " ow ", "oʊ", " oy ", "ɔɪ",
	" p ", "p", " r ", "ɹ", " s ", "s", " sh ", "ʃ", " t ", "t", " th ", "θ", " uh ", "ʊ", " uw ", "u", " v ", "v", " w ", "w",
	" y ", "j", " z ", "z", " zh ", "ʒ", " ", "")

// broad merges sounds that English listeners hardly distinguish, and removes stress, which flite
// does not print.
var broad = strings.NewReplacer("ˈ", "", "ˌ", "", "ː", "", " ", "", "oʊ", "o", "eɪ", "ɛ", "ɚ", "əɹ", "ɜ", "ə", "ɐ", "ə", "ʌ", "ə", "ᵻ", "ɪ",
	"ɔ", "ɑ", "ɒ", "ɑ", "ɪ", "i", "ʊ", "u", "ɾ", "t", "ŋk", "nk")

// distance returns how many sounds must be changed, inserted or removed to get from the IPA to what
// is said, averaged over the voices.
func distance(ipa string, said []string) float64 {
	sum := 0.0
	want := []rune(broad.Replace(ipa))
	for _, s := range said {
		sum += float64(edits(want, []rune(broad.Replace(s)))) / float64(len(want))
	}
	return sum / float64(len(said))
}

// edits returns the Levenshtein distance.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			changed := diagonal
			if a[i] != b[j] {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

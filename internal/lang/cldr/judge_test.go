package cldr

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/aloud-audio/aloud/internal/docstest"
)

// TestICUAgrees compares our words with ICU's, for every ruleset that both have. The exceptions are
// CLDR's changes since ICU's release, listed in testdata/exceptions.tsv. docs/languages.md has the
// table.
func TestICUAgrees(t *testing.T) {
	numbers := judgedNumbers()
	answers, wait := askICU(t, numbers)
	version, _ := answers.ReadString('\n')
	exceptions := readExceptions(t, strings.TrimSpace(version))
	scores := make(map[string]*score)
	for {
		header, err := answers.ReadString('\n')
		if err == io.EOF {
			break
		}
		locale, ruleset, _ := strings.Cut(strings.Trim(header, "@\n"), "\t")
		allowed, rewrite := exceptions.of(locale, ruleset)
		judged := judge(answers, locale, ruleset, numbers, rewrite)
		if scores[locale] == nil {
			scores[locale] = new(score)
		}
		scores[locale].add(ruleset, judged)
		if judged.differ != allowed {
			t.Errorf("%s %s: ICU differs in %d of %d numbers, but exceptions.tsv lists %d:%s",
				locale, ruleset, judged.differ, judged.all, allowed, judged.examples)
		}
	}
	wait()
	for _, e := range exceptions {
		if !e.used {
			t.Errorf("exceptions.tsv lists %s %s, which was not compared", e.locale, e.rulesets)
		}
	}
	docstest.Keep(t, "../../../docs/languages.md", map[string]string{"icu": tableOf(scores)})
}

// tableOf writes a row for each locale that has its own number rules.
func tableOf(scores map[string]*score) string {
	var b strings.Builder
	b.WriteString("| tag | cardinals: rule sets | equal | ordinals: rule sets | equal | rule sets that ICU lacks |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, locale := range localesWithRules() {
		s := scores[locale]
		if s == nil {
			s = new(score)
		}
		s.countUnjudged(locale)
		fmt.Fprintf(&b, "| %s | %d | %s | %d | %s | %d |\n", locale, s.cardinals.sets, s.cardinals, s.ordinals.sets, s.ordinals, s.unjudged)
	}
	return b.String()
}

// askICU starts the judge. It fails the test if ICU is not installed.
func askICU(t *testing.T, numbers []string) (answers *bufio.Reader, wait func()) {
	question, err := json.Marshal(map[string][]string{"numbers": numbers, "locales": localesWithRules()})
	if err != nil {
		t.Fatal(err)
	}
	var talk bytes.Buffer
	icu := exec.Command("/usr/bin/python3", "testdata/judge.py") // Debian's, which python3-icu belongs to
	icu.Stdin, icu.Stderr = bytes.NewReader(question), &talk
	out, err := icu.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := icu.Start(); err != nil {
		t.Fatalf("cannot start ICU: %v: apt-get install python3-icu", err)
	}
	return bufio.NewReaderSize(out, 1<<20), func() {
		if err := icu.Wait(); err != nil {
			t.Fatalf("ICU failed: %v: apt-get install python3-icu\n%s", err, &talk)
		}
	}
}

// localesWithRules returns the locales that have their own number rules.
func localesWithRules() []string {
	var names []string
	for _, language := range Languages() {
		for name, section := range sectionsOf(language) {
			if slices.ContainsFunc(slices.Collect(maps.Keys(section.table)), isRuleSet) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

func isRuleSet(key string) bool { return strings.HasPrefix(key, "rbnf/") }

// judgedNumbers returns 0 to 10,000 and 300 larger numbers, up to 10^15, a third of them round.
func judgedNumbers() []string {
	var numbers []string
	for n := range 10001 {
		numbers = append(numbers, strconv.Itoa(n))
	}
	random := rand.New(rand.NewPCG(2026, 10))
	for i := range 300 {
		limit := int64(100_000)
		for range i % 11 {
			limit *= 10
		}
		n := 10_001 + random.Int64N(limit-10_001)
		if i%3 == 0 {
			n -= n % (limit / 100)
		}
		numbers = append(numbers, strconv.FormatInt(n, 10))
	}
	return numbers
}

// verdict is the result of comparing one ruleset.
type verdict struct {
	all, differ int
	examples    string
}

// judge reads ICU's words for a ruleset, applies CLDR's later changes, and compares them with ours
// if we have the ruleset.
func judge(answers *bufio.Reader, locale, ruleset string, numbers []string, rewrite *strings.Replacer) (v verdict) {
	set := find(locale).mustSpell().sets["%"+ruleset]
	for _, digits := range numbers {
		theirs, err := answers.ReadSlice('\n')
		if err != nil || set == nil {
			continue
		}
		v.all++
		var words writer
		n, _ := parseNumber(digits)
		set.say(&words, n)
		if ours := words.String(); !words.failed && ours == string(theirs[:len(theirs)-1]) {
			continue
		}
		ours, normal := "", rewrite.Replace(normalise(string(theirs)))
		if !words.failed {
			ours = strings.TrimSpace(words.String())
		}
		if ours != normal {
			v.differ++
			if v.differ <= 3 {
				v.examples += fmt.Sprintf("\n  %s: %q, not %q", digits, ours, normal)
			}
		}
	}
	return v
}

func (l *locale) mustSpell() *speller {
	s, err := l.speller()
	if err != nil {
		panic(err)
	}
	return s
}

// normalise treats ICU's words as we treat CLDR's: it removes invisible marks, and returns "" for
// digits.
func normalise(words string) string {
	if strings.IndexFunc(words, unicode.IsDigit) >= 0 {
		return ""
	}
	return strings.TrimSpace(strings.NewReplacer("\u00ad", "", "\u200e", "", "\u00a0", " ", "\u202f", " ").Replace(words))
}

// score is a locale's row in the table.
type score struct {
	cardinals, ordinals tally
	unjudged            int // rulesets that ICU lacks
}

type tally struct{ sets, agree, all int }

func (s *score) add(ruleset string, v verdict) {
	kind := &s.cardinals
	if strings.HasPrefix(ruleset, "spellout-ordinal") {
		kind = &s.ordinals
	}
	if v.all > 0 {
		kind.sets++
	}
	kind.agree += v.all - v.differ
	kind.all += v.all
}

func (s *score) countUnjudged(locale string) {
	s.unjudged = len(Rulesets(locale)) - s.cardinals.sets - s.ordinals.sets
}

func (t tally) String() string {
	if t.all == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", t.agree, t.all)
}

// exception is a change between ICU's CLDR and ours.
type exception struct {
	locale, rulesets string // rulesets may contain a "*"
	old, renewed     string // a text that was replaced, or ""
	numbers          int    // that still differ
	used             bool
}

type exceptions []exception

// readExceptions reads the exceptions for a version of ICU. The columns of the file are separated
// by tabs: version, locale, rulesets, old and new text, number and reason.
func readExceptions(t *testing.T, version string) (list exceptions) {
	file, err := os.ReadFile("testdata/exceptions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || fields[0] != version {
			continue
		}
		if len(fields) != 7 {
			t.Fatalf("exceptions.tsv has a line without seven fields: %q", line)
		}
		numbers, err := strconv.Atoi(fields[5])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, exception{
			locale: fields[1], rulesets: fields[2], old: fields[3], renewed: fields[4], numbers: numbers,
		})
	}
	return list
}

// of returns how many numbers of a ruleset may differ, and the replacements in ICU's words.
func (list exceptions) of(locale, ruleset string) (numbers int, rewrite *strings.Replacer) {
	var pairs []string
	for i, e := range list {
		if matches, _ := path.Match(e.rulesets, ruleset); !matches || e.locale != locale {
			continue
		}
		list[i].used = true
		numbers += e.numbers
		if e.old != "" {
			pairs = append(pairs, e.old, e.renewed)
		}
	}
	return numbers, strings.NewReplacer(pairs...)
}

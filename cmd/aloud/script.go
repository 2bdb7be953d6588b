package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/preview"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

type scriptOptions struct {
	inputOptions
	html    bool
	unknown bool
	public  bool
}

// gates returns the gates that apply.
func (o scriptOptions) gates() article.Gates {
	if o.public {
		return article.AllGates
	}
	return article.CMSGates
}

// paidNote is for those who have an article that its page calls paid.
const paidNote = "the page is marked as paid: all of it is read here, since you have it; aloud publish and hooks read only the public part"

func scriptCommand(a *app) *cobra.Command {
	var opts scriptOptions
	cmd := &cobra.Command{
		Use:     "script FILE|URL|-",
		Short:   "Show what would be read, and what is left out and why",
		GroupID: groupLocal,
		Long: `Show what would be read of an article, segment by segment; what is left out and why; how its language was found; and what
it would cost. --html prints a page for people: it marks text that is said differently from how it is written, and greys
out what is not read. A page that you have is read whole, even if it says that it is paid; --public reads what aloud
publish would. --unknown lists names that no lexicon has, for aloud lexicon add. No provider is called.`,
		Example: "  aloud script article.html\n  aloud script article.html --html > preview.html\n  aloud script article.html --unknown\n  aloud script post.json --json | jq .skipped",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.script(cmd.Context(), args[0], opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.public, "public", false, "read only what the public may read, as aloud publish does")
	cmd.Flags().BoolVar(&opts.html, "html", false, "print an HTML page for people")
	cmd.Flags().BoolVar(&opts.unknown, "unknown", false, "list the names that no lexicon has")
	return cmd
}

// check refuses flags that contradict each other.
func (o scriptOptions) check() error {
	if o.html && (o.json || o.unknown) {
		return usageError{errors.New("--html cannot be combined with --json or --unknown: leave them out")}
	}
	return nil
}

func (a *app) script(ctx context.Context, input string, opts scriptOptions) error {
	if err := opts.check(); err != nil {
		return err
	}
	payload, err := a.read(ctx, input, opts.inputFlags)
	if err != nil {
		return err
	}
	_, n, cleanUp, err := a.openLocal()
	if err != nil {
		return err
	}
	defer cleanUp()
	p, err := n.Preview(opts.site, payload, opts.voice, opts.gates())
	if err != nil {
		return err
	}
	if p.Article.Paid && !opts.public {
		a.infof("%s", paidNote)
	}
	switch {
	case opts.unknown:
		return a.printUnknown(p, opts.json)
	case opts.html:
		return preview.Write(a.out, preview.Page{
			Article: p.Article, Script: p.Script, Voice: p.Voice, Bill: p.Bill(), Prices: n.Prices,
			Duration: p.Duration(), Silence: p.Silence,
		})
	case opts.json:
		return a.printJSON(scriptReport(p, n.Prices))
	default:
		return a.printScript(p, n.Prices)
	}
}

// report is the JSON of script.
type report struct {
	Article  reportArticle     `json:"article"`
	Segments []reportSegment   `json:"segments"`
	Skipped  []article.Skipped `json:"skipped"`
	// Transliterated has the names in letters that the voice cannot read, and how they are spelled
	// for it.
	Transliterated []transliterated `json:"transliterated,omitempty"`

	Voice      string        `json:"voice,omitempty"`
	Voices     []reportVoice `json:"voices,omitempty"` // what each says, if there are several
	Characters int           `json:"characters"`
	Billable   int           `json:"billable"`
	CostUSD    float64       `json:"cost_usd"`    // estimated, if none of the speech was bought before
	PriceKnown bool          `json:"price_known"` // if not, the cost is 0
	Seconds    float64       `json:"seconds"`     // estimated
	// NumbersAsWritten says that aloud has no rules for the language: numbers and dates are left to
	// the voice.
	NumbersAsWritten bool `json:"numbers_as_written,omitempty"`
}

type reportArticle struct {
	ID         string   `json:"id,omitempty"`
	Title      string   `json:"title"`
	Byline     []string `json:"byline"`
	Language   string   `json:"language"`
	LanguageBy string   `json:"language_by"`
	URL        string   `json:"url,omitempty"`
	Paid       bool     `json:"paid,omitempty"` // its page says that not everybody may read all of it
}

type reportSegment struct {
	Index    int          `json:"index"`
	Role     article.Role `json:"role"`
	Language string       `json:"language,omitempty"` // if it is another than the article's
	Voice    string       `json:"voice,omitempty"`    // if it is another than the article's
	Text     string       `json:"text"`
	Spoken   string       `json:"spoken"`
}

// reportVoice is the share of one voice of several.
type reportVoice struct {
	Voice      string  `json:"voice"`
	Billable   int     `json:"billable"`
	CostUSD    float64 `json:"cost_usd"`
	PriceKnown bool    `json:"price_known"`
}

// reportVoices returns the shares of a script's voices, nil if one voice says everything.
func reportVoices(p newsroom.Preview, prices speech.Prices) (voices []reportVoice) {
	shares := p.Shares()
	if len(shares) == 1 {
		return nil
	}
	for _, share := range shares {
		voices = append(voices, reportVoice{share.Voice.String(), share.Bill.Characters(), prices.Total(share.Bill).Dollars(), prices.Covers(share.Bill)})
	}
	return voices
}

type transliterated struct {
	Text   string `json:"text"`
	Spoken string `json:"spoken"`
}

// transliteratedIn lists each name of a script once, in order.
func transliteratedIn(s script.Script) (all []transliterated) {
	for _, segment := range s.Segments {
		for _, name := range segment.Transliterated() {
			if one := (transliterated{name[0], name[1]}); !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
	}
	return all
}

func scriptReport(p newsroom.Preview, prices speech.Prices) report {
	art := p.Article
	r := report{
		Article:    reportArticle{art.ID, art.Title, append([]string{}, art.Byline...), art.Language, art.LanguageBy, art.URL, art.Paid},
		Segments:   []reportSegment{},
		Skipped:    append([]article.Skipped{}, p.Script.Skipped...),
		Characters: p.Script.Characters(),
		Billable:   p.Billable(),
		CostUSD:    prices.Total(p.Bill()).Dollars(),
		PriceKnown: prices.Covers(p.Bill()),
		Seconds:    p.Duration().Seconds(),

		Transliterated:   transliteratedIn(p.Script),
		NumbersAsWritten: !lang.For(art.Language).Known(),
	}
	if p.Voice.Provider != "" {
		r.Voice, r.Voices = p.Voice.String(), reportVoices(p, prices)
	}
	for _, s := range p.Script.Segments {
		r.Segments = append(r.Segments, reportSegment{s.Index, s.Role, s.Language, otherVoice(p, s), s.Text, s.Spoken})
	}
	return r
}

// otherVoice is who speaks a segment if it is not the article's voice.
func otherVoice(p newsroom.Preview, s script.Segment) string {
	if voice := p.VoiceOf(s); voice != p.Voice {
		return voice.String()
	}
	return ""
}

// roleOf describes what a segment is, for people.
func roleOf(p newsroom.Preview, s script.Segment) string {
	role := string(s.Role)
	if s.Language != "" {
		role += " " + s.Language
	}
	if voice := otherVoice(p, s); voice != "" {
		role += " " + voice
	}
	return role
}

// printShares prints what each voice says and costs, if there are several.
func (a *app) printShares(p newsroom.Preview, prices speech.Prices) {
	shares := p.Shares()
	if len(shares) == 1 {
		return
	}
	for _, share := range shares {
		fmt.Fprintf(a.out, "%s: %d billable, %s\n", share.Voice, share.Bill.Characters(), prices.Say(share.Bill))
	}
	fmt.Fprintln(a.out)
}

func (a *app) printScript(p newsroom.Preview, prices speech.Prices) error {
	fmt.Fprintf(a.out, "%s\nlanguage %s (by %s)", p.Article.Title, p.Article.Language, p.Article.LanguageBy)
	if !lang.For(p.Article.Language).Known() {
		fmt.Fprint(a.out, ", which has no rules: numbers are left as written")
	}
	if p.Silence != "" {
		fmt.Fprintf(a.out, "\nnothing to read: %s\n", p.Silence)
	} else {
		fmt.Fprintf(a.out, ", voice %s, %d characters, %d billable, %s, about %s\n\n",
			p.Voice, p.Script.Characters(), p.Billable(), prices.Say(p.Bill()), p.Duration().Round(time.Second))
		a.printShares(p, prices)
	}
	var rows [][]string
	for _, s := range p.Script.Segments {
		rows = append(rows, []string{fmt.Sprint(s.Index), roleOf(p, s), s.Spoken})
	}
	if names := transliteratedIn(p.Script); len(names) > 0 {
		rows = append(rows, []string{"", "", ""}, []string{"", "spelled in letters that the voice has", ""})
		for _, name := range names {
			rows = append(rows, []string{"-", name.Text, name.Spoken})
		}
	}
	if len(p.Script.Skipped) > 0 {
		rows = append(rows, []string{"", "", ""}, []string{"", "not read", ""})
	}
	for _, s := range p.Script.Skipped {
		rows = append(rows, []string{"-", s.Reason, s.Text})
	}
	return a.printTable(rows)
}

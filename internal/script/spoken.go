package script

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Spoken returns the spoken form of text in language (BCP 47) as a voice without markup receives
// it: on one line, with single spaces, and without silent characters that can upset a voice or its
// markup. It uses no lexicon.
func Spoken(language, text string) string {
	return strings.TrimSpace(lang.Say(language, text).Text)
}

// utterance is the spoken form of a part of a block, on one line, with its edits.
type utterance struct {
	ssml.Text
	edits []rewrite.Edit
	lead  int // bytes of the written text before the first spoken byte
}

// say is Spoken with the lexicon, and without the rules that the site has switched off. Each
// passage follows the rules of its language.
func (b builder) say(w written) utterance {
	if len(w.passages) == 0 {
		return b.sayPart(w.text).trimmed()
	}
	var said utterance
	for _, p := range w.byLanguage(b.language) {
		said.append(p.from, b.in(p.language).sayPart(w.text[p.from:p.to]))
	}
	return said.trimmed()
}

func (b builder) sayPart(text string) utterance {
	names, sounds := b.names(text)
	form := lang.SayNames(b.language, text, names, b.off...)
	if !slices.Contains(b.off, lang.TransliterationRule) {
		form = lang.Transliterate(form, b.limit.Scripts, b.reader, b.language)
	}
	said := utterance{Text: ssml.Text{Spoken: form.Text}, edits: form.Edits}
	for _, edit := range form.Edits {
		if edit.Rule != rewrite.NameRule {
			continue
		}
		if sounds[0] != "" {
			said.Marks = append(said.Marks, ssml.Mark{Start: edit.Said.Start, End: edit.Said.End, IPA: sounds[0]})
		}
		sounds = sounds[1:]
	}
	return said
}

// append appends the spoken form of the part of the written text that begins at byte from.
func (u *utterance) append(from int, part utterance) {
	before := len(u.Spoken)
	u.Spoken += part.Spoken
	u.edits = slices.Grow(u.edits, len(part.edits))
	for _, e := range part.edits {
		e.Written.Start, e.Written.End = e.Written.Start+from, e.Written.End+from
		e.Said.Start, e.Said.End = e.Said.Start+before, e.Said.End+before
		u.edits = append(u.edits, e)
	}
	for _, m := range part.Marks {
		m.Start, m.End = m.Start+before, m.End+before
		u.Marks = append(u.Marks, m)
	}
}

// trimmed returns the utterance without leading and trailing white space, and without the edits
// that only produced such white space.
func (u utterance) trimmed() utterance {
	start := len(u.Spoken) - len(strings.TrimLeftFunc(u.Spoken, unicode.IsSpace))
	out := utterance{Text: ssml.Text{Spoken: strings.TrimSpace(u.Spoken)}, edits: slices.Grow([]rewrite.Edit(nil), len(u.edits)), lead: start}
	inside := func(at int) int { return min(max(at-start, 0), len(out.Spoken)) }
	for _, e := range u.edits {
		switch {
		case e.Said.End <= start:
			out.lead = e.Written.End + start - e.Said.End
		case e.Said.Start < start+len(out.Spoken):
			e.Said = rewrite.Span{Start: inside(e.Said.Start), End: inside(e.Said.End)}
			out.edits = append(out.edits, e)
		}
	}
	for _, m := range u.Marks {
		m.Start, m.End = inside(m.Start), inside(m.End)
		out.Marks = append(out.Marks, m)
	}
	return out
}

// editsBehind returns the edits of the text, shifted by the number of preceding bytes that are not
// spoken.
func (u utterance) editsBehind(unspoken int) []rewrite.Edit {
	edits := slices.Grow([]rewrite.Edit(nil), len(u.edits))
	if lead := unspoken + u.lead; lead > 0 {
		edits = append(edits, rewrite.Edit{Rule: rewrite.SpaceRule, Written: rewrite.Span{End: lead}})
	}
	for _, e := range u.edits {
		e.Written.Start += unspoken
		e.Written.End += unspoken
		edits = append(edits, e)
	}
	return edits
}

// names returns the names in the text that the lexicon has, and their IPA ("" for none). A built-in
// name that is the first part of a designation, as in Shahed-136, is left to the rules; an entry of
// the site's or the article's own lexicon is not.
func (b builder) names(text string) (names []rewrite.Name, sounds []string) {
	for _, m := range b.lexicon.Find(text) {
		if m.Layer == lexicon.BuiltInName && partOfDesignation.MatchString(text[m.End:]) {
			continue
		}
		names = append(names, rewrite.Name{Written: rewrite.Span{Start: m.Start, End: m.End}, Said: m.Alias})
		sounds = append(sounds, b.ipa(m))
	}
	return names, sounds
}

// partOfDesignation matches the text after a name that is the first part of a designation.
var partOfDesignation = regexp.MustCompile(`^[-‑–]\d`)

func (b builder) ipa(m lexicon.Match) string {
	if slices.Contains(b.off, RuleIPA) {
		return ""
	}
	return m.IPA
}

// What a site can switch off, besides the rules of languages.
const (
	RuleLexicon = "lexicon" // the built-in lexicon: only the site's own entries then apply
	RuleIPA     = "ipa"     // pronunciations in IPA: voices then get only the lexicon's aliases, and no markup
)

// Rules returns the names of everything that a site can switch off.
func Rules() []string {
	return append(lang.AllRules(), RuleLexicon, RuleIPA, lang.TransliterationRule)
}

package lang

import (
	"embed"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lang/translit"
)

// TransliterationRule is the rule of edits that replace letters of a script that the voice lacks.
const TransliterationRule = "transliteration"

//go:embed */transliteration.tsv
var transliterations embed.FS

// Transliterate respells the parts of a form that are in scripts that a voice lacks. scripts are
// those that it has: Unicode names separated by spaces; "" means all. reader is the language of the
// voice, tag that of the text.
func Transliterate(form rewrite.Form, scripts, reader, tag string) rewrite.Form {
	if scripts == "" {
		return form
	}
	out := respelling{Reader: translit.Reader{Scripts: translit.Scripts(scripts), Tables: transliterationsFor(Base(reader))}, language: Base(tag)}
	if len(out.Spell(form.Text, out.language)) == 0 {
		return form
	}
	at := 0
	for _, e := range form.Edits {
		out.asWritten(form.Text[at:e.Said.Start])
		out.edited(e, form.Text[e.Said.Start:e.Said.End])
		at = e.Said.End
	}
	out.asWritten(form.Text[at:])
	return rewrite.Form{Text: out.said.String(), Edits: out.edits}
}

// respelling builds a transliterated form.
type respelling struct {
	translit.Reader
	language string
	said     strings.Builder
	edits    []rewrite.Edit
	written  int // bytes of the written text that are done
}

// asWritten adds text that no rule has changed. Each respelled run becomes an edit.
func (r *respelling) asWritten(text string) {
	at := 0
	for _, s := range r.Spell(text, r.language) {
		r.said.WriteString(text[at:s.Start])
		e := rewrite.Edit{Rule: TransliterationRule, Written: rewrite.Span{Start: r.written + s.Start, End: r.written + s.End}}
		r.add(e, s.Spelled)
		at = s.End
	}
	r.said.WriteString(text[at:])
	r.written += len(text)
}

// edited adds an edit and respells what it says.
func (r *respelling) edited(e rewrite.Edit, said string) {
	var spelled strings.Builder
	at := 0
	for _, s := range r.Spell(said, r.language) {
		spelled.WriteString(said[at:s.Start] + s.Spelled)
		at = s.End
	}
	r.add(e, spelled.String()+said[at:])
	r.written = e.Written.End
}

func (r *respelling) add(e rewrite.Edit, said string) {
	e.Said.Start = r.said.Len()
	r.said.WriteString(said)
	e.Said.End = r.said.Len()
	r.edits = append(r.edits, e)
}

// transliterationsFor returns the tables for a reader's language: its own, and the one for all
// languages.
func transliterationsFor(base string) []*translit.Table {
	if known, ok := tables.Load(base); ok {
		return known.([]*translit.Table)
	}
	var all []*translit.Table
	for _, tag := range []string{base, "und"} {
		data, err := transliterations.ReadFile(tag + "/transliteration.tsv")
		if err != nil {
			continue // the language has none
		}
		table, err := translit.Read(string(data))
		if err != nil {
			panic("lang: " + tag + "/transliteration.tsv: " + err.Error()) // part of the binary: a test reads all
		}
		all = append(all, table)
	}
	if len(all) > 1 { // do not cache tags of unknown languages
		tables.Store(base, all)
	}
	return all
}

var tables sync.Map // []*translit.Table by base tag

// ScriptsOf returns the scripts of a language: Unicode names separated by spaces.
func ScriptsOf(tag string) string {
	script, _ := language.Make(strings.ReplaceAll(tag, "_", "-")).Script()
	return scriptNames[script.String()]
}

// scriptNames maps ISO 15924 codes of scripts to Unicode names.
var scriptNames = map[string]string{
	"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian", "Geor": "Georgian", "Hebr": "Hebrew", "Arab": "Arabic",
	"Hans": "Han", "Hant": "Han", "Jpan": "Han Hiragana Katakana", "Kore": "Hangul Han", "Deva": "Devanagari", "Beng": "Bengali",
	"Guru": "Gurmukhi", "Gujr": "Gujarati", "Orya": "Oriya", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam",
	"Sinh": "Sinhala", "Thai": "Thai", "Laoo": "Lao", "Mymr": "Myanmar", "Khmr": "Khmer", "Ethi": "Ethiopic",
}

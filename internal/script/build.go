package script

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Options are the inputs of a Script besides the article.
type Options struct {
	Pauses Pauses

	Limit Limit // of one request to the voice

	// Foreign has the limits of the voices for other languages. Blocks and passages in these
	// languages become separate segments. Text in any other language is said by the article's
	// voice.
	Foreign map[string]Limit

	// Speakers has the limits of the voices for what others than the author say. They apply to text in
	// the article's language, and to foreign text without a voice of its own.
	Speakers map[article.Speaker]Limit

	SkipForeign bool // skip blocks in other languages

	Disclosure string // said at the end; "" for nothing

	Off     []string         // names from Rules that the site switched off
	Lexicon []*lexicon.Layer // pronunciations, highest precedence first; the built-in layer comes last
}

// Limit is what a voice accepts: the size of a request, in the voice's own unit, and the scripts.
// The zero value sets no limit.
type Limit struct {
	Max      int // the whole request; 0: no limit
	Sentence int // each sentence in it; 0: no limit

	// Scripts that the voice can read: Unicode names separated by spaces; "" means all. Text in
	// other scripts is transliterated.
	Scripts string

	// Size measures spoken text as the voice's provider counts it, including the escapes and markup
	// that the voice adds. It must not shrink when text is added. nil counts bytes.
	Size func(ssml.Text) int
}

func (l Limit) size(said ssml.Text) int {
	if l.Size == nil {
		return len(said.Spoken)
	}
	return l.Size(said)
}

// Disclosure is the role of the newsroom's statement about the audio, at its end. It appears in the
// captions like everything that is said. The visible label, which is shown before any audio plays,
// does not depend on it.
const Disclosure article.Role = "disclosure"

// MaxCharacters limits an article to 36 hours of speech. A longer one is a mistake, and would be
// expensive.
const MaxCharacters = 2_000_000

// Build decides what will be said: a segment for each block, or several if the block is too long
// for one request. It cuts a long block between sentences, and a long sentence at the best place
// within it. The texts of a block's segments together are the block's text. Build skips a block
// without a letter or number: "nothing to say".
//
// Build fails if the limit is too small for a single character (grapheme cluster) of the article,
// because no segment may exceed it; if the article has more than MaxCharacters; and if the
// article's own lexicon is invalid.
func Build(a article.Article, opts Options) (Script, error) {
	if n := characters(a); n > MaxCharacters {
		return Script{}, fmt.Errorf("the article has %d characters; the limit is %d. Use `skip` in aloud.yaml to leave out text that is not the article", n, MaxCharacters)
	}
	lex, err := LexiconOf(a, opts)
	if err != nil {
		return Script{}, err
	}
	b := builder{
		article: a.Language, language: a.Language, reader: a.Language, pauses: opts.Pauses.orDefault(), limit: opts.Limit, off: opts.Off, lexicon: lex,
		lexicons: lexiconsOf(a, lex, opts), foreign: opts.Foreign, speakers: opts.Speakers, skipForeign: opts.SkipForeign,
	}
	out, err := b.script(a)
	if err != nil || len(out.Segments) == 0 {
		return out, err
	}
	disclosure, err := b.disclosure(opts.Disclosure, len(a.Blocks))
	if err != nil {
		return Script{}, err
	}
	out.Segments = append(out.Segments, disclosure...)
	b.join(out.Segments)
	return out, nil
}

// script builds the segments of all blocks.
func (b builder) script(a article.Article) (Script, error) {
	out := Script{Skipped: slices.Clone(a.Skipped)}
	for i, said := range b.blocks(a.Blocks) {
		switch {
		case said.panicked != nil:
			panic(said.panicked)
		case said.err != nil:
			return Script{}, fmt.Errorf("block %d, a %s: %w", i, a.Blocks[i].Role, said.err)
		case said.skipped != "":
			out.Skipped = append(out.Skipped, article.Skipped{Reason: said.skipped, Text: a.Blocks[i].Text, Before: i})
		}
		out.Segments = append(out.Segments, said.segments...)
	}
	return out, nil
}

// join numbers the segments and sets the pauses between blocks, and at the end.
func (b builder) join(segments []Segment) {
	for i := range segments {
		segments[i].Index = i
		if i > 0 && segments[i].Block != segments[i-1].Block {
			before := &segments[i-1].Pause
			*before = max(*before, b.pauses.before(segments[i].Role))
		}
	}
	segments[len(segments)-1].Pause = b.pauses[ScriptEnd]
}

// disclosure builds the segments that come after all blocks.
func (b builder) disclosure(text string, block int) ([]Segment, error) {
	if lastSpeakable(text) < 0 {
		return nil, nil
	}
	parts, err := b.cut(written{text: text}, string(Disclosure), joints)
	if err != nil {
		return nil, fmt.Errorf("the disclosure: %w", err)
	}
	return b.segments(block, Disclosure, parts), nil
}

func characters(a article.Article) int {
	n := 0
	for _, block := range a.Blocks {
		n += utf8.RuneCountInString(block.Text)
	}
	return n
}

type builder struct {
	article  string // its language
	language string // of the text
	reader   string // the language of the voice
	pauses   Pauses
	limit    Limit
	off      []string
	lexicon  *lexicon.Lexicon
	lexicons map[string]*lexicon.Lexicon // by language

	foreign     map[string]Limit // of Options
	speakers    map[article.Speaker]Limit
	speaker     article.Speaker // of the text, if it has a voice
	skipForeign bool
}

// in returns the builder for text in another language. "" means the builder's own.
func (b builder) in(language string) builder {
	if language != "" && language != b.language {
		b.language, b.lexicon = language, b.lexicons[language]
	}
	return b
}

// saidBlock holds one block's segments, or why it is skipped.
type saidBlock struct {
	segments []Segment
	skipped  string
	err      error
	panicked any // Build panics with it again in the caller's goroutine, where it can be recovered
}

// blocks builds the segments of each block concurrently, because that is most of the work of a
// script.
func (b builder) blocks(blocks []article.Block) []saidBlock {
	said := make([]saidBlock, len(blocks))
	var next atomic.Int64
	var saying sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(blocks)) {
		saying.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(blocks); i = int(next.Add(1)) - 1 {
				said[i] = b.block(i, blocks[i])
			}
		})
	}
	saying.Wait()
	return said
}

func (b builder) block(i int, block article.Block) (said saidBlock) {
	defer func() {
		if p := recover(); p != nil {
			said.panicked = fmt.Sprintf("%v\n%s", p, debug.Stack())
		}
	}()
	switch {
	case lastSpeakable(block.Text) < 0:
		return saidBlock{skipped: "nothing to say"}
	case b.skipForeign && block.Language != "":
		return saidBlock{skipped: "in another language: " + block.Language}
	}
	said.segments, said.err = b.voices(i, block)
	return said
}

// segments makes a segment of each part. The text of a part without words, such as a row of dashes,
// is added to its neighbour but not spoken, because voices refuse requests without words.
func (b builder) segments(block int, role article.Role, parts []part) []Segment {
	var segments []Segment
	var unspoken string // before the first segment
	for _, p := range parts {
		switch n := len(segments); {
		case lastSpeakable(p.text) >= 0:
			segments = append(segments, b.segment(block, role, unspoken, p))
			unspoken = ""
		case n > 0:
			segments[n-1].Text += p.text
			segments[n-1].Pause = b.pauses[p.end]
		default:
			unspoken += p.text
		}
	}
	return segments
}

// segment makes a segment of one part; unspoken is preceding text that is not said.
func (b builder) segment(block int, role article.Role, unspoken string, p part) Segment {
	return Segment{
		Block: block, Role: role, Language: b.foreignLanguage(), Speaker: b.speaker, Text: unspoken + p.text, Pause: b.pauses[p.end],
		Spoken: p.said.Spoken, Edits: p.said.editsBehind(len(unspoken)), Marks: p.said.Marks,
	}
}

// foreignLanguage returns the builder's language if it differs from the article's.
func (b builder) foreignLanguage() string {
	if b.language == b.article {
		return ""
	}
	return b.language
}

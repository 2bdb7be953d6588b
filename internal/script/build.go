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

// Options are what a Script depends on besides the article.
type Options struct {
	Pauses Pauses

	Limit Limit // of one request to the voice

	Disclosure string // said at the end; empty: nothing is

	Off     []string         // what Rules names and the site has switched off
	Lexicon []*lexicon.Layer // how names are said, highest first; the built-in one stands behind them
}

// Limit bounds one request to a voice, in the voice's own unit. The zero value bounds nothing.
type Limit struct {
	Max      int // of all that a request says, 0: any amount
	Sentence int // of each sentence in it, 0: any length

	// Size measures what is said as the voice's provider counts it, with the escapes and the markup that the voice will
	// add; it must not shrink when text is added. Nil counts bytes.
	Size func(ssml.Text) int
}

func (l Limit) size(said ssml.Text) int {
	if l.Size == nil {
		return len(said.Spoken)
	}
	return l.Size(said)
}

// Disclosure is the role of what the newsroom says of the audio itself, at its end. It is in the captions as all that is
// said; the label, which is seen before anything is heard, does not depend on it.
const Disclosure article.Role = "disclosure"

// MaxCharacters is how long an article may be: 36 hours of speech. A longer one is a mistake, and would be expensive.
const MaxCharacters = 2_000_000

// Build decides what will be said: a segment for each block, or several for a block that is too long for one request,
// cut between sentences or, within a sentence that is itself too long, at the best place there is. The texts of a
// block's segments, joined, are the block's text. A block without a letter or number is skipped: "nothing to say".
//
// It fails if the limit is too small for a single character (grapheme cluster) of the article: no segment is ever larger;
// if the article has more than MaxCharacters; and if its own lexicon is not valid.
func Build(a article.Article, opts Options) (Script, error) {
	if n := characters(a); n > MaxCharacters {
		return Script{}, fmt.Errorf("the article has %d characters; the limit is %d. Use `skip` in aloud.yaml to leave out text that is not the article", n, MaxCharacters)
	}
	lex, err := LexiconOf(a, opts)
	if err != nil {
		return Script{}, err
	}
	b := builder{language: a.Language, pauses: opts.Pauses.orDefault(), limit: opts.Limit, off: opts.Off, lexicon: lex}
	out := Script{Skipped: slices.Clone(a.Skipped)}
	for i, said := range b.blocks(a.Blocks) {
		switch {
		case said.panicked != nil:
			panic(said.panicked)
		case said.err != nil:
			return Script{}, fmt.Errorf("block %d, a %s: %w", i, a.Blocks[i].Role, said.err)
		case said.segments == nil:
			out.Skipped = append(out.Skipped, article.Skipped{Reason: "nothing to say", Text: a.Blocks[i].Text, Before: i})
		}
		out.Segments = append(out.Segments, said.segments...)
	}
	if len(out.Segments) > 0 {
		disclosure, err := b.disclosure(opts.Disclosure, len(a.Blocks))
		if err != nil {
			return Script{}, err
		}
		out.Segments = append(out.Segments, disclosure...)
	}
	for i := range out.Segments {
		out.Segments[i].Index = i
		if i > 0 && out.Segments[i].Block != out.Segments[i-1].Block {
			before := &out.Segments[i-1].Pause
			*before = max(*before, b.pauses.before(out.Segments[i].Role))
		}
	}
	if n := len(out.Segments); n > 0 {
		out.Segments[n-1].Pause = b.pauses[ScriptEnd]
	}
	return out, nil
}

// disclosure is said behind all blocks.
func (b builder) disclosure(text string, block int) ([]Segment, error) {
	if lastSpeakable(text) < 0 {
		return nil, nil
	}
	parts, err := b.cut(text, string(Disclosure), joints)
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
	language string
	pauses   Pauses
	limit    Limit
	off      []string
	lexicon  *lexicon.Lexicon
}

// saidBlock is one block's segments, none if there is nothing to say.
type saidBlock struct {
	segments []Segment
	err      error
	panicked any // Build panics with it, so that the caller can recover
}

// blocks builds the segments of each block concurrently: that is most of the work of a script.
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
	if lastSpeakable(block.Text) < 0 {
		return saidBlock{}
	}
	parts, err := b.cut(block.Text, string(block.Role), joints)
	return saidBlock{segments: b.segments(i, block.Role, parts), err: err}
}

// segments makes a segment of each part. A part without anything to say, such as a row of dashes, joins the text of its
// neighbour but is not spoken: voices refuse requests without words.
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

// segment is one part, behind text that is not spoken.
func (b builder) segment(block int, role article.Role, unspoken string, p part) Segment {
	return Segment{
		Block: block, Role: role, Text: unspoken + p.text, Pause: b.pauses[p.end],
		Spoken: p.said.Spoken, Edits: p.said.editsBehind(len(unspoken)), Marks: p.said.Marks,
	}
}

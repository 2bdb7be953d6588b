package track

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// DefaultBitRate in kbit/s: it keeps the whole band of speech at up to 32 kHz and takes 0.48 MB a
// minute.
const DefaultBitRate = 64

// Errors of a Builder. ErrRate and ErrEmpty are the caller's mistakes: a retry does not help.
var (
	ErrRate  = mp3.ErrRate                                       // MP3 has no such sample or bit rate, or speech has another sample rate than its track
	ErrEmpty = mp3.ErrEmpty                                      // a track without segments
	ErrCheck = errors.New("the track does not match its script") // from the completeness gate: the audio must not be published
)

// Options of a track.
type Options struct {
	SampleRate int      // Hz, as the speech has it; one that MP3 knows
	BitRate    int      // kbit/s, constant; 0: DefaultBitRate
	Loudness   float64  // LUFS of the whole; 0: DefaultLoudness
	Gain       *float64 // dB, of the voice; nil: measured on half of the track's speech
	Correction float64  // dB, added to every segment: what the article's previous track needed to meet its loudness
	Tags       Tags
	LastFrame  LastFrame // nil: none

	// Speakers says for each segment which voice speaks it: 0 is the voice of Gain, n the voice of
	// OtherGains[n-1]. nil: one voice speaks all.
	Speakers   []int
	OtherGains []*float64

	Intro, Outro *Jingle // nil: none

	// Times, if set, returns the second at which a segment's speech begins to say each of the given
	// bytes of its spoken form, or nil if it cannot tell. Without it sentences are located by their
	// length. It may be called concurrently.
	Times func(index int, s speech.Speech, places []int) []float64
	Words bool // locate each word too

	// Speeches holds the key of each segment's speech, from which its encoded piece gets its name.
	// Without it no piece is kept. Keep, if set, is called with every encoded piece, which Restore
	// accepts later. It may be called concurrently and must not block.
	Speeches []string
	Keep     func(name string, packed []byte)
}

// LastFrame returns a complete ID3v2.4 frame that begins at byte at of the file. Its content may be
// changed once the track is finished.
type LastFrame func(at int) ([]byte, error)

// Builder makes the track of a script while its speeches arrive, in any order. Add encodes each
// speech at once, on the caller's goroutine, with one running per core. The encoded bytes go to a
// temporary file; samples are not kept. The caller must Close it. It is safe for concurrent use.
type Builder struct {
	opts     Options
	format   mp3.Format
	segments []script.Segment
	weights  [][]float64   // of the segments' sentences
	places   []places      // of the segments' sentences and words
	voices   []*voice      // by the numbers in Options.Speakers
	cores    chan struct{} // bounds concurrent encoding: more than one per core costs memory and saves no time

	mu       sync.Mutex
	pieces   []piece // one per segment
	finished bool
	spool    spool // of the pieces' frames

	jingles      errgroup.Group
	intro, outro piece
}

// NewBuilder starts the track of segments. The error is ErrRate if MP3 does not have the sample or
// bit rate (it lists those that MP3 has), and ErrEmpty if there are no segments.
func NewBuilder(segments []script.Segment, opts Options) (*Builder, error) {
	if opts.BitRate == 0 {
		opts.BitRate = DefaultBitRate
	}
	if opts.Loudness == 0 {
		opts.Loudness = DefaultLoudness
	}
	b := &Builder{
		opts: opts, segments: segments, pieces: make([]piece, len(segments)),
		format: mp3.Format{SampleRate: opts.SampleRate, BitRate: opts.BitRate},
		cores:  make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	for _, gain := range append([]*float64{opts.Gain}, opts.OtherGains...) {
		b.voices = append(b.voices, newVoice(opts.Loudness, gain))
	}
	if err := b.format.Check(); err != nil {
		return nil, err
	}
	if len(segments) == 0 {
		return nil, fmt.Errorf("%w: a track without segments", ErrEmpty)
	}
	for _, segment := range segments {
		b.weights = append(b.weights, weights(segment, languageOf(segment, opts.Tags)))
		b.places = append(b.places, placesOf(segment, languageOf(segment, opts.Tags), opts.Words))
	}
	for i, segment := range segments {
		b.voiceOf(i).text += len(segment.Spoken)
	}
	b.encodeJingles()
	return b, nil
}

// Close deletes the temporary file. A finished track stays valid.
func (b *Builder) Close() { b.spool.close() }

// Add encodes the speech of a segment. Call it once per segment. Samples stay in memory only until
// the voice's gain is known. The error is ErrRate, ErrCheck if the speech cannot be what the
// segment says, or ErrSpool.
func (b *Builder) Add(index int, s speech.Speech) error {
	var u utterance
	err := b.onCore(func() (err error) {
		u, err = b.take(index, s)
		return err
	})
	if err != nil {
		return fmt.Errorf("segment %d: %w", index, err)
	}
	u.times = b.timesOf(u, s)
	return b.encodeAll(b.voiceOf(index).hear(u))
}

// onCore calls f as soon as a core is free.
func (b *Builder) onCore(f func() error) error {
	b.cores <- struct{}{}
	defer func() { <-b.cores }()
	return f()
}

// voiceOf returns the voice of a segment.
func (b *Builder) voiceOf(index int) *voice {
	if index < 0 || index >= len(b.opts.Speakers) {
		return b.voices[0]
	}
	return b.voices[b.opts.Speakers[index]]
}

// Name returns the name of a segment's encoded piece: the key of its speech and a hash of
// everything else that the piece depends on. It is "" while the voice's gain is unknown, and
// without Options.Speeches.
func (b *Builder) Name(index int) string {
	gain, known := b.voiceOf(index).level()
	if !known || len(b.opts.Speeches) != len(b.segments) {
		return ""
	}
	s := sound{
		Encoding: encoding, Encoder: mp3.Encoder(), Format: b.format, Loudness: b.opts.Loudness, Gain: gain,
		Correction: b.opts.Correction, Ceiling: ceiling, Sentences: b.weights[index], Words: b.places[index].words, Aligned: b.opts.Times != nil,
	}
	return b.opts.Speeches[index] + "-" + s.hash()
}

// Restore adds a segment's piece, as Keep received it under the segment's Name, in place of its
// speech. The error is ErrDamaged if packed is anything else, in which case the caller should Add
// the speech, or ErrSpool.
func (b *Builder) Restore(index int, packed []byte) error {
	p, err := unpack(b.format, b.Name(index), packed)
	if err == nil && (len(p.sentences) != len(b.weights[index]) || len(p.words) > len(b.places[index].words)) {
		err = fmt.Errorf("%w: the piece has %d sentences and %d words", ErrDamaged, len(p.sentences), len(p.words))
	}
	if err == nil {
		p.index = index
		err = b.note(p)
	}
	if err == nil {
		err = b.put(p)
	}
	if err != nil {
		return fmt.Errorf("segment %d: %w", index, err)
	}
	return nil
}

// take trims and measures a speech. It refuses silence.
func (b *Builder) take(index int, s speech.Speech) (utterance, error) {
	if s.SampleRate != b.opts.SampleRate {
		return utterance{}, fmt.Errorf("%w: speech of %d Hz in a track of %d Hz", ErrRate, s.SampleRate, b.opts.SampleRate)
	}
	envelope := envelopeOf(s.SampleRate, s.Samples)
	samples, from := trim(s, envelope.sound())
	if len(samples) == 0 || envelope.loudest() < inaudible {
		return utterance{}, fmt.Errorf("%w: the speech is silent", ErrCheck)
	}
	if err := b.note(piece{taken: true, index: index, said: sumOf(s.Samples), abrupt: envelope.endsAbruptly()}); err != nil {
		return utterance{}, err
	}
	return utterance{
		index: index, samples: samples, from: from, seconds: float64(len(samples)) / float64(s.SampleRate), text: len(b.segments[index].Spoken),
		blocks: loudness.Measure(s.SampleRate, samples),
	}, nil
}

// note records what the gate needs to know about a speech.
func (b *Builder) note(p piece) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.finished:
		return errors.New("the track is already finished")
	case p.index < 0 || p.index >= len(b.pieces):
		return fmt.Errorf("%w: the script has %d segments", ErrCheck, len(b.pieces))
	case b.pieces[p.index].taken:
		return fmt.Errorf("%w: its speech was added twice", ErrCheck)
	}
	b.pieces[p.index] = p
	return nil
}

// encodeAll encodes utterances one after another, so that one core is left for speech that arrives
// meanwhile.
func (b *Builder) encodeAll(utterances []utterance) error {
	for _, u := range utterances {
		if err := b.onCore(func() error { return b.encode(u) }); err != nil {
			return fmt.Errorf("segment %d: %w", u.index, err)
		}
	}
	return nil
}

// encode levels an utterance, encodes it, checks the result by decoding it, and locates its
// sentences.
func (b *Builder) encode(u utterance) error {
	gain := b.voiceOf(u.index).gainOf(u) + b.opts.Correction
	samples, blocks := loudness.Level(b.opts.SampleRate, u.samples, u.blocks, gain, ceiling)
	clip, err := b.format.Encode(samples)
	if err != nil {
		return err
	}
	if err := checkDecoded(clip, samples); err != nil {
		return err
	}
	p := b.noted(u.index)
	p.clip, p.blocks, p.sum = clip, blocks, sha256.Sum256(clip.Frames)
	p.sentences, p.words = b.locate(u, samples)
	if err := b.put(p); err != nil {
		return err
	}
	return b.keep(p)
}

func (b *Builder) noted(index int) piece {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pieces[index]
}

// put adds an encoded piece to the track: its frames go to the spool, the rest stays in memory.
func (b *Builder) put(p piece) (err error) {
	p.frames, err = b.spool.put(p.clip.Frames)
	p.clip.Frames = nil
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pieces[p.index] = p
	return err
}

// keep passes a piece to Options.Keep.
func (b *Builder) keep(p piece) error {
	name := b.Name(p.index)
	if b.opts.Keep == nil || name == "" {
		return nil
	}
	packed, err := p.pack(name)
	if err == nil {
		b.opts.Keep(name, packed)
	}
	return err
}

// Finish joins the track and runs the completeness gate. The error is ErrCheck if a segment is
// missing or the track does not match the script, and ErrSpool if the frames cannot be read.
func (b *Builder) Finish() (Track, error) {
	if err := b.jingles.Wait(); err != nil {
		return Track{}, fmt.Errorf("encode the site's intro or outro: %w", err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.finished = true
	if err := b.checkPieces(); err != nil {
		return Track{}, err
	}
	track, err := b.join()
	if err != nil {
		return Track{}, fmt.Errorf("join track: %w", err)
	}
	if err := b.checkFile(track); err != nil {
		return Track{}, err
	}
	return track, nil
}

// Heard returns a segment of a finished track as players play it, at a sample rate in Hz.
func (b *Builder) Heard(index, sampleRate int) (speech.Speech, error) {
	clip, err := b.pieces[index].whole()
	if err != nil {
		return speech.Speech{}, fmt.Errorf("segment %d: %w", index, err)
	}
	samples, err := clip.Decode()
	if err != nil {
		return speech.Speech{}, fmt.Errorf("segment %d: %w", index, err)
	}
	return speech.Speech{SampleRate: sampleRate, Samples: pcm.Resample(samples, clip.Format.SampleRate, sampleRate)}, nil
}

// join makes one file of the pieces, with pauses, cues, chapters and tags.
func (b *Builder) join() (Track, error) {
	file, err := mp3.NewFile(b.format)
	if err != nil {
		return Track{}, err
	}
	track := Track{
		SampleRate: b.opts.SampleRate, Correction: b.opts.Correction,
		target: b.opts.Loudness, jingles: map[int]Span{},
	}
	for _, v := range b.voices {
		track.Levels = append(track.Levels, Level{v.gain, v.learned})
	}
	var blocks loudness.Blocks
	for _, p := range b.sequence() {
		start, err := file.Add(p.frames, p.clip.Samples, samplesIn(p.pause, b.opts.SampleRate))
		if err != nil {
			return Track{}, fmt.Errorf("segment %d: %w", p.index, err)
		}
		span := Span{Start: start, End: start + int64(p.clip.Samples)}
		blocks = append(blocks, p.blocks...)
		if p.index < 0 {
			track.jingles[p.index] = span
			continue
		}
		track.Segments = append(track.Segments, span)
		cues := cues(b.segments[p.index], languageOf(b.segments[p.index], b.opts.Tags), p.sentences, start)
		words := words(b.segments[p.index], p.words, start)
		track.Cues, track.Words = append(track.Cues, cues...), append(track.Words, words)
		track.timed = append(track.timed, track.timedTexts(cues, words)...)
	}
	track.Samples, track.Loudness = file.Samples(), blocks.Loudness()
	track.Chapters = chapters(b.opts.Tags.Title, b.segments, track)
	tag, err := b.opts.Tags.id3(track, b.opts.LastFrame)
	if err != nil {
		return Track{}, err
	}
	if track.MP3, err = file.Finish(tag); err != nil {
		return Track{}, fmt.Errorf("%w: %w", ErrSpool, err)
	}
	return track, nil
}

// samplesIn returns the number of samples nearest to d.
func samplesIn(d time.Duration, sampleRate int) int64 {
	return (int64(d)*int64(sampleRate) + int64(time.Second)/2) / int64(time.Second)
}

// sumOf returns the SHA-256 of samples.
func sumOf(samples []int16) (sum [sha256.Size]byte) {
	hash := sha256.New()
	var buffer []byte
	for chunk := range slices.Chunk(samples, 4096) {
		buffer = pcm.AppendBytes(buffer[:0], chunk)
		hash.Write(buffer)
	}
	hash.Sum(sum[:0])
	return sum
}

package speech

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/script"
)

// hear compares an answer with a reference reading of its text. Without a reference, it checks the
// pace by the letters. It returns the reason and the details if the answer is refused, otherwise
// what can be learnt from it.
func (c *Checked) hear(ctx context.Context, call Call, s Speech, levels []float64) (v hearing.Verdict, reason, fault string) {
	if c.Ear == nil || call.BytesOnly {
		return c.byLetters(call, levels)
	}
	verdict, err := c.Ear.Judge(ctx, ReadingOf(call.Request, s))
	switch {
	case err != nil:
		c.unheard(ctx, call, err)
		return c.byLetters(call, levels)
	case !verdict.Heard:
		return c.byLetters(call, levels)
	case verdict.Refused:
		return hearing.Verdict{}, string(verdict.Reason), verdict.Detail
	case verdict.Reason != "":
		logging.From(ctx).WarnContext(ctx, "the speech may be bad, but that is not certain enough to refuse it",
			"provider", call.Provider, "voice", call.Voice, "reason", verdict.Reason, "found", verdict.Detail)
	}
	return verdict, "", ""
}

func (c *Checked) byLetters(call Call, levels []float64) (none hearing.Verdict, reason, fault string) {
	return hearing.Verdict{}, string(hearing.Cut), c.paces.faultOf(call.Request, audible(levels))
}

// learn adds an accepted answer to what is known of its voice.
func (c *Checked) learn(ctx context.Context, v hearing.Verdict) {
	if c.Ear != nil {
		c.Ear.Learn(ctx, v)
	}
}

// unheard reports an answer without a reference. It is known from the start that espeak-ng is
// missing or does not speak the language; any other error is new.
func (c *Checked) unheard(ctx context.Context, call Call, err error) {
	if c.OnUnheard != nil {
		c.OnUnheard(call)
	}
	if ctx.Err() == nil && !errors.Is(err, hearing.ErrNoReference) {
		logging.From(ctx).WarnContext(ctx, "cannot compare speech with a reference reading; only its bytes and its pace are checked", "provider", call.Provider, "voice", call.Voice, "error", err)
	}
}

// ReadingOf returns the answer to a request as a Reading for an ear.
func ReadingOf(req Request, s Speech) hearing.Reading {
	words := req.Words()
	said := script.LettersOf(req.Language, words)
	return hearing.Reading{
		Voice:    fmt.Sprintf("%s:%s/%s %s %g %s", req.Provider, req.Model, req.Voice, req.Language, req.Rate, req.VoiceVersion),
		Language: req.Language, Text: words, Rate: req.Rate,
		Samples: s.Samples, Hertz: s.SampleRate,
		Less: math.Log(said.Likely / max(said.Least, 1)), More: math.Log(said.Most / max(said.Likely, 1)),
	}
}

package narrate_test

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// signs makes the site sign its tracks with a development credential made at the given time. It
// returns the root.
func (n *newsroom) signs(made time.Time) (root []byte) {
	n.t.Helper()
	dev, err := credential.NewDevelopment("The Daily Ferry", made)
	if err != nil {
		n.t.Fatal(err)
	}
	chain, err := credential.ParseChain(dev.Certificate)
	if err != nil {
		n.t.Fatal(err)
	}
	key, err := credential.ParseKey(dev.Key)
	if err != nil {
		n.t.Fatal(err)
	}
	signer, err := credential.New(chain, key, credential.Options{})
	if err != nil {
		n.t.Fatal(err)
	}
	n.change(func(s *narrate.Site) { s.Credential = signer })
	return dev.Root
}

// TestPublishedTracksAreSigned checks that a published track names its origin. A change of the
// statement makes the track stale, and it is signed again from the same speech; a new release
// changes nothing.
func TestPublishedTracksAreSigned(t *testing.T) {
	n, schema := open(t), narrationSchema(t)
	n.Generator = "aloud/1.2.3"
	n.signs(time.Now())
	p := story("One boat.", "Two crews.")
	p.URL, p.Byline = "https://example.com/old", []string{"Olena Test"}
	n.send(p)
	n.mustWork()
	n.conforms(schema)
	first := n.narration()
	report := credential.Verify(n.file(), nil, time.Now())
	if report.State != credential.Valid || report.Signer.Organization != "The Daily Ferry" {
		t.Fatalf("the track is %s: %v", report.State, report.Failures)
	}
	if got := report.Claim; got.Title != p.Title || got.Ingredients[0].URL != p.URL || got.Actions[0].SourceType != audio.Algorithm ||
		!strings.Contains(got.Ingredients[0].Description, "Olena Test") || got.Generator != "aloud 1.2.3" {
		t.Errorf("it says %+v", got)
	}
	if text := first.Labels["voice"]; !strings.HasSuffix(text, " · Content Credentials: The Daily Ferry") {
		t.Errorf("the player says %q", text)
	}
	if c := first.Audio[0].Credential; c == nil || c.Signer != "The Daily Ferry" || c.Timestamped || c.NotAfter.Before(time.Now()) {
		t.Errorf("the narration names the credential %+v", c)
	}
	if len(n.voice.asked()) == 0 {
		t.Fatal("nothing was bought")
	}

	n.Generator = "aloud/1.2.4"
	n.mustWork()
	if n.narration().Render() != first.Render() {
		t.Error("another release signs the track again")
	}

	p.URL = "https://example.com/new"
	n.calm()
	n.send(p)
	n.mustWork()
	report = credential.Verify(n.file(), nil, time.Now())
	if report.State != credential.Valid || report.Claim.Ingredients[0].URL != p.URL {
		t.Errorf("after the article moved, the track says %+v", report.Claim)
	}
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("signing again bought %q", asked)
	}
}

// TestASignedTrackSoundsTheSame checks that a signature changes no sample.
func TestASignedTrackSoundsTheSame(t *testing.T) {
	decoded := func(sign bool) []byte {
		n := open(t)
		if sign {
			n.signs(time.Now())
		}
		n.send(story("One boat.", "Two crews."))
		n.mustWork()
		cmd := exec.Command("ffmpeg", "-v", "error", "-i", "-", "-f", "s16le", "-")
		cmd.Stdin = bytes.NewReader(n.file())
		samples, err := cmd.Output()
		if err != nil || len(samples) == 0 {
			t.Fatal(err)
		}
		return samples
	}
	if !bytes.Equal(decoded(false), decoded(true)) {
		t.Error("ffmpeg decodes different samples from the signed track")
	}
}

// TestAnotherCertificateSignsAnew uses no time stamp. A signature then expires with its
// certificate, so another certificate makes the track stale.
func TestAnotherCertificateSignsAnew(t *testing.T) {
	n := open(t)
	n.signs(time.Now())
	n.send(story("One boat."))
	n.mustWork()
	if stale, err := n.Stale(t.Context(), n.ref); stale || err != nil {
		t.Errorf("stale %v, %v with the same certificate", stale, err)
	}
	n.signs(time.Now())
	if stale, err := n.Stale(t.Context(), n.ref); !stale || err != nil {
		t.Errorf("stale %v, %v with another certificate", stale, err)
	}
}

// TestAnExpiredCertificateFailsVisibly checks that with an expired certificate nothing is bought,
// and nothing is published unsigned.
func TestAnExpiredCertificateFailsVisibly(t *testing.T) {
	n := open(t)
	n.signs(time.Now().AddDate(-2, 0, 0))
	n.send(story("One boat."))
	err := n.work()
	if !errors.Is(err, credential.ErrExpired) || !errors.Is(err, narrate.ErrPermanent) || !strings.Contains(err.Error(), "The Daily Ferry expired on") {
		t.Errorf("the error is %v", err)
	}
	if _, err := n.Library.Narration(t.Context(), n.ref); !errors.Is(err, library.ErrNotFound) {
		t.Errorf("something is public: %v", err)
	}
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("%q was bought", asked)
	}
}

// trained is a provider whose voices are trained models.
type trained struct{ renamed }

func (p trained) Voice(name, language string) (speech.Voice, error) {
	voice, err := p.renamed.Voice(name, language)
	voice.Algorithm = false
	return voice, err
}

// TestASignedTrackOfTwoVoices checks that one trained voice makes the whole track trained media,
// and that the statement names both voices.
func TestASignedTrackOfTwoVoices(t *testing.T) {
	for want, quote := range map[string]speech.Synthesizer{
		audio.Algorithm:    renamed{&counted{}},
		audio.TrainedModel: trained{renamed{&counted{}}},
	} {
		n := open(t)
		n.signs(time.Now())
		n.withSpeakers()
		n.Voices["understudy"] = quote
		n.send(interview())
		n.mustWork()
		report := credential.Verify(n.file(), nil, time.Now())
		if report.State != credential.Valid || report.Claim.Actions[0].SourceType != want || n.narration().SourceType != want {
			t.Errorf("the track is %s, and says %+v, want %s", report.State, report.Claim.Actions[0], want)
		}
		if agent := report.Claim.Actions[0].Agent; !strings.Contains(agent, "espeak-ng:en") || !strings.Contains(agent, "understudy:en-us") {
			t.Errorf("the voices are %q", agent)
		}
	}
}

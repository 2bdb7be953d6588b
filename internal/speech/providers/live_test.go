//go:build live

package providers_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

// credentials are the variables by which each provider can be asked: all of one list.
var credentials = map[string][][]string{
	"google":     {{"ALOUD_GOOGLE_CREDENTIALS"}, {"GOOGLE_APPLICATION_CREDENTIALS"}, {"ALOUD_GOOGLE_ENDPOINT"}},
	"openai":     {{"ALOUD_OPENAI_KEY"}},
	"elevenlabs": {{"ALOUD_ELEVENLABS_KEY"}},
	"azure":      {{"ALOUD_AZURE_KEY", "ALOUD_AZURE_REGION"}, {"ALOUD_AZURE_KEY", "ALOUD_AZURE_URL"}},
	"polly":      {{"AWS_REGION", "AWS_ACCESS_KEY_ID"}, {"AWS_REGION", "AWS_PROFILE"}},
	"piper":      {{"ALOUD_PIPER_URL"}},
	"espeak-ng":  {{}},
	"flite":      {{}},
}

// sentences are said once by each family of voices, by the language of its example.
var sentences = map[string]string{
	"en": speechtest.Texts["en"],
	"uk": speechtest.Texts["uk"],
	"ja": "連絡船はまた遅れました。",
	"ka": "ბორანი ისევ დაიგვიანა.",
}

// TestLiveCheck asks the real services for a sentence, and judges the answers. It costs a few
// cents.
func TestLiveCheck(t *testing.T) {
	env := speech.Env{}
	for _, v := range providers.All().Variables() {
		env[v.Name] = os.Getenv(v.Name)
	}
	all, prices := providers.All().Synthesizers(env), providers.All().Prices()
	for _, registered := range providers.All() {
		t.Run(registered.Name, func(t *testing.T) {
			if !slices.ContainsFunc(credentials[registered.Name], given) {
				t.Skipf("skipped: it needs %s", oneOf(credentials[registered.Name]))
			}
			for _, example := range registered.Examples {
				t.Run(example.Voice+" "+example.Language, func(t *testing.T) { judge(t, all, prices, example) })
			}
		})
	}
}

func given(variables []string) bool {
	return !slices.ContainsFunc(variables, func(name string) bool { return os.Getenv(name) == "" })
}

func oneOf(lists [][]string) string {
	var all []string
	for _, list := range lists {
		all = append(all, strings.Join(list, " and "))
	}
	return strings.Join(all, ", or ")
}

func judge(t *testing.T, all speech.Providers, prices speech.Prices, example speech.Example) {
	voice, err := all.Find(example.Voice, example.Language)
	if err != nil {
		t.Fatal(err)
	}
	call := voice.Call(ssml.Text{Spoken: sentences[example.Language]})
	began := time.Now()
	said, err := speech.NewChecked(all[voice.Provider], speech.Checks{}).Synthesize(t.Context(), call)
	if err != nil {
		t.Fatalf("refused, or its audio is: %v", err)
	}
	took := time.Since(began)
	if said.SampleRate != voice.SampleRate {
		t.Errorf("format: %d Hz, the voice promises %d", said.SampleRate, voice.SampleRate)
	}
	if voice.MaxInput > 0 && voice.InputSize(ssml.Text{Spoken: call.Words()}) > voice.MaxInput {
		t.Errorf("limit: a sentence is above %d", voice.MaxInput)
	}
	if said.Charged > 0 && said.Charged != call.Billed {
		t.Errorf("price: it charged for %d characters, %d were expected", said.Charged, call.Billed)
	}
	t.Log(fmt.Sprintf("%v of audio in %v, %d Hz, smoothness %.2f, %d characters, %s", said.Duration().Round(time.Millisecond), took.Round(time.Millisecond),
		said.SampleRate, pcm.Smoothness(said.Samples), call.Billed, prices.Say(speech.BillOf([]speech.Call{call}))))
}

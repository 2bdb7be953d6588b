package elevenlabs

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
)

// model describes what one of the service's models supports,
// https://elevenlabs.io/docs/overview/models, read in November 2026.
type model struct {
	languages    string // supported languages, in BCP 47
	languageCode bool   // it accepts a language code; otherwise it detects the language
	context      bool   // it accepts the text before and after
	rates        speech.Rates
	credits      float64 // per character
}

// speeds are the rates of voice_settings. The documentation does not say whether Eleven v3 supports
// them.
var speeds = speech.Rates{Min: 0.7, Max: 1.2}

const (
	multilingual = "en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk ru"
	withFlash    = multilingual + " hu no nb vi"
	withV3       = withFlash + " af hy as az be bn bs ca ceb ny et gl ka gu ha he is ga jv kn kk ky lv ln lt lb mk ml mr ne ps fa pa sr sd sl so sw te th ur cy"
)

var models = map[string]model{
	"eleven_multilingual_v2": {languages: multilingual, context: true, rates: speeds, credits: 1},
	"eleven_flash_v2_5":      {languages: withFlash, languageCode: true, context: true, rates: speeds, credits: 0.5},
	"eleven_turbo_v2_5":      {languages: withFlash, languageCode: true, context: true, rates: speeds, credits: 0.5},
	"eleven_flash_v2":        {languages: "en", context: true, rates: speeds, credits: 0.5},
	"eleven_turbo_v2":        {languages: "en", context: true, rates: speeds, credits: 0.5},
	"eleven_v3":              {languages: withV3, languageCode: true, credits: 1},
}

func noModel(name string) error {
	return fmt.Errorf("elevenlabs has no model %q that is known here: models are %s", name, strings.Join(slices.Sorted(maps.Keys(models)), ", "))
}

func (m model) speaks(base string) bool { return slices.Contains(strings.Fields(m.languages), base) }

package process

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	azureemulator "github.com/aloud-audio/aloud/internal/emulator/azure"
	elevenlabsemulator "github.com/aloud-audio/aloud/internal/emulator/elevenlabs"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Prices of the two voices in these tests, in dollars per million characters.
const mainPrice, quotePrice = 50, 15

// duo is a site whose articles are read by ElevenLabs, and whose quotes are read by Azure.
type duo struct {
	main  *elevenlabsemulator.Server
	quote *azureemulator.Server
	cfg   config.Config
}

func openDuo(t *testing.T, budget string) duo {
	t.Helper()
	tone := rest.Options{Speaker: local.Tone}
	d := duo{main: elevenlabsemulator.New(elevenlabsemulator.Options{Options: tone}), quote: azureemulator.New(tone)}
	address := func(h http.Handler) string {
		server := httptest.NewServer(h)
		t.Cleanup(server.Close)
		return server.URL
	}
	file := filepath.Join(t.TempDir(), "aloud.yaml")
	settings := fmt.Sprintf(`
prices: {"elevenlabs:eleven_flash_v2_5": %d, "azure:neural": %d}
sites:
  main:
    url: https://example.com
    verify: bytes
    voices: {en: {main: "elevenlabs:eleven_flash_v2_5/JBFqnCBsd6RMkjVDRZzb", quote: "azure:en-US-AvaNeural"}}
    budget: {day: "%s"}
`, mainPrice, quotePrice, budget)
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	var err error
	d.cfg, err = config.Load([]string{
		"ALOUD_SETTINGS=" + file,
		"ALOUD_ELEVENLABS_URL=" + address(d.main), "ALOUD_ELEVENLABS_KEY=" + elevenlabsemulator.Key,
		"ALOUD_AZURE_URL=" + address(d.quote), "ALOUD_AZURE_KEY=" + azureemulator.Key,
	}, nil, providers.All())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// microUSD is what both services have billed.
func (d duo) microUSD() int {
	return mainPrice*d.main.Stats().Billed + quotePrice*d.quote.Stats().Billed
}

// Each of two voices is billed at its own price, and both count in the site's budget: what does not
// fit is not bought, whichever voice says it.
func TestTwoVoicesShareABudget(t *testing.T) {
	for name, test := range map[string]struct {
		budget string
		state  library.State
	}{
		"enough for both": {"$0.02", library.Published},
		"too little":      {"$0.004", library.Parked},
	} {
		t.Run(name, func(t *testing.T) {
			d := openDuo(t, test.budget)
			outcome, recorded := d.work(t)
			if outcome.State != test.state {
				t.Errorf("the outcome is %+v, want %s", outcome, test.state)
			}
			spent := d.microUSD()
			if !strings.Contains(recorded, fmt.Sprintf(`"micro_usd":%d}`, spent)) {
				t.Errorf("%d micro-dollars were billed, the record is %s", spent, recorded)
			}
			both := d.main.Stats().Billed > 0 && d.quote.Stats().Billed > 0
			if test.state == library.Published && !both || test.state == library.Parked && spent > 4000 {
				t.Errorf("%d micro-dollars were spent; both voices were bought: %v", spent, both)
			}
		})
	}
}

// work brings one article with a quote up to date. It returns the outcome and the record of what
// was spent.
func (d duo) work(t *testing.T) (outcome library.Outcome, recorded string) {
	t.Helper()
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	s := service.New(d.cfg, st)
	shared := newPurchasing(s, redistest.Start(t).Client(), "store", time.Minute)
	ref := library.Ref{Site: "main", ID: "ferry"}
	payload := article.Payload{
		ID: ref.ID, Title: "The ferry resumes", Status: article.Published, Language: "en", UpdatedAt: time.Now(),
		HTML: `<p>The ferry will run again on Monday, the ministry said in a statement.</p>
			<blockquote><p>We waited for a whole year, and nobody told us why the boat had stopped.</p></blockquote>
			<p>The town paid for the repair of the pier.</p>`,
	}
	if _, err := s.Library.Accept(t.Context(), ref, payload, time.Now(), library.Fresh); err != nil {
		t.Fatal(err)
	}
	if err := s.Narrator(shared).BringUpToDate(t.Context(), ref, 1); err != nil && !errors.As(err, new(*narrate.Later)) {
		t.Fatal(err)
	}
	if outcome, err = s.Library.Outcome(t.Context(), ref); err != nil {
		t.Fatal(err)
	}
	for entry, err := range st.List(t.Context(), "private/sites/main/spend/") {
		if err != nil {
			t.Fatal(err)
		}
		body, _, err := store.Read(t.Context(), st, entry.Key)
		if err != nil {
			t.Fatal(err)
		}
		recorded += string(body)
	}
	return outcome, recorded
}

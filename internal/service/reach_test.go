package service

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/whsec"
)

// serviceWith returns a service over a new folder for one site, main.
func serviceWith(t *testing.T, env config.Environment, site config.Site) *Service {
	t.Helper()
	dir, err := store.NewDir(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	site.Name = "main"
	return New(config.Config{Environment: env, Sites: map[string]config.Site{"main": site}}, dir)
}

// asGhost answers a hook as aloud does with a secret.
func asGhost(secret string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		signature, millis, _ := strings.Cut(r.Header.Get("X-Ghost-Signature"), ", t=")
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write(append(body, millis...))
		if signature != "sha256="+hex.EncodeToString(mac.Sum(nil)) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	}
}

// A hook's way is proved by a signed probe and an unsigned one, and each fault has its own advice.
func TestHookChecks(t *testing.T) {
	for name, c := range map[string]struct {
		serve  http.HandlerFunc
		status doctor.Status
		says   string
	}{
		"aloud":               {asGhost("topsecret"), doctor.OK, "accepts a signed hook"},
		"with another secret": {asGhost("former"), doctor.Fail, "settings and the clock"},
		"another program":     {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusAccepted) }, doctor.Fail, "in aloud's place"},
		"a redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere/", http.StatusMovedPermanently)
		},
			doctor.Fail, "without redirects"},
		"no such path": {http.NotFound, doctor.Fail, "its path unchanged"},
		"its store down": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
			doctor.Fail, "the server's log"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(c.serve)
			defer server.Close()
			s := serviceWith(t, config.Environment{URL: server.URL}, config.Site{Hooks: map[string]config.Hook{"ghost": {Secrets: []string{"topsecret"}}}})
			expectOne(t, s.HookChecks(), "hooks: main/ghost", c.status, c.says)
		})
	}
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	hooks := config.Site{Hooks: map[string]config.Hook{"ghost": {Secrets: []string{"topsecret"}}}}
	expectOne(t, serviceWith(t, config.Environment{URL: gone.URL}, hooks).HookChecks(), "hooks: main/ghost", doctor.Fail, "ALOUD_URL")
	listen := strings.TrimPrefix(gone.URL, "http://")
	expectOne(t, serviceWith(t, config.Environment{Listen: listen}, hooks).HookChecks(), "hooks: main/ghost", doctor.OK, "not asked")
	untrusted := httptest.NewTLSServer(asGhost("topsecret"))
	defer untrusted.Close()
	expectOne(t, serviceWith(t, config.Environment{URL: untrusted.URL}, hooks).HookChecks(), "hooks: main/ghost", doctor.Fail, "valid certificate")
}

// Receivers that do not answer are found before a notice is lost; they get no notice for it.
func TestReceiverChecks(t *testing.T) {
	var methods []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		methods = append(methods, r.Method)
		w.WriteHeader(http.StatusMethodNotAllowed)
	}))
	defer server.Close()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	for _, c := range []struct {
		address string
		allow   []string
		reach   bool
		status  doctor.Status
		says    string
	}{
		{server.URL, []string{"127.0.0.1"}, true, doctor.OK, "it answers"},
		{server.URL, nil, true, doctor.Warn, "allow_private"},
		{gone.URL, []string{"127.0.0.1"}, true, doctor.Fail, "correct its address"},
		{gone.URL, []string{"127.0.0.1"}, false, doctor.OK, "may be used"},
	} {
		receiver, err := notify.NewReceiver(c.address, []string{whsec.New()}, nil, c.allow)
		if err != nil {
			t.Fatal(err)
		}
		s := serviceWith(t, config.Environment{}, config.Site{Notify: []notify.Receiver{receiver}})
		expectOne(t, s.ReceiverChecks(c.reach), "sites.main.notify[0]", c.status, c.says)
	}
	if got := strings.Join(methods, " "); got != "HEAD" {
		t.Errorf("the receiver got %q", got)
	}
}

// Each voice says a word, unless that costs money and must not.
func TestVoiceChecks(t *testing.T) {
	site := func(voice string) config.Site {
		return config.Site{Site: narrate.Site{Language: "en", Voices: map[string][]string{narrate.AnyLanguage: {voice}}}}
	}
	away := speech.Env{"ALOUD_GOOGLE_ENDPOINT": "http://127.0.0.1:1"}
	for _, c := range []struct {
		voice  string
		spend  bool
		status doctor.Status
		says   string
	}{
		{"flite:slt", false, doctor.OK, `said "Hello"`},
		{"flite:nobody", true, doctor.Fail, "correct the voice"},
		{"google:en-US-Chirp3-HD-Kore", false, doctor.OK, "--no-spend"},
		{"google:en-US-Chirp3-HD-Kore", true, doctor.Fail, "docs/providers.md"},
	} {
		s := serviceWith(t, config.Environment{Providers: away}, site(c.voice))
		s.Config.Prices = speech.Prices{"google:chirp3-hd": 30}
		expectOne(t, s.VoiceChecks(c.spend), "voice: "+c.voice+" (en)", c.status, c.says)
	}
}

// expectOne fails unless the only check has this name, ends like this and says so.
func expectOne(t *testing.T, checks []doctor.Check, name string, status doctor.Status, says string) {
	t.Helper()
	reports := doctor.Examine(t.Context(), checks)
	if len(reports) != 1 || reports[0].Name != name || reports[0].Status != status || !strings.Contains(reports[0].Detail+reports[0].Fix, says) {
		t.Errorf("%+v, want %s of %s to say %q", reports, status, name, says)
	}
}

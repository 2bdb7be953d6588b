package service

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/outbound"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/store"
)

// PublicChecks prove what readers get at an address, and that they get nothing private; "" if aloud
// serves the files itself and is not running yet.
func (s *Service) PublicChecks(address string) []doctor.Check {
	return doctor.Public{Store: s.Store, Address: address, CacheControl: library.TrackCacheControl}.Checks()
}

// readersAddress is where readers get the public files; "" if the settings do not say.
func (s *Service) readersAddress() string {
	if s.Config.PublicURL == "" && s.Config.URL != "" {
		return strings.TrimSuffix(s.Config.URL, "/") + "/public"
	}
	return s.Config.PublicURL
}

// prober sends hooks to aloud's own address as a CMS does: it follows no redirect.
var prober = &http.Client{Timeout: 5 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

// HookChecks send a signed hook that changes nothing to each open hook, and one without a
// signature, as a CMS would: through ALOUD_URL, or to the server on this machine.
func (s *Service) HookChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		for _, src := range source.Hooks() {
			secrets := s.Config.Sites[name].Hooks[src.Name].Secrets
			if s.Config.Sites[name].GenerateSecret && src.Name == "ghost" { // all of its hooks have one secret
				secrets = []string{""}
			}
			if len(secrets) == 0 {
				continue
			}
			checks = append(checks, doctor.Check{Name: "hooks: " + name + "/" + src.Name, Means: "what the CMS sends does not arrive", Run: func(ctx context.Context) doctor.Result {
				return s.probe(ctx, name, src, secrets[0])
			}})
		}
	}
	return checks
}

// ownAddress is where CMSs reach aloud: ALOUD_URL or, without it, the server of this machine.
func (s *Service) ownAddress() string {
	if s.Config.URL != "" {
		return strings.TrimSuffix(s.Config.URL, "/")
	}
	host, port, _ := net.SplitHostPort(s.Config.Listen)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// probe returns what became of a signed and of an unsigned hook.
func (s *Service) probe(ctx context.Context, site string, src source.Source, secret string) doctor.Result {
	if s.Config.Sites[site].GenerateSecret {
		generated, _, err := store.Read(ctx, s.Store, library.HookSecretKey(site))
		if err != nil {
			return doctor.Found("not asked: the site has no secret yet; the first start makes one")
		}
		secret = string(generated)
	}
	probe, err := src.Probe(secret, time.Now())
	if err != nil {
		return doctor.Failed("correct the secret in the settings", "%v", err)
	}
	address := s.ownAddress() + "/hooks/" + site + "/" + probe.Path
	began := time.Now()
	answer, err := send(ctx, address, probe.Header, probe.Body)
	if s.Config.URL == "" && errors.Is(err, syscall.ECONNREFUSED) {
		return doctor.Found("not asked: no server listens at %s; set ALOUD_URL to ask the address that the CMS calls", s.ownAddress())
	}
	if err != nil {
		return doctor.Unreached(err, "correct ALOUD_URL, or check the proxy in front of aloud")
	}
	took := time.Since(began)
	if r := signed(answer, address); r.Status != doctor.OK {
		return r
	}
	unsigned, err := send(ctx, address, nil, probe.Body)
	if err == nil && unsigned.status != http.StatusUnauthorized {
		return doctor.Failed("find out what answers there in aloud's place", "%s answers a hook without a signature %d, not 401", address, unsigned.status)
	}
	return s.safe(address, answer, took)
}

// signed judges the answer to a signed probe.
func signed(answer hookAnswer, address string) doctor.Result {
	switch status := answer.status; {
	case status == http.StatusAccepted:
		return doctor.Result{Status: doctor.OK}
	case status == http.StatusUnauthorized:
		return doctor.Failed("give the server the settings and the clock of this process: aloud status shows the hash of its settings; and have the proxy pass headers and body on unchanged",
			"%s refuses the signature of the site's own secret", address)
	case status == http.StatusServiceUnavailable:
		return doctor.Failed("see the checks of the store and of Redis, and the server's log", "%s answers 503", address)
	case status >= 300 && status < 400:
		return doctor.Failed("have the proxy pass /hooks/ on without redirects, and write the final address in the CMS", "%s redirects to %s", address, answer.location)
	}
	return doctor.Failed("have the proxy pass /hooks/ on to aloud, with its path unchanged", "%s answers %d", address, answer.status)
}

// safe judges the way of a hook that was accepted: it should be encrypted.
func (s *Service) safe(address string, answer hookAnswer, took time.Duration) doctor.Result {
	u, err := url.Parse(address)
	if err != nil {
		return doctor.Failed("correct ALOUD_URL", "%v", err)
	}
	if s.Config.URL == "" {
		return doctor.Found("the server on this machine accepts a signed hook after %d ms; set ALOUD_URL to prove the way through the proxy", took.Milliseconds())
	}
	if answer.tls == nil && !isLoopback(u) {
		return doctor.Warned("put a proxy with TLS in front of aloud, and write https:// in ALOUD_URL", "hooks to %s are not encrypted: unpublished articles can be read on the way", u.Host)
	}
	if r := doctor.Certificate(answer.tls, u.Host, time.Now()); r.Status != doctor.OK {
		return r
	}
	return doctor.Found("%s accepts a signed hook after %d ms", u.Host, took.Milliseconds())
}

func isLoopback(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// hookAnswer is what a probe is answered.
type hookAnswer struct {
	status   int
	location string
	tls      *tls.ConnectionState
}

// send posts a hook.
func send(ctx context.Context, address string, header http.Header, body []byte) (hookAnswer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return hookAnswer{}, err
	}
	if header != nil {
		request.Header = header.Clone()
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := prober.Do(request)
	if err != nil {
		return hookAnswer{}, err
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 64<<10)) // its status says enough
	return hookAnswer{response.StatusCode, response.Header.Get("Location"), response.TLS}, nil
}

// unknownArticle is the id of no article: Ghost's ids are such, and WordPress's are numbers.
var unknownArticle = map[string]string{"ghost": "000000000000000000000000", "wordpress": "999999999999"}

// SourceChecks ask each polled source: one with all articles for an unknown one, because its list
// may be long, any other for its list.
func (s *Service) SourceChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		site := s.Config.Sites[name]
		for _, src := range site.Sources {
			checks = append(checks, doctor.Check{
				Name: "sites." + name + ".sources." + src.Source.Name, Means: "what hooks miss is not found",
				Run: func(ctx context.Context) doctor.Result { return askSource(ctx, site, src) },
			})
		}
	}
	return checks
}

func askSource(ctx context.Context, site config.Site, src config.AskedSource) doctor.Result {
	asker := askedSource(site, src).Asker
	if id := unknownArticle[src.Source.Name]; id != "" {
		if _, err := asker.Ask(ctx, id, ""); err != nil {
			return noSource(err)
		}
		return doctor.Found("%s answers", src.Address.URLs[0])
	}
	listed, err := asker.List(ctx)
	if err != nil {
		return noSource(err)
	}
	return doctor.Found("%s lists %d articles", cmp.Or(src.Address.URLs...), len(listed))
}

func noSource(err error) doctor.Result {
	if errors.Is(err, outbound.ErrPrivate) {
		return doctor.Warned("add its host to allow_private of the site, or correct its address", "%v", err)
	}
	return doctor.Warned("check the source's address and its key, and that it is reachable from here", "%v", err)
}

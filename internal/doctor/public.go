package doctor

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Public is the address at which everybody reads a store's public/.
type Public struct {
	Store        store.Store
	Address      string       // "": only the bucket itself is asked for private objects
	CacheControl string       // of a track
	Client       *http.Client // nil: the default, impatient one
}

// impatient gives up early: a start waits for its checks.
var impatient = &http.Client{Timeout: 5 * time.Second}

// Checks prove what readers get at the address, and what they must not get. They write a small
// object below public/, one below private/, and delete both.
func (p Public) Checks() (checks []Check) {
	p.Client = cmp.Or(p.Client, impatient)
	if p.Address != "" {
		p.Address = strings.TrimSuffix(p.Address, "/")
		checks = []Check{
			{"public: files", "readers hear nothing, or cannot seek", false, p.files},
			{"public: cache", "audio that was taken down stays audible in caches", false, p.cache},
			{"public: missing file", "players take an error page for a narration", false, p.missing},
			{"public: certificate", "browsers refuse the audio", false, p.certificate},
		}
	}
	if len(p.privateAddresses("")) > 0 {
		checks = append(checks, Check{"public: private files", "everybody can read unpublished articles and the site's secrets", false, p.private})
	}
	return checks
}

const fixAddress = "correct ALOUD_PUBLIC_URL (or ALOUD_URL), or check its host"

// files proves that the address shows this store, also in parts.
func (p Public) files(ctx context.Context) Result {
	return p.withProbe(ctx, "public/", func(address, content string) Result {
		got, err := p.get(ctx, address, "bytes=1-4")
		switch {
		case err != nil:
			return Unreached(err, fixAddress)
		case got.status == http.StatusForbidden, got.status == http.StatusUnauthorized:
			return Failed("let everybody read public/ (docs/operators.md, The bucket)", "%s is answered %d", address, got.status)
		case got.status == http.StatusOK && got.body == content:
			return Warned("find the proxy that drops Range between the store and listeners", "%s is answered as a whole: browsers cannot seek in it", address)
		case got.status != http.StatusPartialContent, got.body != content[1:5]:
			return Failed("correct ALOUD_PUBLIC_URL: it must show public/ of "+p.where(), "%s is answered %d, and not with the object that was just written", address, got.status)
		}
		return Found("%s shows this store, also in parts", p.Address)
	})
}

// longestCached is how long a cache may keep a public file, in seconds.
const longestCached = 30

// cache proves that nobody on the way lets caches keep files for longer than aloud says.
func (p Public) cache(ctx context.Context) Result {
	const fix = "remove the rule that sets Cache-Control at the host of ALOUD_PUBLIC_URL (docs/operators.md, Caches and CDNs)"
	return p.withProbe(ctx, "public/", func(address, _ string) Result {
		got, err := p.get(ctx, address, "")
		if err != nil {
			return Unreached(err, fixAddress)
		}
		control := got.header.Get("Cache-Control")
		switch seconds, limited := maxAge(control); {
		case got.status != http.StatusOK:
			return Warned("see public: files", "unknown: %s is answered %d", address, got.status)
		case !limited:
			return Warned(fix, "the answer has Cache-Control %q: caches decide how long they keep it", control)
		case seconds > longestCached:
			return Warned(fix, "the answer has Cache-Control %q: caches keep it for %d s", control, seconds)
		}
		return Found("Cache-Control: %s", control)
	})
}

// maxAge returns for how many seconds shared caches may keep an answer without asking.
func maxAge(control string) (seconds int, limited bool) {
	values := map[string]string{}
	for part := range strings.SplitSeq(strings.ToLower(control), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		values[name] = strings.Trim(value, `"`)
	}
	for _, never := range []string{"no-store", "no-cache", "private"} {
		if _, set := values[never]; set {
			return 0, true
		}
	}
	seconds, err := strconv.Atoi(cmp.Or(values["s-maxage"], values["max-age"]))
	return seconds, err == nil
}

// missing proves that a missing file is an error.
func (p Public) missing(ctx context.Context) Result {
	address := p.Address + "/probe-" + rand.Text() + ".json"
	got, err := p.get(ctx, address, "")
	switch {
	case err != nil:
		return Unreached(err, fixAddress)
	case got.status < http.StatusBadRequest:
		return Failed("have the host of ALOUD_PUBLIC_URL answer 404 or 403 for files that do not exist", "%s, which does not exist, is answered %d", address, got.status)
	case got.status >= http.StatusInternalServerError:
		return Warned("see the log of the host of ALOUD_PUBLIC_URL", "%s, which does not exist, is answered %d", address, got.status)
	}
	return Found("a missing file is answered %d", got.status)
}

func (p Public) certificate(ctx context.Context) Result {
	got, err := p.get(ctx, p.Address+"/", "")
	if err != nil {
		return Unreached(err, fixAddress)
	}
	host := got.from.Host
	if got.tls == nil && !isLoopback(got.from) {
		return Warned("serve it with TLS, and write https:// in ALOUD_PUBLIC_URL", "%s has no TLS: pages with https do not load audio from it", host)
	}
	return Certificate(got.tls, host, time.Now())
}

func isLoopback(u *url.URL) bool {
	return slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, u.Hostname())
}

// private proves that nobody can read what is not below public/, whether at the address or in the
// bucket itself.
func (p Public) private(ctx context.Context) Result {
	return p.withProbe(ctx, "private/", func(key, content string) Result {
		for _, address := range p.privateAddresses(key) {
			got, err := p.get(ctx, address, "")
			if err == nil && got.status == http.StatusOK && strings.Contains(got.body, content) {
				return Failed("let everybody read public/ and nothing else (docs/operators.md, The bucket); then change the secrets of hooks", "everybody can read %s", address)
			}
		}
		return Found("nobody can read private/ without credentials")
	})
}

// privateAddresses are where a private object would be readable if too much were public.
func (p Public) privateAddresses(key string) (all []string) {
	if p.Address != "" {
		all = append(all, p.Address+"/"+key)
		if u, err := url.Parse(p.Address); err == nil && strings.Trim(u.Path, "/") != "" {
			u.Path = path.Join(path.Dir(u.Path), key)
			all = append(all, u.String())
		}
	}
	if bucket, isS3 := store.As[*store.S3](p.Store); isS3 {
		all = append(all, bucket.Unsigned(key))
	}
	return all
}

func (p Public) where() string {
	if bucket, isS3 := store.As[*store.S3](p.Store); isS3 {
		return "the bucket " + bucket.Bucket()
	}
	return "the store"
}

// withProbe writes an object and calls try with its public address, or with its key if it is
// private, and with its content, which nobody can guess.
func (p Public) withProbe(ctx context.Context, folder string, try func(at, content string) Result) Result {
	name, content := "probe-"+rand.Text()+".mp3", rand.Text()
	key := folder + name
	defer func() { _ = p.Store.Delete(context.WithoutCancel(ctx), key) }()
	_, err := p.Store.Put(ctx, key, []byte(content), store.PutOptions{ContentType: "audio/mpeg", CacheControl: p.CacheControl})
	if err != nil {
		return Warned("see the checks of the store", "%v", err)
	}
	if folder == "public/" {
		return try(p.Address+"/"+name, content)
	}
	return try(key, content)
}

// answer is what was read from an address.
type answer struct {
	status int
	header http.Header
	from   *url.URL // after redirects
	tls    *tls.ConnectionState
	body   string
}

// longestAnswer is more than a probe has.
const longestAnswer = 64 << 10

// get requests an address as a reader does, or a part of it.
func (p Public) get(ctx context.Context, address, part string) (answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return answer{}, err
	}
	if part != "" {
		request.Header.Set("Range", part)
	}
	response, err := p.Client.Do(request)
	if err != nil {
		return answer{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, longestAnswer))
	if err != nil {
		return answer{}, fmt.Errorf("read %s: %w", address, err)
	}
	return answer{response.StatusCode, response.Header, response.Request.URL, response.TLS, string(body)}, nil
}

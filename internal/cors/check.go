package cors

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
)

// fix says what to do when a check fails.
const fix = "set the rule that `aloud cors` prints, at the host of ALOUD_PUBLIC_URL, and have its cache keep one answer per Origin (docs/player.md, CORS)"

// client gives up early: a start waits for its checks. It follows redirects, as browsers do.
var client = &http.Client{Timeout: 5 * time.Second}

// Check proves that pages of an origin may read the files at a public address. file returns the
// address of a track, or of something that need not exist.
func Check(name, origin string, file func(ctx context.Context) (address string, err error)) doctor.Check {
	return doctor.Check{Name: name, Means: "the player shows nothing on these pages, or cannot seek", Run: func(ctx context.Context) doctor.Result {
		address, err := file(ctx)
		if err != nil {
			return doctor.Warned("see the checks of the store", "%v", err)
		}
		response, err := ask(ctx, address, origin)
		if err != nil {
			return doctor.Warned("correct ALOUD_PUBLIC_URL, or check its host", "%v", err)
		}
		response.Body.Close()
		return judge(response, origin, address)
	}}
}

// ask sends what a browser sends when a listener seeks in a track.
func ask(ctx context.Context, address, origin string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Origin", origin)
	request.Header.Set("Range", "bytes=0-1")
	return client.Do(request)
}

func judge(response *http.Response, origin, address string) doctor.Result {
	allowed := response.Header.Get("Access-Control-Allow-Origin")
	switch {
	case allowed == "":
		return doctor.Warned(fix, "pages of %s may not read %s: the answer has no Access-Control-Allow-Origin", origin, address)
	case allowed != "*" && allowed != origin:
		return doctor.Warned(fix, "pages of %s may not read %s: the answer allows %s", origin, address, allowed)
	case response.StatusCode == http.StatusOK:
		return doctor.Warned("find the proxy that drops Range between the store and listeners", "%s is answered as a whole: browsers cannot seek in it", address)
	case response.StatusCode == http.StatusPartialContent && !exposes(response.Header, "Content-Range"):
		return doctor.Warned(fix, "pages of %s do not see Content-Range of %s: the answer exposes %q", origin, address, response.Header.Get("Access-Control-Expose-Headers"))
	}
	return doctor.Found("pages of %s may read %s", origin, address)
}

func exposes(header http.Header, name string) bool {
	names := strings.FieldsFunc(header.Get("Access-Control-Expose-Headers"), func(r rune) bool { return r == ',' || r == ' ' })
	return slices.ContainsFunc(names, func(given string) bool { return given == "*" || strings.EqualFold(given, name) })
}

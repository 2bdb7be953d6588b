// Command purge removes from nginx's cache what aloud deleted: it receives purges, verifies them,
// and removes nginx's cache files. It runs beside nginx, as its user.
package main

import (
	"crypto/md5" //nolint:gosec // nginx names its cache files by it
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// main takes the address to listen on and nginx's cache folder; the secret is in PURGE_SECRET.
func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: PURGE_SECRET=whsec_… purge LISTEN CACHE, for example purge 127.0.0.1:8090 /var/cache/nginx/aloud")
	}
	key, err := standardwebhooks.NewWebhook(os.Getenv("PURGE_SECRET"))
	if err != nil {
		log.Fatal("PURGE_SECRET: ", err)
	}
	server := http.Server{Addr: os.Args[1], Handler: receiver(key, os.Args[2]), ReadTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func receiver(key *standardwebhooks.Webhook, cache string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		var purge struct{ Data struct{ URLs []string } }
		if err != nil || key.Verify(body, r.Header) != nil || json.Unmarshal(body, &purge) != nil {
			http.Error(w, "not signed by aloud", http.StatusUnauthorized)
			return
		}
		for _, address := range purge.Data.URLs {
			if err := forget(cache, address); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError) // aloud sends it again
				return
			}
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// forget removes the cache file of an address, by its name with proxy_cache_key $uri and
// levels=1:2.
func forget(cache, address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return nil //nolint:nilerr // no address that nginx can have
	}
	sum := md5.Sum([]byte(u.Path)) //nolint:gosec // see above
	name := hex.EncodeToString(sum[:])
	err = os.Remove(filepath.Join(cache, name[31:], name[29:31], name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

package web

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// Cache-Control of the player. The address with its hash never serves anything else.
const (
	playerCacheControl       = "public, max-age=3600"
	pinnedPlayerCacheControl = "public, max-age=31536000, immutable"
)

// playerFiles is the JSON of /player.json, by which a page pins this release of the player.
type playerFiles struct {
	Script    string `json:"script"`    // relative to /player.json
	Integrity string `json:"integrity"` // for the attribute of <script>
}

func newPlayerFiles(script []byte) playerFiles {
	name, sum := sha256.Sum256(script), sha512.Sum384(script)
	return playerFiles{
		Script:    "player." + hex.EncodeToString(name[:8]) + ".js",
		Integrity: "sha384-" + base64.StdEncoding.EncodeToString(sum[:]),
	}
}

// routePlayer serves the script by its two names, its source map, and how to pin it.
func (s *Server) routePlayer(mux *http.ServeMux) {
	script := s.player
	files := newPlayerFiles(script)
	about, _ := json.Marshal(files) // two strings
	for _, file := range []struct {
		name, mediaType, caching string
		content                  []byte
	}{
		{"player.js", "text/javascript; charset=utf-8", playerCacheControl, script},
		{files.Script, "text/javascript; charset=utf-8", pinnedPlayerCacheControl, script},
		{"player.js.map", "application/json", playerCacheControl, s.playerMap},
		{"figures.js", "text/javascript; charset=utf-8", playerCacheControl, s.figuresJS},
		{"figures.js.map", "application/json", playerCacheControl, s.figuresMap},
		{"next.js", "text/javascript; charset=utf-8", playerCacheControl, s.nextJS},
		{"next.js.map", "application/json", playerCacheControl, s.nextMap},
		{"player.json", "application/json", playerCacheControl, about},
	} {
		sum := sha256.Sum256(file.content)
		serve := func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", file.mediaType)
			w.Header().Set("Cache-Control", file.caching)
			w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
			if strings.HasSuffix(file.name, ".js") {
				w.Header().Set("SourceMap", strings.Split(file.name, ".")[0]+".js.map")
			}
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file.content))
		}
		mux.HandleFunc("GET /"+file.name, s.cors(s.anyOrigin, serve))
		mux.HandleFunc("OPTIONS /"+file.name, s.cors(s.anyOrigin, preflight))
	}
}

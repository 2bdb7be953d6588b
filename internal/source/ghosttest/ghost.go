// Package ghosttest runs a real Ghost for tests, over MariaDB, and does what its editors do. The
// programs are those that make test-ghost installs. Only tests import it.
package ghosttest

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/source/cmstest"
)

// Ghost is a Ghost with one owner.
type Ghost struct {
	URL                  string
	ContentKey, AdminKey string

	t      testing.TB
	client *http.Client
}

// bootTime is more than a busy machine needs for Ghost's migrations.
const bootTime = 10 * time.Minute

// Start boots the Ghost that is installed in folder, and sets it up.
func Start(t testing.TB, folder string) *Ghost {
	t.Helper()
	dir := t.TempDir()
	address := cmstest.FreeAddress(t)
	g := &Ghost{t: t, URL: "http://" + address}
	g.configure(dir, address, cmstest.MariaDB(t, dir, "ghost"), folder)
	log, err := os.Create(filepath.Join(dir, "ghost.log"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "current/index.js")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "NODE_ENV=production")
	cmd.Stdout, cmd.Stderr = log, log
	cmstest.Run(t, cmd)
	t.Cleanup(func() {
		if t.Failed() {
			text, _ := os.ReadFile(log.Name())
			t.Logf("Ghost's log ends with\n%s", text[max(0, len(text)-4000):])
		}
	})
	jar, _ := cookiejar.New(nil) // without options nothing can fail
	g.client = &http.Client{Jar: jar, Timeout: 5 * time.Minute}
	cmstest.Await(t, "Ghost boots", bootTime, g.booted)
	g.setUp()
	return g
}

// configure writes Ghost's settings. Ghost looks for its own package below the working directory,
// under the name current.
func (g *Ghost) configure(dir, address, socket, folder string) {
	g.t.Helper()
	pkg, err := filepath.Abs(filepath.Join(folder, "node_modules", "ghost"))
	if err == nil {
		err = os.Symlink(pkg, filepath.Join(dir, "current"))
	}
	if err == nil {
		err = os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(pkg, "content")))
	}
	host, port, _ := net.SplitHostPort(address)
	settings, _ := json.Marshal(map[string]any{ // plain values
		"url": g.URL, "server": map[string]any{"host": host, "port": port},
		"database": map[string]any{"client": "mysql", "connection": map[string]any{"socketPath": socket, "user": "root", "password": "", "database": "ghost"}},
		"mail":     map[string]any{"transport": "stub"}, "paths": map[string]any{"contentPath": filepath.Join(dir, "content")},
		"logging":  map[string]any{"level": "info", "transports": []string{"stdout"}},
		"security": map[string]any{"allowWebhookInternalIPs": true, "staffDeviceVerification": false},
		"privacy":  map[string]any{"useTinfoil": true}, // no requests to anybody else
	})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "config.production.json"), settings, 0o600)
	}
	if err != nil {
		g.t.Fatal(err)
	}
}

func (g *Ghost) booted() bool {
	resp, err := g.client.Get(g.URL + "/ghost/api/admin/site/")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// Package wordpresstest runs the real WordPress of Debian's packages for tests, over MariaDB and
// PHP's own server, and does what its editors do in their browsers. Only tests import it.
package wordpresstest

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/source/cmstest"
)

// Where Debian's packages wordpress and wordpress-theme-twentytwentythree have their files.
const installed = "/usr/share/wordpress"

// User and Password are those of the administrator.
const (
	User     = "olena"
	Password = "correct horse battery"
)

// WordPress is a site with one administrator, who is signed in.
type WordPress struct {
	URL string

	t      testing.TB
	path   string // of the address; "" but for the second site of a network
	root   string // of the site's files
	log    string // where PHP writes notices and errors
	client *http.Client
	nonce  string // of the REST API
}

// Start installs WordPress with the plugin in a folder, and runs it until the test ends.
func Start(t testing.TB, plugin string) *WordPress {
	t.Helper()
	dir := t.TempDir()
	address := cmstest.FreeAddress(t)
	w := &WordPress{t: t, URL: "http://" + address, root: filepath.Join(dir, "site"), log: filepath.Join(dir, "php.log")}
	cmstest.Must(t, exec.Command("cp", "-rL", installed, w.root)) // links would lead PHP to Debian's wp-config.php
	name := filepath.Base(plugin)
	if err := os.CopyFS(filepath.Join(w.root, "wp-content", "plugins", name), os.DirFS(plugin)); err != nil {
		t.Fatal(err)
	}
	w.configure(cmstest.MariaDB(t, dir, "wordpress"))
	w.PHP(fmt.Sprintf(`define("WP_INSTALLING", true); require "wp-load.php"; require "wp-admin/includes/upgrade.php";
		wp_install("Harbour Post", %q, "olena@example.com", true, "", %q);`, User, Password))
	w.must(fmt.Sprintf(`require "wp-admin/includes/plugin.php"; switch_theme("twentytwentythree");
		update_option("permalink_structure", "/%%postname%%/"); flush_rewrite_rules();
		$error = activate_plugin("%s/%[1]s.php"); if ($error) { die($error->get_error_message()); }`, name))
	w.serve(address)
	w.signIn()
	t.Cleanup(w.checkLog)
	return w
}

func (w *WordPress) configure(socket string) {
	w.t.Helper()
	config := fmt.Sprintf(`<?php
define("DB_NAME", "wordpress"); define("DB_USER", "root"); define("DB_PASSWORD", ""); define("DB_HOST", "localhost:%s"); define("DB_CHARSET", "utf8mb4");
foreach (["AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT"] as $key) { define($key, %q . $key); }
define("WP_HOME", %q); define("WP_SITEURL", WP_HOME);
define("WP_DEBUG", true); define("WP_DEBUG_DISPLAY", false); define("WP_DEBUG_LOG", %q);
define("WP_HTTP_BLOCK_EXTERNAL", true); define("WP_ACCESSIBLE_HOSTS", "127.0.0.1"); define("AUTOMATIC_UPDATER_DISABLED", true);
define("DISABLE_WP_CRON", true); // Cron does it: PHP's own server may drop the request by which WordPress starts its cron
define("WP_CRON_LOCK_TIMEOUT", 5); // such a request has locked cron already
$table_prefix = "wp_";
defined("ABSPATH") || define("ABSPATH", __DIR__ . "/");
require_once ABSPATH . "wp-settings.php";
`, socket, rand.Text(), w.URL, w.log)
	router := `<?php // pretty addresses, as a web server rewrites them
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);
if (preg_match("#^/second(/.+)$#", $path, $match) && is_file($_SERVER["DOCUMENT_ROOT"] . $match[1])) {
	$_SERVER["SCRIPT_NAME"] = $_SERVER["PHP_SELF"] = $path;
	chdir(dirname($_SERVER["DOCUMENT_ROOT"] . $match[1]));
	require $_SERVER["DOCUMENT_ROOT"] . $match[1];
	return;
}
if ($path !== "/" && file_exists($_SERVER["DOCUMENT_ROOT"] . $path)) { return false; }
$_SERVER["SCRIPT_NAME"] = "/index.php";
require $_SERVER["DOCUMENT_ROOT"] . "/index.php";
`
	for file, text := range map[string]string{"wp-config.php": config, "router.php": router} {
		if err := os.WriteFile(filepath.Join(w.root, file), []byte(text), 0o600); err != nil {
			w.t.Fatal(err)
		}
	}
}

// php are the arguments of every PHP.
var php = []string{"-d", "opcache.enable_cli=1", "-d", "display_errors=stderr", "-d", "sendmail_path=/bin/true"}

func (w *WordPress) serve(address string) {
	w.t.Helper()
	cmd := exec.Command("php", append(php, "-S", address, "-t", w.root, filepath.Join(w.root, "router.php"))...)
	cmd.Env = append(os.Environ(), "PHP_CLI_SERVER_WORKERS=6") // cron calls the site while a page is made
	cmstest.Run(w.t, cmd)
	jar, _ := cookiejar.New(nil) // without options nothing can fail
	w.client = &http.Client{Jar: jar, Timeout: 2 * time.Minute}
	cmstest.Await(w.t, "WordPress answers", time.Minute, func() bool {
		resp, err := w.client.Get(w.URL + "/wp-login.php")
		if err != nil {
			return false
		}
		defer resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
}

// PHP runs PHP code in the site's folder, without WordPress unless the code loads it, and returns
// what it prints.
func (w *WordPress) PHP(code string) string {
	w.t.Helper()
	cmd := exec.Command("php", append(php, "-r", code)...)
	cmd.Dir = w.root
	return strings.TrimSpace(cmstest.Must(w.t, cmd))
}

// Eval runs PHP code within WordPress, in a process of its own as WP-CLI does.
func (w *WordPress) Eval(code string) string {
	w.t.Helper()
	host := strings.TrimSuffix(strings.TrimPrefix(w.URL, "http://"), w.path)
	return w.PHP(fmt.Sprintf(`$_SERVER["HTTP_HOST"] = %q; $_SERVER["REQUEST_URI"] = %q; require "wp-load.php"; `, host, w.path+"/") + code)
}

// must is Eval of code that has nothing to say unless it fails.
func (w *WordPress) must(code string) {
	w.t.Helper()
	if said := w.Eval(code); said != "" {
		w.t.Fatal(said)
	}
}

// Plugin adds a plugin of one file, which plays what other plugins do.
func (w *WordPress) Plugin(name, code string) {
	w.t.Helper()
	folder := filepath.Join(w.root, "wp-content", "mu-plugins")
	if err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(filepath.Join(folder, name), []byte(code), 0o600)); err != nil {
		w.t.Fatal(err)
	}
}

// Cron does what is due, as a visitor's request or a real cron would.
func (w *WordPress) Cron() {
	w.t.Helper()
	w.get("/wp-cron.php?doing_wp_cron")
}

var fromPlugin = regexp.MustCompile(`(?m)^.*plugins/aloud/.*$`)

// checkLog requires that PHP had nothing to say about the plugin: no error, notice or deprecation.
func (w *WordPress) checkLog() {
	text, _ := os.ReadFile(w.log)
	if lines := fromPlugin.FindAllString(string(text), 10); lines != nil {
		w.t.Errorf("PHP says\n%s", strings.Join(lines, "\n"))
	}
}

package wordpresstest

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/source/cmstest"
)

// Network makes the site the first of a network, adds a second one in a folder of its address, and
// returns that. The plugin is active on both, and the administrator is that of the network.
func (w *WordPress) Network() (second *WordPress) {
	w.t.Helper()
	host := strings.TrimPrefix(w.URL, "http://")
	w.must(fmt.Sprintf(`require "wp-admin/includes/upgrade.php";
		foreach ($wpdb->tables("ms_global") as $table => $name) { $wpdb->$table = $name; }
		install_network(); $made = populate_network(1, %q, "olena@example.com", "Harbour Post", "/", false);
		if (is_wp_error($made)) { die($made->get_error_message()); }`, host))
	file := filepath.Join(w.root, "wp-config.php")
	config, err := os.ReadFile(file)
	if err == nil {
		text := strings.Replace(string(config), `define("WP_HOME",`, fmt.Sprintf(`define("MULTISITE", true); define("SUBDOMAIN_INSTALL", false);
define("DOMAIN_CURRENT_SITE", %q); define("PATH_CURRENT_SITE", "/"); define("SITE_ID_CURRENT_SITE", 1); define("BLOG_ID_CURRENT_SITE", 1);
define("WP_HOME",`, host), 1)
		err = os.WriteFile(file, []byte(text), 0o600)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.must(fmt.Sprintf(`require "wp-admin/includes/plugin.php"; activate_plugin("aloud/aloud.php", "", true); wp_installing(true);
		$id = wp_insert_site(["domain" => %q, "path" => "/second/", "network_id" => 1, "title" => "Second Post", "user_id" => 1]);
		if (is_wp_error($id)) { die($id->get_error_message()); }
		$wpdb->update($wpdb->blogs, ["domain" => %[1]q], ["blog_id" => $id]); clean_blog_cache($id); // WordPress takes the port's colon off
		foreach (["siteurl", "home"] as $option) { update_blog_option($id, $option, "http://%[1]s/second"); }`, host))
	second = &WordPress{t: w.t, URL: w.URL + "/second", path: "/second", root: w.root, log: w.log, client: w.client}
	cmstest.Await(w.t, "the second site answers", time.Minute, func() bool {
		resp, err := w.client.Get(second.URL + "/wp-json/")
		if err != nil {
			return false
		}
		defer resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
	w.signIn()
	second.nonce = w.nonce
	return second
}

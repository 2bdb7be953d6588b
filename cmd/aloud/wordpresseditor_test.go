//go:build wordpress

package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
	"github.com/aloud-audio/aloud/internal/source/wordpresstest"
)

// An editor sees and changes the state of an article, and the token never leaves the server.
func TestRealWordPressEditor(t *testing.T) {
	n := openWordPressDesk(t)
	token := n.token()
	n.set(map[string]any{"api": n.up.admin, "token": token})
	p := n.publish("The night ferry", "The night ferry sails again from Monday.")
	first, _ := n.narration(p)

	chromium := browsertest.Chromium(t)
	chromium.Resize(t, 1280, 1000)
	chromium.Open(t, n.wp.URL+"/wp-login.php")
	chromium.Eval(t, fmt.Sprintf(`document.querySelector("#user_login").value = %q; document.querySelector("#user_pass").value = %q; document.querySelector("#loginform").submit()`, wordpresstest.User, wordpresstest.Password), nil)
	browsertest.Eventually(t, chromium, "signed in", `return !!document.querySelector("#wpadminbar")`)

	chromium.Open(t, n.wp.URL+"/wp-admin/options-general.php?page=aloud")
	n.keeps(chromium, token)
	chromium.Eval(t, `document.querySelector("#aloud-test").click()`, nil)
	browsertest.Eventually(t, chromium, "the connection works", `return !!document.querySelector("#aloud-tested.notice-success")`)

	chromium.Open(t, fmt.Sprintf("%s/wp-admin/post.php?post=%d&action=edit", n.wp.URL, p.ID))
	says := func(what, text string) {
		browsertest.Eventually(t, chromium, what, fmt.Sprintf(`return document.querySelector("#aloud-box").innerText.includes(%q)`, text))
	}
	press := func(selector string) {
		chromium.Eval(t, fmt.Sprintf(`document.querySelector("#aloud-box %s").click()`, selector), nil)
	}
	says("the state", "The audio is public.")
	browsertest.Eventually(t, chromium, "audio to listen to", `return !!document.querySelector("#aloud-box audio")`)
	press(".aloud-preview")
	says("what is read", "sails again from Monday.")
	press(".aloud-cost")
	says("the cost", "characters")
	n.keeps(chromium, token)
	if folder := os.Getenv("ALOUD_SCREENSHOTS"); folder != "" {
		chromium.Eval(t, `document.querySelector("#aloud-box").scrollIntoView()`, nil)
		_ = os.WriteFile(filepath.Join(folder, "wordpress-editor.png"), chromium.Screenshot(t), 0o644)
	}
	press(".aloud-render")
	n.within(wordpressTime, "made again", func() bool {
		now, audible := n.narration(p)
		return audible && now.Audio[0].URL != first.Audio[0].URL
	})
	press("#aloud-exclude")
	says("excluded", "excluded by an editor")
	n.gone("excluded", p)
	press("#aloud-exclude")
	n.reads("wanted again", "sails again", p)

	chromium.Open(t, n.wp.URL+"/wp-admin/edit.php")
	browsertest.Eventually(t, chromium, "the column", `return document.querySelector("td.column-aloud")?.textContent.includes("The audio is public.")`)
	n.strangers(p, token)
	n.uninstalled()
}

// token makes a token as an admin does.
func (n *wordpressDesk) token() string {
	n.t.Helper()
	for _, word := range strings.Fields(n.must("token", "create", "--site", "main", "--role", "editor", "--name", "wordpress")) {
		if strings.HasPrefix(word, "aloud_") {
			return word
		}
	}
	n.t.Fatal("aloud token create prints no token")
	return ""
}

// keeps requires that a page does not contain the token.
func (n *wordpressDesk) keeps(b *browsertest.WebDriver, token string) {
	n.t.Helper()
	var page string
	if b.Eval(n.t, `return document.documentElement.outerHTML`, &page); strings.Contains(page, token) || strings.Contains(page, wordpressSecret) {
		n.t.Error("a page has the token or the secret")
	}
}

// strangers requires that nobody without edit_post gets or does anything.
func (n *wordpressDesk) strangers(p wordpresstest.Post, token string) {
	n.t.Helper()
	n.wp.Eval(`wp_insert_user(["user_login" => "ivan", "user_pass" => "x", "role" => "contributor"]);`)
	for _, user := range []string{"0", `get_user_by("login", "ivan")->ID`} {
		for route, method := range map[string]string{"": "GET", "/preview": "GET", "/cost": "GET", "/render": "POST", "/exclude": "POST", "/send": "POST"} {
			answer := n.wp.Eval(fmt.Sprintf(`wp_set_current_user(%s); $request = new WP_REST_Request(%q, "/aloud/v1/posts/%d%s"); $request->set_body_params(["exclude" => true]);
				$response = rest_do_request($request); echo $response->get_status(), json_encode($response->get_data());`, user, method, p.ID, route))
			if !strings.HasPrefix(answer, "401") && !strings.HasPrefix(answer, "403") || strings.Contains(answer, token) {
				n.t.Errorf("user %s: %s %s: %s", user, method, route, answer)
			}
		}
	}
	if status, answer := n.wp.TryREST(http.MethodGet, fmt.Sprintf("/aloud/v1/posts/%d", p.ID), nil, nil); status != http.StatusOK || strings.Contains(answer, token) {
		n.t.Errorf("the editor: %d %s", status, answer)
	}
	if !n.audible(p) {
		n.t.Error("a stranger excluded the article")
	}
}

// uninstalled requires that nothing is left of the plugin in the database.
func (n *wordpressDesk) uninstalled() {
	n.t.Helper()
	left := n.wp.Eval(`require "wp-admin/includes/plugin.php"; deactivate_plugins("aloud/aloud.php"); uninstall_plugin("aloud/aloud.php"); global $wpdb;
		echo json_encode([$wpdb->get_col("SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%aloud%'"),
			$wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%aloud%' OR (option_name = 'cron' AND option_value LIKE '%aloud%')")]);`)
	if left != "[[],[]]" {
		n.t.Errorf("left behind: %s", left)
	}
}

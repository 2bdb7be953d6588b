//go:build wordpress

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
	"github.com/aloud-audio/aloud/internal/source/wordpresstest"
)

// others imitates other plugins: builders that render on the site but not in the admin's pages,
// ACF's fields in a theme, text for members, a form, and a post that a shop renders with an error.
const others = `<?php
if (!is_admin() || wp_doing_ajax()) {
	add_filter("the_content", function ($text) { return get_post_meta(get_the_ID(), "builder", true) ?: $text; }, 9);
}
add_filter("the_content", function ($text) { return $text . get_post_meta(get_the_ID(), "field", true); });
add_shortcode("members", function ($attributes, $text) { return is_user_logged_in() ? $text : ""; });
add_shortcode("contact-form-7", function () { return "<p>Tell us your name, and what you think.</p>"; });
`

// builders are the shapes in which ten page builders render a heading and a text, by hand after
// their public templates: %[1]s is the heading, %[2]s the text.
var builders = map[string]string{
	"Elementor": `<div class="elementor elementor-7"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">
		<div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h2 class="elementor-heading-title">%[1]s</h2></div></div>
		<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">%[2]s</div></div></div></div></div></section></div>`,
	"Divi": `<div class="et_pb_section et_section_regular"><div class="et_pb_row"><div class="et_pb_column et_pb_column_4_4"><div class="et_pb_module et_pb_text et_pb_bg_layout_light">
		<div class="et_pb_text_inner"><h2>%[1]s</h2>%[2]s</div></div></div></div></div>`,
	"WPBakery": `<div class="vc_row wpb_row vc_row-fluid"><div class="wpb_column vc_column_container vc_col-sm-12"><div class="vc_column-inner"><div class="wpb_wrapper">
		<h2 class="vc_custom_heading">%[1]s</h2><div class="wpb_text_column wpb_content_element"><div class="wpb_wrapper">%[2]s</div></div></div></div></div></div>`,
	"Beaver Builder": `<div class="fl-builder-content"><div class="fl-row fl-row-fixed-width"><div class="fl-row-content-wrap"><div class="fl-col-group"><div class="fl-col"><div class="fl-col-content">
		<div class="fl-module fl-module-heading"><div class="fl-module-content"><h2 class="fl-heading"><span class="fl-heading-text">%[1]s</span></h2></div></div>
		<div class="fl-module fl-module-rich-text"><div class="fl-module-content"><div class="fl-rich-text">%[2]s</div></div></div></div></div></div></div></div></div>`,
	"Bricks":     `<section class="brxe-section"><div class="brxe-container"><h2 class="brxe-heading">%[1]s</h2><div class="brxe-text">%[2]s</div></div></section>`,
	"Oxygen":     `<section class="ct-section"><div class="ct-section-inner-wrap"><h2 class="ct-headline">%[1]s</h2><div class="oxy-rich-text">%[2]s</div></div></section>`,
	"SiteOrigin": `<div class="panel-layout"><div class="panel-grid"><div class="panel-grid-cell"><div class="so-panel widget widget_sow-editor"><div class="so-widget-sow-editor"><h3 class="widget-title">%[1]s</h3><div class="siteorigin-widget-tinymce textwidget">%[2]s</div></div></div></div></div></div>`,
	"Avada": `<div class="fusion-fullwidth fullwidth-box"><div class="fusion-builder-row fusion-row"><div class="fusion-layout-column"><div class="fusion-column-wrapper">
		<div class="fusion-title title"><h2 class="fusion-title-heading">%[1]s</h2></div><div class="fusion-text">%[2]s</div></div></div></div></div>`,
	"Brizy":   `<section class="brz-section"><div class="brz-container"><div class="brz-wrapper"><div class="brz-rich-text"><h2 class="brz-tp-lg-heading2">%[1]s</h2>%[2]s</div></div></div></section>`,
	"Kadence": `<div class="kb-row-layout-wrap wp-block-kadence-rowlayout"><div class="kt-row-column-wrap"><div class="wp-block-kadence-column"><div class="kt-inside-inner-col"><h2 class="wp-block-kadence-advancedheading">%[1]s</h2>%[2]s</div></div></div></div>`,
}

const builderText = `<p>The ferry between the two villages will run again after two years of repairs.</p><p>She declined.</p><ul><li>Eleven crossings on a weekday</li></ul><blockquote><p>If the river freezes, we stop.</p></blockquote>`

// Text of builders and fields is read; text of members' plugins and forms is not.
func TestRealWordPressPlugins(t *testing.T) {
	n := openWordPressDesk(t)
	n.wp.Plugin("others.php", others)

	posts := map[string]wordpresstest.Post{}
	for name, shape := range builders {
		posts[name] = n.wp.Save(wordpresstest.Fields{"title": "Made by " + name, "content": "", "status": "draft"})
		n.wp.Eval(fmt.Sprintf(`update_post_meta(%d, "builder", %s);`, posts[name].ID, phpString(fmt.Sprintf(shape, "The heading of "+name, builderText))))
		n.wp.QuickEdit(posts[name], map[string]string{"_status": "publish"})
	}
	for name, p := range posts {
		for _, text := range []string{"The heading of " + name, "after two years of repairs", "She declined", "Eleven crossings", "we stop"} {
			n.reads(name, text, p)
		}
	}

	p := n.publish("Fields", "The text comes first.")
	n.wp.Eval(fmt.Sprintf(`update_post_meta(%d, "field", "<p>A field comes behind it.</p>"); do_action("acf/save_post", %[1]d); do_action("acf/save_post", "options");`, p.ID))
	n.reads("a field of ACF", "comes behind it", p)

	mixed := n.publish("For members and machines", "Everybody may read this."+
		`</p><!-- /wp:paragraph --><!-- wp:shortcode -->[members]SECRETMEMBER words.[/members][contact-form-7]<!-- /wp:shortcode -->`+
		`<!-- wp:paragraph {"className":"aloud-skip"} --><p class="aloud-skip">Not for the ear.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>The harbour master agrees with this.`)
	if said := n.heard(mixed); !strings.Contains(said, "harbour master agrees") || strings.Contains(said, "your name") || strings.Contains(said, "the ear") {
		t.Errorf("heard\n%s", said)
	}
	n.holdsNo("SECRET")
	n.commands()
}

// commandLine imitates WP-CLI, which Debian does not have.
const commandLine = `class WP_CLI { static function __callStatic($name, $args) { echo $name, ": ", $args[0], "\n"; } }
	$command = new Aloud\Command(); `

// commands checks that the commands send an archive for which no hook came.
func (n *wordpressDesk) commands() {
	n.t.Helper()
	var posts []wordpresstest.Post
	for i := range 3 {
		var p wordpresstest.Post
		_, _ = fmt.Sscan(n.wp.Eval(fmt.Sprintf(`global $wpdb; $wpdb->insert($wpdb->posts, ["post_title" => "Archive %d", "post_content" => "The old bridge was closed for good that winter.", "post_status" => "publish",
			"post_date" => "2020-01-0%[1]d", "post_date_gmt" => "2020-01-0%[1]d", "post_author" => 1, "post_name" => "archive-%[1]d"]); echo $wpdb->insert_id;`, i+1)), &p.ID)
		posts = append(posts, p)
	}
	if said := n.wp.Eval(commandLine + `$command->backfill([], ["until" => "2021-01-01", "dry-run" => true]);`); !strings.Contains(said, "success: 3 articles would be sent.") {
		n.t.Errorf("a dry backfill says %q", said)
	}
	if said := n.wp.Eval(commandLine + `$command->backfill([], ["until" => "2021-01-01"]);`); !strings.Contains(said, " of 3 articles sent; what failed is tried again.") {
		n.t.Errorf("backfill says %q", said)
	}
	n.reads("backfill", "closed for good that winter", posts...)
	if said := n.wp.Eval(fmt.Sprintf(commandLine+`$command->status([]); $command->status(["%d"]);`, posts[0].ID)); !strings.HasPrefix(said, "log: 0 wait to be sent") || !strings.Contains(said, "The audio is public.") {
		n.t.Errorf("status says %q", said)
	}
}

// A reader hears the article on its page.
func TestRealWordPressReader(t *testing.T) {
	n := openWordPressDesk(t)
	night := n.publish("The night ferry", "The night ferry sails again from Monday, after a winter of repairs.")
	ukrainian := n.publish("Нічний пором", "Нічний пором знову ходить із понеділка після зими ремонтів, і всі цьому раді.")
	placed := n.wp.Publish("Placed", `<!-- wp:paragraph --><p>First the text.</p><!-- /wp:paragraph --><!-- wp:aloud/player /-->`)
	short := n.wp.Publish("Short", `<p>First the text.</p>[aloud_player]`)
	n.reads("block and shortcode", "First the text", placed, short)

	chromium := browsertest.Chromium(t)
	for _, width := range []int{1280, 360} {
		chromium.Resize(t, width, 900)
		chromium.Open(t, night.Link)
		browsertest.Eventually(t, chromium, "the player", `return !!document.querySelector("aloud-player")?.shadowRoot?.querySelector(".play")`)
		var off float64 // CSS pixels
		if chromium.Eval(t, `const [a, b] = [document.querySelector("aloud-player"), document.querySelector(".entry-content > p")].map((e) => e.getBoundingClientRect());
			return Math.abs(a.left - b.left) + Math.abs(a.right - b.right)`, &off); off > 1 {
			t.Errorf("at %d px the player is %g px off the text's column", width, off)
		}
		if folder := os.Getenv("ALOUD_SCREENSHOTS"); folder != "" {
			_ = os.WriteFile(filepath.Join(folder, fmt.Sprintf("wordpress-%d.png", width)), chromium.Screenshot(t), 0o644)
		}
	}
	var at struct{ X, Y float64 }
	chromium.Eval(t, `const play = document.querySelector("aloud-player").shadowRoot.querySelector(".play");
		play.scrollIntoView({block: "center", behavior: "instant"});
		const {x, y, width, height} = play.getBoundingClientRect(); return {x: x + width / 2, y: y + height / 2}`, &at)
	chromium.Click(t, at.X, at.Y)
	browsertest.Eventually(t, chromium, "the article plays", fmt.Sprintf(`const a = document.querySelector("audio"); return !a.paused && a.currentTime > 0 && a.src.includes("/%d/")`, night.ID))

	for _, p := range []wordpresstest.Post{placed, short} {
		var order string
		chromium.Open(t, p.Link)
		chromium.Eval(t, `return [...document.querySelectorAll("p, aloud-player")].filter((e) => e.matches("aloud-player") || e.textContent === "First the text.").map((e) => e.localName).join()`, &order)
		if order != "p,aloud-player" {
			t.Errorf("%s has %s", p.Link, order)
		}
	}

	_, page := get(t, ukrainian.Link) // has the plugin see the narration
	n.within(wordpressTime, "label and audio without JavaScript, in Ukrainian", func() bool {
		_, page = get(t, ukrainian.Link)
		return strings.Contains(page, `lang="uk" dir="auto"><p class="aloud-label"><bdi>Це аудіо`) && strings.Contains(page, `<noscript><audio controls`)
	})
	_, page = get(t, n.wp.URL+"/")
	if strings.Contains(page, "<aloud-player") {
		t.Error("the home page has a player")
	}
}

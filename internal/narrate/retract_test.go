package narrate_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

const (
	opening = "<p>The harbour master spoke first, and he said that no boat would leave the port before the storm had passed.</p>" // prose, because the text before a gate must be
	secret  = "<p>The figures are for subscribers.</p>"
	ending  = "<p>The ferry leaves at noon.</p>"
	gate    = "<!--members-only-->"
	gated   = `<div class="members-content">` + secret + `</div>`
	inGhost = "<!--kg-gated-block:begin nonMember:false-->" + secret + "<!--kg-gated-block:end-->"
)

func html(visibility, body string) article.Payload {
	return article.Payload{Title: "Ferry", Visibility: visibility, HTML: body}
}

// TestRetractedTextIsWithdrawnAtOnce checks that text that an edit takes out of the public is gone
// before the next track is made, whatever its age.
func TestRetractedTextIsWithdrawnAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		before, after article.Payload
		withdrawn     bool
	}{
		"a gate around a paragraph":      {html("public", opening+secret+ending), html("public", opening+gated+ending), true},
		"a gate of Ghost's":              {html("public", opening+secret+ending), html("public", opening+inGhost+ending), true},
		"the gate moves up":              {html("members", opening+secret+gate+ending), html("members", opening+gate+secret+ending), true},
		"public becomes a preview":       {html("public", opening+secret), html("paid", opening+gate+secret), true},
		"the CMS cuts the text itself":   {html("members", opening+secret+gate), html("members", opening+gate), true},
		"the gate moves down":            {html("members", opening+gate+secret), html("members", opening+secret+gate+ending), false},
		"a tag that has no audio":        {html("public", opening+secret), article.Payload{Title: "Ferry", Visibility: "public", HTML: opening + secret, Tags: []string{"news-alert"}}, true},
		"a deletion in a public article": {html("public", opening+secret+ending), html("public", opening+ending), false},
		"another headline of a preview":  {html("members", opening+gate+secret), article.Payload{Title: "Boat", Visibility: "members", HTML: opening + gate + secret}, false},
		"nothing is public any more":     {html("public", opening+secret), html("", opening+`<meta property="article:content_tier" content="locked">`), true},
	} {
		check := func(t *testing.T, send func(*newsroom, article.Payload)) {
			n := open(t)
			site := n.Sites["main"]
			site.MembersOnly = narrate.MembersOnlyPreview
			n.Sites["main"] = site
			n.send(html("public", opening+"<p>An even older track.</p>"))
			n.mustWork()
			n.calm()
			n.send(c.before)
			n.mustWork()
			before := n.public()

			send(n, c.after)
			if err := n.Withdraw(t.Context(), n.ref); err != nil { // as the worker does before it waits for the lease
				t.Fatal(err)
			}
			if left := n.public(); c.withdrawn && left != 0 || !c.withdrawn && left != before {
				t.Errorf("%d of %d files are public", left, before)
			}
		}
		t.Run(name, func(t *testing.T) { check(t, (*newsroom).send) })
		t.Run(name+", without a new updated_at", func(t *testing.T) { check(t, (*newsroom).sendAgain) })
	}
}

// TestRenderOfTextThatABulkActionGated checks that text that a gate took out of the public during
// its render is not published, even if the CMS does not report an update.
func TestRenderOfTextThatABulkActionGated(t *testing.T) {
	n := open(t)
	var edit sync.Once
	n.voice.before = func(context.Context, string) error {
		edit.Do(func() { n.sendAgain(html("public", opening+gated)) })
		return nil
	}
	n.send(html("public", opening+secret))
	heard := []string{}
	n.LeaveNotice = func(context.Context, library.Ref, library.Outcome) error {
		for _, s := range n.narration().Segments {
			heard = append(heard, s.Text)
		}
		return nil
	}
	n.mustWork()
	if text := strings.Join(heard, " "); strings.Contains(text, "figures") || !strings.Contains(text, "harbour") {
		t.Errorf("published: %q", text)
	}
}

// TestSettingsRetractNothing checks that settings that skip more text retract nothing: only the CMS
// decides what is public.
func TestSettingsRetractNothing(t *testing.T) {
	n := open(t)
	n.send(html("public", opening+gated+`<p class="aside">An aside.</p>`))
	n.mustWork()
	site := n.Sites["main"]
	site.Skip = []string{".aside"}
	n.Sites["main"] = site
	if err := n.Withdraw(t.Context(), n.ref); err != nil || n.public() == 0 {
		t.Errorf("%d files are public: %v", n.public(), err)
	}
}

// TestRetractedTextIsReplacedWithoutDelay checks that the worker also withdraws by itself, and
// makes the next track without waiting for more edits.
func TestRetractedTextIsReplacedWithoutDelay(t *testing.T) {
	n := open(t)
	n.send(html("public", opening+secret))
	n.mustWork()
	n.send(html("public", opening+gated))
	n.mustWork()
	n.expect(library.Published, "")
	if n.public() != 3 {
		t.Errorf("%d public files, want the new narration, track and captions", n.public())
	}
	if said := n.narration().Segments; slices.ContainsFunc(said, func(s library.NarrationSegment) bool { return strings.Contains(s.Text, "figures") }) {
		t.Errorf("the narration says %v", said)
	}
}

// TestRenderOfRetractedTextIsNotPublished checks that a running render of text that was just gated
// is not published, not even for a moment.
func TestRenderOfRetractedTextIsNotPublished(t *testing.T) {
	n := open(t)
	published := []string{}
	var edit sync.Once // segments are spoken at the same time
	n.voice.before = func(context.Context, string) error {
		edit.Do(func() { n.send(html("public", opening+gated)) })
		return nil
	}
	n.LeaveNotice = func(ctx context.Context, ref library.Ref, o library.Outcome) error {
		for _, s := range n.narration().Segments {
			published = append(published, s.Text)
		}
		return nil
	}
	n.send(html("public", opening+secret))
	n.mustWork()
	if text := strings.Join(published, " "); strings.Contains(text, "figures") || !strings.Contains(text, "harbour") {
		t.Errorf("published: %q", text)
	}
}

func TestCorrectionWithdrawsWhatWasRenderedBefore(t *testing.T) {
	n := open(t)
	n.send(html("public", opening))
	n.mustWork()
	n.order(func(o *library.Orders) { o.Render, o.WithdrawPrevious = "correction", true })
	if err := n.Withdraw(t.Context(), n.ref); err != nil {
		t.Fatal(err)
	}
	if n.public() != 0 {
		t.Error("what was rendered before the order can be heard")
	}
	n.mustWork()
	n.expect(library.Published, "")

	n.calm()
	n.send(html("public", opening+ending)) // an ordinary edit afterwards leaves the track for its listeners
	n.mustWork()
	if n.public() != 5 {
		t.Errorf("%d public files, want both tracks", n.public())
	}
}

func TestSiteWithoutPreviousTracks(t *testing.T) {
	n := open(t)
	site := n.Sites["main"]
	site.PreviousGone = true
	n.Sites["main"] = site
	n.send(html("public", opening))
	n.mustWork()
	n.calm()
	n.send(html("public", opening+ending))
	n.mustWork()
	n.narration()
	if n.public() != 3 {
		t.Errorf("%d public files, want one track", n.public())
	}
}

package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestEmbeddedPosts: a site may have posts of social networks read, after who wrote them.
func TestEmbeddedPosts(t *testing.T) {
	for _, test := range []struct {
		name, html, language string
		want                 []string
		skipped              []string
	}{
		{"a post on X", `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Look at the boats! <a href="https://t.co/a">pic.twitter.com/a</a></p>&mdash; Ann Lee (@annlee) <a href="https://twitter.com/annlee/status/1">June 1, 2026</a></blockquote><script async src="x"></script>`, "en",
			[]string{"paragraph: Ann Lee on X:", "quote: Look at the boats!"}, nil},
		{"in a card of Ghost", `<figure class="kg-card kg-embed-card kg-card-hascaption"><blockquote class="twitter-tweet"><p>Look at the boats!</p>— Ann Lee (@annlee) <a href="https://twitter.com/1">June 1</a></blockquote><figcaption>Her post</figcaption></figure>`, "en",
			[]string{"paragraph: Ann Lee on X:", "quote: Look at the boats!"}, []string{"embed: Her post"}},
		{"in a block of WordPress", `<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper"><blockquote class="bluesky-embed"><p lang="en">Two boats.<br><br>One harbour.<br><br><a href="https://bsky.app/1">[image or embed]</a></p>&mdash; Bo Um (<a href="https://bsky.app/profile/1">@bo.example.org</a>) <a href="https://bsky.app/2">June 1, 2026</a></blockquote></div></figure>`, "en",
			[]string{"paragraph: Bo Um on Bluesky:", "quote: Two boats.", "quote: One harbour."}, nil},
		{"in a box that its name calls an embed", `<div class="article-embed"><blockquote class="twitter-tweet"><p>Look at the boats!</p>— Ann Lee (@annlee)</blockquote></div>`, "en",
			[]string{"paragraph: Ann Lee on X:", "quote: Look at the boats!"}, nil},
		{"a post on Instagram", `<blockquote class="instagram-media"><div><a href="https://instagram.com/p/1">View this post on Instagram</a><p><a href="https://instagram.com/p/1">The Zoria is back!</a></p><p>A post shared by Ann Lee (@annlee)</p></div></blockquote>`, "en",
			[]string{"paragraph: Ann Lee on Instagram:", "quote: The Zoria is back!"}, nil},
		{"a post on Facebook", `<div class="fb-post"><blockquote cite="x"><p>The Zoria is back!</p>Posted by <a href="https://facebook.com/1">Harbour of Odesa</a> on <a href="x">Monday, June 1, 2026</a></blockquote></div>`, "en",
			[]string{"paragraph: Harbour of Odesa on Facebook:", "quote: The Zoria is back!"}, nil},
		{"a post on TikTok", `<blockquote class="tiktok-embed"><section><a href="https://tiktok.com/@ann">@ann</a> <p>The Zoria is back!</p> <a href="https://tiktok.com/m">♬ original sound</a></section></blockquote>`, "en",
			[]string{"paragraph: @ann on TikTok:", "quote: The Zoria is back!"}, nil},
		{"in Ukrainian", `<blockquote class="twitter-tweet"><p lang="uk">Човни вже вдома!</p>— Марта Коваль (@marta)</blockquote>`, "uk",
			[]string{"paragraph: Марта Коваль у X:", "quote: Човни вже вдома!"}, nil},
		{"in a language without the words", `<blockquote class="twitter-tweet"><p>Look!</p>— Ann Lee (@annlee)</blockquote>`, "sw",
			[]string{"paragraph: Ann Lee, X:", "quote: Look!"}, nil},
		{"without an author", `<blockquote class="twitter-tweet"><p>Look at the boats!</p></blockquote>`, "en",
			[]string{"paragraph: X:", "quote: Look at the boats!"}, nil},
		{"a post of a video only", `<blockquote class="twitter-tweet"><p><a href="https://t.co/a">https://t.co/a</a></p>— Ann Lee (@annlee)</blockquote>`, "en",
			nil, []string{"embed: https://t.co/a — Ann Lee (@annlee)"}},
		{"a post that the text repeats", `<blockquote class="twitter-tweet"><p>Nobody in the harbour office would say</p>— Ann Lee (@annlee)</blockquote>`, "en",
			nil, []string{"repeats the text: Ann Lee on X:", "repeats the text: Nobody in the harbour office would say"}},
		{"a post in a hidden box", `<div hidden><blockquote class="twitter-tweet"><p>Look at the boats!</p>— Ann Lee (@annlee)</blockquote></div>`, "en",
			nil, []string{"hidden: Look at the boats! — Ann Lee (@annlee)"}},
		{"an address of a post", `<figure class="wp-block-embed"><div>https://twitter.com/1</div></figure>`, "en",
			nil, []string{"embed: https://twitter.com/1"}},
		{"a frame", `<figure class="kg-card kg-embed-card"><iframe src="x">A video of boats.</iframe></figure>`, "en", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, skipped := between(t, test.html, test.language, article.Options{Embeds: article.EmbedsRead})
			equal(t, "blocks", blocks, test.want...)
			equal(t, "skipped", skipped, test.skipped...)
		})
	}
}

// between parses html between two paragraphs and returns what is read and skipped there.
func between(t *testing.T, html, language string, opts article.Options) (blocks, skipped []string) {
	t.Helper()
	const before = `<p>The boats came home at dawn, as they do in every week of the year.</p>`
	const after = `<p>Nobody in the harbour office would say what they had on board.</p>`
	a, err := article.Parse(article.Payload{HTML: before + html + after, Language: language}, opts)
	if err != nil {
		t.Fatal(err)
	}
	blocks, skipped = lines(a)
	if len(blocks) < 2 {
		t.Fatalf("read %q", blocks)
	}
	return blocks[1 : len(blocks)-1], skipped
}

// TestEmbeddedPostsAreSkipped: without the setting, and where the site skips them.
func TestEmbeddedPostsAreSkipped(t *testing.T) {
	const post = `<blockquote class="twitter-tweet"><p>Look at the boats!</p>— Ann Lee (@annlee)</blockquote>`
	for reason, opts := range map[string]article.Options{
		"embed":                    {},
		"site rule .twitter-tweet": {Embeds: article.EmbedsRead, Skip: []string{".twitter-tweet"}},
	} {
		blocks, skipped := between(t, post, "en", opts)
		equal(t, "blocks", blocks)
		equal(t, "skipped", skipped, reason+": Look at the boats! — Ann Lee (@annlee)")
	}
}

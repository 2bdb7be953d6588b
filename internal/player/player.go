// Package player holds the browser side: the custom element that plays an article's audio on the article's page.
//
// The source of truth is player.js, which runs as it is, without a build step. The package serves nothing and knows no
// server; the command hands its bytes to the web server.
package player

import _ "embed"

// JS is the script, for <script src defer>. It defines <aloud-player src="…/narration.json">.
//
//go:embed player.js
var JS []byte

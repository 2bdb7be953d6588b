// Package player holds the browser side: the custom element that plays an article's audio on the
// article's page.
//
// Its source is the modules in src; tools/player makes player.js of them. The package never serves
// anything: internal/process passes the scripts to the web server.
package player

import (
	_ "embed"
)

// JS is the script, for <script src defer>. It defines <aloud-player src="…/narration.json">.
//
//go:embed player.js
var JS []byte

// Figures is the script that player.js loads where a site wants listening figures.
//
//go:embed figures.js
var Figures []byte

// FiguresMap is its source map.
//
//go:embed figures.js.map
var FiguresMap []byte

// Next is the script that player.js loads where a site wants its newest articles listed.
//
//go:embed next.js
var Next []byte

// NextMap is its source map.
//
//go:embed next.js.map
var NextMap []byte

// SourceMap is what browsers' developer tools read to show the modules that JS is made of.
//
//go:embed player.js.map
var SourceMap []byte

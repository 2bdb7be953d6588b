package main

import (
	"bytes"
	"fmt"
	"strings"
)

// library is a C library that aloud is linked with dynamically.
type library struct{ name, licence, holder, debian, home string }

var libraries = []library{
	{"libmp3lame", "LGPL-2.0-or-later", "Mike Cheng, Mark Taylor, Takehiro Tominaga and others", "libmp3lame0", "https://lame.sourceforge.io"},
	{"libmpg123", "LGPL-2.1-only", "Michael Hipp, Thomas Orgis and the mpg123 project", "libmpg123-0", "https://www.mpg123.de"},
	{"libFLAC", "BSD-3-Clause", "Josh Coalson and Xiph.Org Foundation", "libflac12", "https://xiph.org/flac"},
}

const head = `# Third-party code and data

<!-- Written by tools/thirdparty. Do not edit: run make third-party. -->

aloud itself is under the [MIT licence](LICENSE), but for its WordPress plugin, which no binary contains: that is under
[GPL-2.0-or-later](deploy/wordpress/aloud/LICENSE). A binary contains or needs what is listed here. Whoever passes a binary on, in
a package or an image, must pass on the notices below, and meet what the LGPL asks.

## C libraries

aloud is linked with them dynamically. Their code is not in the binary, and the source is not in this repository.

| library | licence | holders | Debian package |
| --- | --- | --- | --- |
`

const obligations = `
**If you ship the aloud binary alone**, without these libraries: name them and their licences, as this file does. They come from the
operating system on which it runs.

**If you ship the libraries too**, for example in a container image:

- *LGPL (libmp3lame, libmpg123)*: add the licence's text and offer the source of exactly the version that you ship, for three years
  or as long as you ship it. Debian's source packages are enough if you do not change them. Whoever receives it must be able to
  replace the libraries by their own builds: dynamic linking, as ` + "`make build`" + ` does it, allows that. Do not forbid to take the
  binary apart for that purpose.
- *BSD (libFLAC)*: add its copyright notice and licence.

**If you link them statically**, the LGPL also asks that you hand over what is needed to link the binary again with another version
of the library: aloud's source and ` + "`make build`" + ` are that. We do not build such binaries.

**If you change one of the LGPL libraries**, publish the changes under the LGPL.

The local voices flite and espeak-ng, and the recogniser pocketsphinx, are programs that aloud starts if they are installed. They
are not linked. If you ship them, their own licences apply (flite: BSD-like; espeak-ng: GPL-3.0-or-later; pocketsphinx: BSD-2-Clause).

## Data

| data | licence | holder | where |
| --- | --- | --- | --- |
| Unicode CLDR: number words, plural rules and names of units, months, weekdays and currencies | Unicode-3.0 | Unicode, Inc. | [internal/lang/cldr/data](internal/lang/cldr/data/LICENSE), with the licence's text; embedded in the binary |
| Trigrams of lingua-go's language models, by which a text's language is found | Apache-2.0 | Peter M. Stahl | [internal/lang/detect/data](internal/lang/detect/data/LICENSE), with the licence's text; embedded in the binary; cut down to the most frequent ones by [tools/trigrams](tools/trigrams/main.go) |

## Go

The binary contains the runtime and standard library of Go, and these modules. Each module's folder has the text of its licence:
` + "`go list -m -f '{{.Dir}}' MODULE`" + ` prints where it is.

| module | version | licence | copyright |
| --- | --- | --- | --- |
`

// write returns THIRD_PARTY.md.
func write(modules []module) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for _, l := range libraries {
		fmt.Fprintf(&b, "| [%s](%s) | %s | %s | %s |\n", l.name, l.home, l.licence, l.holder, l.debian)
	}
	b.WriteString(obligations)
	b.WriteString("| Go standard library | as built | BSD-3-Clause | Copyright 2009 The Go Authors |\n")
	for _, m := range modules {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", m.Path, m.Version, strings.Join(m.Licences, ", "), cell(m.Copyright))
	}
	return b.Bytes()
}

// cell is text for a table's cell.
func cell(lines []string) string {
	if len(lines) == 0 {
		return "its authors: the licence names nobody"
	}
	return strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;").Replace(strings.Join(lines, "; "))
}

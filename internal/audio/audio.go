// Package audio lists the file formats in which tracks are published, and the terms for how their
// voices are made.
//
// It never encodes: each format has a package of its own for that, such as mp3. The track makes
// files of these formats, the library publishes them, and the web server and the commands look up
// their names here.
package audio

// Format is a file format of published audio.
type Format struct {
	Extension string // of files, with its dot
	MediaType string // RFC 6838, as in narration.json and Content-Type
}

// MP3 is MPEG-1, -2 and -2.5 Layer III, which every browser plays.
var MP3 = Format{Extension: ".mp3", MediaType: "audio/mpeg"}

// Formats lists every format in which a track may be published.
var Formats = []Format{MP3}

// File is a complete audio file.
type File struct {
	Format
	Content []byte
}

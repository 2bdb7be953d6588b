package feed

import "path"

// Format is a way to write a feed.
type Format struct {
	Extension string
	MediaType string

	// Encode writes a document.
	Encode func(Document) ([]byte, error)
	// GUIDs returns the ids of the items of an encoded document.
	GUIDs func(document []byte) []string
	// Without returns an encoded document without the items that cut reports.
	Without func(document []byte, cut func(guid string) bool) ([]byte, error)
}

// Formats are all formats; each page of a feed exists in each of them.
var Formats = []Format{
	{".xml", "application/rss+xml; charset=utf-8", encodeRSS, rssGUIDs, rssWithout},
	{".json", "application/feed+json", encodeJSON, jsonGUIDs, jsonWithout},
}

// FormatOf returns the format of a document by its name; false if it is none of a feed.
func FormatOf(name string) (Format, bool) {
	for _, f := range Formats {
		if path.Ext(name) == f.Extension {
			return f, true
		}
	}
	return Format{}, false
}

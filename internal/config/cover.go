package config

import (
	"fmt"
	"net/http"

	"github.com/aloud-audio/aloud/internal/track"
)

// largestCover is in bytes. Every track begins with the cover; a minute of speech has 480 kB.
const largestCover = 500_000

// cover reads the picture that players show; it is zero if there is none.
func (s siteSettings) cover(f *files) (track.Picture, error) {
	if s.Cover == "" {
		return track.Picture{}, nil
	}
	file := f.path(s.Cover)
	data, err := f.content(s.Cover)
	if err != nil {
		return track.Picture{}, at("cover", err)
	}
	picture := track.Picture{MIME: http.DetectContentType(data), Data: data}
	switch {
	case picture.MIME != "image/jpeg" && picture.MIME != "image/png":
		return track.Picture{}, at("cover", fmt.Errorf("%s is neither JPEG nor PNG: convert it, because not all players show other formats", file))
	case len(data) > largestCover:
		return track.Picture{}, at("cover", fmt.Errorf("%s has %d kB, and every track embeds it: use a picture of up to %d kB", file, len(data)/1000, largestCover/1000))
	}
	return picture, nil
}

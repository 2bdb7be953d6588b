package config

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"github.com/aloud-audio/aloud/internal/track"
)

// largestCover is in bytes. It stands in front of the sound in every track: a minute of speech has 480 kB.
const largestCover = 500_000

// cover reads the picture that players show, the zero one if there is none. A relative name starts at dir.
func (s siteSettings) cover(dir string) (track.Picture, error) {
	if s.Cover == "" {
		return track.Picture{}, nil
	}
	file := s.Cover
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return track.Picture{}, fmt.Errorf("cover: %w", err)
	}
	picture := track.Picture{MIME: http.DetectContentType(data), Data: data}
	switch {
	case picture.MIME != "image/jpeg" && picture.MIME != "image/png":
		return track.Picture{}, fmt.Errorf("cover: %s is neither JPEG nor PNG: other pictures are not shown by all players", file)
	case len(data) > largestCover:
		return track.Picture{}, fmt.Errorf("cover: %s has %d kB, and would be in every track: use one of up to %d kB", file, len(data)/1000, largestCover/1000)
	}
	return picture, nil
}

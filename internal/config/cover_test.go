package config_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A cover is read from beside the settings, its type from its bytes; one that cannot be used is
// told of at start.
func TestCover(t *testing.T) {
	var jpg, pngs bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, 8, 8))
	if err := jpeg.Encode(&jpg, picture, nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&pngs, picture); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"good.jpg": jpg.Bytes(), "misnamed.jpg": pngs.Bytes(), "text.png": []byte("<svg/>"), "large.png": append(pngs.Bytes(), make([]byte, 500_000)...),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"good.jpg": "image/jpeg", "misnamed.jpg": "image/png"} {
		cfg, err := load(t, "sites: {main: {cover: "+filepath.Join(dir, name)+"}}")
		if err != nil || cfg.Sites["main"].Cover.MIME != want {
			t.Errorf("%s: %q, error %v", name, cfg.Sites["main"].Cover.MIME, err)
		}
	}
	for name, want := range map[string]string{"text.png": "neither JPEG nor PNG", "large.png": "500 kB", "missing.png": "no such file"} {
		_, err := load(t, "sites: {main: {cover: "+filepath.Join(dir, name)+"}}")
		if err == nil || !strings.Contains(err.Error(), "sites.main.cover") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

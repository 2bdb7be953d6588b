package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// File is a file of a narration.
type File struct {
	Name    string
	Content []byte
}

// Narrate renders a preview outside of the service. It returns the narration and the files to
// write: the track, under the name mp3, then the captions (.vtt) and the narration (.json). After
// each segment it calls done, unless that is nil, with the number of rendered segments.
func (n *Newsroom) Narrate(ctx context.Context, p Preview, mp3 string, done func(segments int)) (library.Narration, []File, error) {
	if p.Silence != "" {
		return library.Narration{}, nil, fmt.Errorf("nothing to read: %s", p.Silence)
	}
	plan, trk, err := n.Narrator.Speak(ctx, p.Plan, done)
	if err != nil {
		return library.Narration{}, nil, err
	}
	revision := library.Revision{UpdatedAt: p.payload.UpdatedAt}
	if revision.UpdatedAt.IsZero() {
		revision.UpdatedAt = n.Now()
	}
	stem := strings.TrimSuffix(mp3, audio.MP3.Extension)
	vtt := stem + ".vtt"
	narration := n.Narrator.Narration(library.Ref{Site: p.site.Name, ID: p.payload.ID}, library.Desired{Revision: revision}, plan)
	narration.Segments, narration.Chapters = plan.SegmentTimes(trk), narrate.ChapterTimes(trk)
	narration.RenderedAt = narration.PublishedAt
	narration.Audio = library.AudioList(filepath.Base(stem), trk.Files(), trk.Duration().Seconds(), plan.Credential())
	narration.Captions = []library.Captions{{URL: filepath.Base(vtt), Type: "text/vtt"}}
	if trk.WordsVTT() != nil {
		narration.Captions = append(narration.Captions, library.Captions{URL: filepath.Base(stem) + library.WordsExtension, Type: "text/vtt"})
	}
	manifest, err := json.MarshalIndent(narration, "", "  ")
	if err != nil {
		return narration, nil, fmt.Errorf("encode the narration: %w", err)
	}
	var files []File
	for _, file := range trk.Files() {
		files = append(files, File{stem + file.Extension, file.Content})
	}
	files = append(files, File{vtt, trk.WebVTT()})
	if words := trk.WordsVTT(); words != nil {
		files = append(files, File{stem + library.WordsExtension, words})
	}
	return narration, append(files, File{stem + ".json", append(manifest, '\n')}), nil
}

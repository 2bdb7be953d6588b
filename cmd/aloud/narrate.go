package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/track"
)

type narrateOptions struct {
	inputOptions
	out string
}

func narrateCommand(a *app) *cobra.Command {
	var opts narrateOptions
	cmd := &cobra.Command{
		Use:     "narrate FILE|URL|- -o OUT.mp3",
		Short:   "Narrate one article into a file",
		GroupID: groupLocal,
		Long: `Narrate an article on this machine: no queue, no store. Beside OUT.mp3 it writes OUT.vtt, the captions, and OUT.json, the
narration as it would be published.`,
		Example: "  aloud narrate article.html -o article.mp3\n  aloud narrate https://example.com/story -o story.mp3 --voice google:en-US-Chirp3-HD-Charon",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.narrate(cmd.Context(), args[0], opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().StringVarP(&opts.out, "output", "o", "", "MP3 `file` to write (needed)")
	return cmd
}

func (a *app) narrate(ctx context.Context, input string, opts narrateOptions) error {
	if filepath.Ext(opts.out) != ".mp3" {
		return usageError{fmt.Errorf("say where to write with -o, a name that ends in .mp3")}
	}
	payload, err := a.read(ctx, input, opts.format)
	if err != nil {
		return err
	}
	cfg, err := a.config()
	if err != nil {
		return err
	}
	narrator, site, cleanUp, err := localNarrator(cfg, opts.site)
	if err != nil {
		return err
	}
	defer cleanUp()
	if site.Verify {
		if narrator.Recogniser, err = recognise.New(); err != nil {
			return configError{fmt.Errorf("sites.%s.verify: %w", site.Name, err)}
		}
	}
	plan, err := narrator.Plan(site, payload, library.Orders{Voice: opts.voice})
	if err != nil {
		return cmp.Or(opts.checkVoice(narrator, plan.Article.Language), err)
	}
	plan, trk, err := narrator.Speak(ctx, plan, a.progress(len(plan.Script.Segments), "narrating"))
	if err != nil {
		return err
	}
	narration, err := writeNarration(narrator, site, payload, plan, trk, opts.out)
	if err != nil {
		return err
	}
	return a.tellNarration(narration, opts)
}

// localNarrator speaks without queue and store: what is said twice is kept in a folder that cleanUp removes.
func localNarrator(cfg config.Config, siteName string) (_ *narrate.Narrator, _ narrate.Site, cleanUp func(), err error) {
	dir, err := os.MkdirTemp("", "aloud-narrate-")
	if err != nil {
		return nil, narrate.Site{}, nil, err
	}
	cleanUp = func() { _ = os.RemoveAll(dir) }
	st, err := store.NewDir(dir)
	if err != nil {
		cleanUp()
		return nil, narrate.Site{}, nil, err
	}
	s := newService(cfg, st)
	name, err := s.site(siteName)
	if err != nil {
		cleanUp()
		return nil, narrate.Site{}, nil, err
	}
	narrator := s.narrator(local())
	narrator.Encoded = nil // the folder is removed
	return narrator, narrator.Sites[name], cleanUp, nil
}

// progress draws a bar while someone watches; otherwise it is nil.
func (a *app) progress(total int, what string) func(done int) {
	if !a.onTerminal() {
		return nil
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(a.err), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	return func(done int) { _ = bar.Set(done) }
}

// writeNarration writes the track, the captions and then the narration that names them, each whole or not at all.
func writeNarration(n *narrate.Narrator, site narrate.Site, payload article.Payload, plan narrate.Plan, trk track.Track, out string) (library.Narration, error) {
	stem := strings.TrimSuffix(out, ".mp3")
	ref := library.Ref{Site: site.Name, ID: payload.ID}
	if payload.UpdatedAt.IsZero() {
		payload.UpdatedAt = n.Now()
	}
	narration := n.Narration(ref, library.Desired{Revision: library.Revision{UpdatedAt: payload.UpdatedAt}}, plan)
	narration.Segments, narration.Chapters = narrate.SegmentTimes(plan.Script, trk), narrate.ChapterTimes(trk)
	narration.RenderedAt = narration.PublishedAt
	narration.Audio = []library.Audio{{
		URL: filepath.Base(out), Type: "audio/mpeg", Bytes: len(trk.MP3), Duration: trk.Duration().Seconds(),
	}}
	narration.Captions = []library.Captions{{URL: filepath.Base(stem) + ".vtt", Type: "text/vtt"}}
	manifest, err := json.MarshalIndent(narration, "", "  ")
	if err != nil {
		return narration, err
	}
	for _, file := range []struct {
		name    string
		content []byte
	}{{out, trk.MP3}, {stem + ".vtt", trk.WebVTT()}, {stem + ".json", append(manifest, '\n')}} {
		if err := replaceFile(file.name, file.content); err != nil {
			return narration, err
		}
	}
	return narration, nil
}

// replaceFile writes beside the file and renames, so that a former one stays until this one is whole.
func replaceFile(name string, content []byte) error {
	part := name + ".part"
	if err := os.WriteFile(part, content, 0o644); err != nil {
		return err
	}
	return os.Rename(part, name)
}

func (a *app) tellNarration(n library.Narration, opts narrateOptions) error {
	if opts.json {
		return a.printJSON(n)
	}
	length := time.Duration(n.Audio[0].Duration * float64(time.Second)).Round(time.Second)
	a.sayf("%s: %s, %d segments, %s, language %s", opts.out, length, len(n.Segments), n.Voice, n.Language)
	return nil
}

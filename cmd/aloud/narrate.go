package main

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/atomicfile"
	"github.com/aloud-audio/aloud/internal/audio"
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
		Long: `Narrate an article on this machine, without a queue or a store. Besides OUT.mp3 it writes the captions (OUT.vtt) and the
narration as it would be published (OUT.json).`,
		Example: "  aloud narrate article.html -o article.mp3\n  aloud narrate https://example.com/story -o story.mp3 --voice google:en-US-Chirp3-HD-Charon",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.narrate(cmd.Context(), args[0], opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().StringVarP(&opts.out, "output", "o", "", "MP3 `file` to write (required)")
	return cmd
}

func (a *app) narrate(ctx context.Context, input string, opts narrateOptions) error {
	if filepath.Ext(opts.out) != audio.MP3.Extension {
		return usageError{errors.New("name the file to write with -o; its name must end in .mp3")}
	}
	payload, err := a.read(ctx, input, opts.inputFlags)
	if err != nil {
		return err
	}
	s, n, cleanUp, err := a.openLocal()
	if err != nil {
		return err
	}
	defer cleanUp()
	site, err := n.Site(opts.site)
	if err == nil {
		err = s.LoadRecogniser(site)
	}
	if err != nil {
		return err
	}
	n = s.LocalNewsroom() // whose narrator has the recogniser
	preview, err := n.Preview(site, payload, opts.voice, article.CMSGates)
	if err != nil {
		return err
	}
	if preview.Article.Paid {
		a.infof("%s", paidNote)
	}
	narration, files, err := n.Narrate(ctx, preview, opts.out, a.progress(len(preview.Script.Segments), "narrating"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := atomicfile.Write(file.Name, file.Content, 0o644); err != nil {
			return err
		}
	}
	if opts.json {
		return a.printJSON(narration)
	}
	length := time.Duration(narration.Audio[0].Duration * float64(time.Second)).Round(time.Second)
	voices := narration.Voice.String()
	for _, voice := range narration.OtherVoices() {
		voices += ", " + voice.String()
	}
	a.infof("%s: %s, %d segments, %s, language %s", opts.out, length, len(narration.Segments), voices, narration.Language)
	return nil
}

// progress returns a function that draws a progress bar, or nil if the output is not a terminal.
func (a *app) progress(total int, what string) func(done int) {
	if !a.onTerminal() {
		return nil
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(a.err), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	return func(done int) { _ = bar.Set(done) }
}

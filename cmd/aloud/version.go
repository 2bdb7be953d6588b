package main

import (
	"cmp"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/flac"
	"github.com/aloud-audio/aloud/internal/mp3"
)

func versionCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of aloud and of the libraries it is linked with",
		Long: `Print the version of aloud and of the C libraries that it has loaded. libmpg123 before 1.32 does not report
its version; its API version is shown instead.`,
		Example: "  aloud version\n  aloud version --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(*cobra.Command, []string) error { return a.version(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// versionReport is what `aloud version --json` prints.
type versionReport struct {
	Version   string            `json:"version"`
	Commit    string            `json:"commit,omitempty"`
	Dirty     bool              `json:"dirty,omitempty"`
	Go        string            `json:"go"`
	Libraries map[string]string `json:"libraries"` // the versions that they report at run time
}

func (a *app) version(asJSON bool) error {
	build := buildinfo.Read()
	r := versionReport{
		Version: build.Version, Commit: build.Commit, Dirty: build.Dirty, Go: build.Go,
		Libraries: map[string]string{"libmp3lame": mp3.LAMEVersion(), "libmpg123": mp3.MPG123Version(), "libFLAC": flac.Version()},
	}
	if asJSON {
		return a.printJSON(r)
	}
	commit := cmp.Or(r.Commit, "unknown")
	if r.Dirty {
		commit += ", with changes"
	}
	return a.printTable([][]string{
		{"aloud", r.Version}, {"commit", commit}, {"Go", r.Go},
		{"libmp3lame", r.Libraries["libmp3lame"]}, {"libmpg123", r.Libraries["libmpg123"]}, {"libFLAC", r.Libraries["libFLAC"]},
	})
}

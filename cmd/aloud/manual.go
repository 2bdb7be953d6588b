//go:build manual

package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// buildCommands are the commands that only the build of a package needs. The library that writes
// manual pages is of no use to who runs aloud, so no other binary links it.
func buildCommands() []*cobra.Command { return []*cobra.Command{manualCommand()} }

func manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "manual FOLDER DATE",
		Short:  "Write a manual page of each command into a folder, dated 2006-01-02",
		Hidden: true,
		Args:   cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			date, err := time.Parse(time.DateOnly, args[1])
			if err != nil {
				return usageError{fmt.Errorf("date: %w", err)}
			}
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true // the tag has the day of the build
			return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "aloud", Manual: "aloud", Date: &date}, args[0])
		},
	}
}

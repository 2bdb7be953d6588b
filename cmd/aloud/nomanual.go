//go:build !manual

package main

import "github.com/spf13/cobra"

// buildCommands are none: see manual.go.
func buildCommands() []*cobra.Command { return nil }

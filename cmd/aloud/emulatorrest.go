package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/emulator/azure"
	"github.com/aloud-audio/aloud/internal/emulator/elevenlabs"
	"github.com/aloud-audio/aloud/internal/emulator/fault"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/httpserver"
)

// restEmulatorOptions are the flags of an emulator over plain HTTP, as given.
type restEmulatorOptions struct {
	listen  string
	tone    bool
	chances map[fault.Fault]*string
	service rest.Options
}

const restEmulatorHelp = `

It speaks with flite and espeak-ng, and has what was asked and billed at /stats. Faults are a rate of all requests (0.02; 1.0 is all)
or request numbers, counted from 1 (7,12).`

func elevenLabsEmulatorCommand(a *app) *cobra.Command {
	var o restEmulatorOptions
	var credits int
	var pro bool
	cmd := &cobra.Command{
		Use:   "elevenlabs",
		Short: "Emulate ElevenLabs' text-to-speech",
		Long: "Emulate ElevenLabs' text-to-speech: an HTTP service that refuses what ElevenLabs refuses, with the same errors and headers." + restEmulatorHelp + `

Set ALOUD_ELEVENLABS_URL to the address that it prints, and ALOUD_ELEVENLABS_KEY to ` + elevenlabs.Key + ".",
		Example: "  aloud emulator elevenlabs --listen 127.0.0.1:8087 --at-once 2 --credits 10000",
		Args:    arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := o.options()
			if err != nil {
				return usageError{err}
			}
			return a.serveEmulator(cmd.Context(), o.listen, elevenlabs.New(elevenlabs.Options{Options: options, Credits: credits, Pro: pro}))
		},
	}
	o.addFlags(cmd, "127.0.0.1:8087")
	cmd.Flags().IntVar(&credits, "credits", 0, "`number` of credits that the account has left; 0: unlimited")
	cmd.Flags().BoolVar(&pro, "pro", false, "the account has the formats of the Pro plan")
	return cmd
}

func azureEmulatorCommand(a *app) *cobra.Command {
	var o restEmulatorOptions
	cmd := &cobra.Command{
		Use:   "azure",
		Short: "Emulate Azure AI Speech",
		Long: "Emulate Azure AI Speech: an HTTP service that refuses what Azure refuses, with the same statuses." + restEmulatorHelp + `

Set ALOUD_AZURE_URL to the address that it prints, and ALOUD_AZURE_KEY to ` + azure.Key + ".",
		Example: "  aloud emulator azure --listen 127.0.0.1:8088 --latency 250ms --fail 0.02",
		Args:    arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := o.options()
			if err != nil {
				return usageError{err}
			}
			return a.serveEmulator(cmd.Context(), o.listen, azure.New(options))
		},
	}
	o.addFlags(cmd, "127.0.0.1:8088")
	return cmd
}

func (o *restEmulatorOptions) addFlags(cmd *cobra.Command, listen string) {
	flags := cmd.Flags()
	flags.StringVar(&o.listen, "listen", listen, "`address` of the service")
	flags.BoolVar(&o.tone, "tone", false, "answer with a tone instead of speech, for benchmarks")
	flags.DurationVar(&o.service.Latency, "latency", 0, "`time` that every answer takes")
	flags.DurationVar(&o.service.PerAudioSecond, "per-audio-second", 0, "additional `time` for each second of audio")
	flags.IntVar(&o.service.AtOnce, "at-once", 0, "`number` of requests that are answered at once; 0: the service's own")
	flags.Uint64Var(&o.service.Seed, "seed", 0, "random `seed` for the fault rates")
	o.chances = map[fault.Fault]*string{}
	for f, help := range map[fault.Fault]string{
		fault.Busy:     "requests to refuse as too many: `rate or numbers`",
		fault.Fail:     "requests to answer with the service's own failure: `rate or numbers`",
		fault.Truncate: "requests to answer with half of the audio: `rate or numbers`",
		fault.Silence:  "requests to answer with silence: `rate or numbers`",
		fault.Hang:     "requests never to answer: `rate or numbers`",
	} {
		o.chances[f] = flags.String(string(f), "", help)
	}
}

// options returns the service's options; errors name the flag.
func (o *restEmulatorOptions) options() (rest.Options, error) {
	service := o.service
	service.Faults = fault.Faults{}
	if o.tone {
		service.Speaker = local.Tone
	}
	var problems []error
	for f, given := range o.chances {
		if *given != "" {
			problems = append(problems, addChance(service.Faults, f, *given))
		}
	}
	return service, errors.Join(problems...)
}

// emulatorConnections are open at once; more wait.
const emulatorConnections = 256

// serveEmulator serves until ctx ends.
func (a *app) serveEmulator(ctx context.Context, listen string, service http.Handler) error {
	server, err := httpserver.Listen(listen, emulatorConnections, nil, service, slog.New(slog.DiscardHandler))
	if err != nil {
		return fmt.Errorf("%w: choose another address with --listen", err)
	}
	a.infof("aloud listens on http://%s", server.Addr())
	return server.Serve(ctx)
}

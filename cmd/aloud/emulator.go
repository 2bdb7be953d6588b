package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/httpserver"
)

func emulatorCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "emulator",
		Short:   "Emulate a provider's service on this machine, to try aloud without an account",
		GroupID: groupLocal,
		Example: "  aloud emulator google --listen 127.0.0.1:8085\n  aloud emulator elevenlabs --listen 127.0.0.1:8087 --fail 0.02",
		Args:    cobra.ArbitraryArgs,
		RunE:    noCommand,
	}
	cmd.AddCommand(googleEmulatorCommand(a), elevenLabsEmulatorCommand(a), azureEmulatorCommand(a))
	return cmd
}

// googleEmulatorOptions are the flags as given.
type googleEmulatorOptions struct {
	listen, stats string
	tone          bool
	quotas        []string
	sentences     []string
	chances       map[fault.Fault]*string
	service       emulator.Options
}

func googleEmulatorCommand(a *app) *cobra.Command {
	o := googleEmulatorOptions{chances: map[fault.Fault]*string{}}
	cmd := &cobra.Command{
		Use:   "google",
		Short: "Emulate Google Cloud Text-to-Speech",
		Long: `Emulate Google Cloud Text-to-Speech: a gRPC service that refuses what Google refuses, with the same codes and messages,
and speaks with flite and espeak-ng. Set ALOUD_GOOGLE_ENDPOINT to the address that it prints.

Faults are a rate of all requests (0.02; 1.0 is all) or request numbers, counted from 1 (7,12).
The families of voices are ` + strings.Join(emulator.Families(), ", ") + `.`,
		Example: "  aloud emulator google --listen 127.0.0.1:8085 --latency 250ms --per-audio-second 80ms --stats 127.0.0.1:8086\n" +
			"  aloud emulator google --quota chirp3-hd=20 --minute 10s --fail 0.02 --truncate 7,12 --seed 3",
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.emulateGoogle(cmd.Context(), o) },
	}
	o.addFlags(cmd)
	return cmd
}

func (o *googleEmulatorOptions) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.listen, "listen", "127.0.0.1:8085", "`address` of the service")
	flags.StringVar(&o.stats, "stats", "", "`address` that serves /stats: requests, refusals and billed characters as JSON")
	flags.BoolVar(&o.tone, "tone", false, "answer with a tone instead of speech, for benchmarks")
	flags.DurationVar(&o.service.Latency, "latency", 0, "`time` that every answer takes")
	flags.DurationVar(&o.service.PerAudioSecond, "per-audio-second", 0, "additional `time` for each second of audio")
	flags.DurationVar(&o.service.Minute, "minute", time.Minute, "`length` of the quotas' minute")
	flags.StringArrayVar(&o.quotas, "quota", nil, "`FAMILY=N` requests per minute, or which requests to refuse as \"too many\": a rate or request numbers")
	flags.StringArrayVar(&o.sentences, "sentence", nil, "`FAMILY=N`: longest sentence in characters; 0: no limit")
	flags.Uint64Var(&o.service.Seed, "seed", 0, "random `seed` for the fault rates")
	for f, help := range map[fault.Fault]string{
		fault.Fail:     "requests to answer with Unavailable: `rate or numbers`",
		fault.Truncate: "requests to answer with half of the audio: `rate or numbers`",
		fault.Silence:  "requests to answer with silence: `rate or numbers`",
		fault.Hang:     "requests never to answer: `rate or numbers`",
	} {
		o.chances[f] = flags.String(string(f), "", help)
	}
}

// options returns the service's options; errors name the flag.
func (o *googleEmulatorOptions) options() (emulator.Options, error) {
	service := o.service
	service.Faults, service.Quotas, service.Sentences = fault.Faults{}, map[string]int{}, map[string]int{}
	if o.tone {
		service.Speaker = local.Tone
	}
	var problems []error
	for f, given := range o.chances {
		if *given != "" {
			problems = append(problems, addChance(service.Faults, f, *given))
		}
	}
	for _, given := range o.quotas {
		if strings.Contains(given, "=") {
			problems = append(problems, addLimit(service.Quotas, "quota", given))
		} else {
			problems = append(problems, addChance(service.Faults, fault.Busy, given))
		}
	}
	for _, given := range o.sentences {
		problems = append(problems, addLimit(service.Sentences, "sentence", given))
	}
	return service, errors.Join(problems...)
}

func addChance(faults fault.Faults, f fault.Fault, given string) error {
	chance, err := fault.ParseChance(given)
	if err != nil {
		return fmt.Errorf("--%s: %w", f, err)
	}
	faults[f] = chance
	return nil
}

func addLimit(limits map[string]int, flag, given string) error {
	family, number, _ := strings.Cut(given, "=")
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || !slices.Contains(emulator.Families(), family) {
		return fmt.Errorf("--%s: %q is not FAMILY=N; families are %s", flag, given, strings.Join(emulator.Families(), ", "))
	}
	limits[family] = n
	return nil
}

// statsConnections are open to /stats at once; more wait.
const statsConnections = 64

// emulateGoogle serves until ctx ends.
func (a *app) emulateGoogle(ctx context.Context, o googleEmulatorOptions) error {
	options, err := o.options()
	if err != nil {
		return usageError{err}
	}
	listener, err := net.Listen("tcp", o.listen)
	if err != nil {
		return fmt.Errorf("%w: choose another address with --listen", err)
	}
	service, server := emulator.New(options), grpc.NewServer()
	service.Register(server)
	group, ctx := errgroup.WithContext(ctx)
	if o.stats != "" {
		mux := http.NewServeMux()
		mux.Handle("GET /stats", service.StatsHandler())
		stats, err := httpserver.Listen(o.stats, statsConnections, nil, mux, slog.New(slog.DiscardHandler))
		if err != nil {
			return errors.Join(fmt.Errorf("%w: choose another address with --stats", err), listener.Close())
		}
		a.infof("Statistics: http://%s/stats", stats.Addr())
		group.Go(func() error { return stats.Serve(ctx) })
	}
	context.AfterFunc(ctx, server.Stop)
	a.infof("aloud listens on http://%s", listener.Addr())
	group.Go(func() error { return server.Serve(listener) })
	return group.Wait()
}

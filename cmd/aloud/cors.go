package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/cors"
	"github.com/aloud-audio/aloud/internal/service"
)

// corsFlags are the flags of aloud cors.
type corsFlags struct {
	host          string
	apply, asJSON bool
}

func corsCommand(a *app) *cobra.Command {
	var flags corsFlags
	cmd := &cobra.Command{
		Use:     "cors",
		Short:   "Print or apply the CORS rule for a bucket or CDN",
		GroupID: groupRun,
		Long: `Print the CORS rule that the host of ALOUD_PUBLIC_URL needs, for the origins in the settings (url of each site). Formats are
those of Amazon S3, Cloudflare R2, Google Cloud Storage, MinIO, Amazon CloudFront and Cloudflare. If aloud itself serves the
audio, no rule is needed.

--apply adds the rule to the bucket of ALOUD_STORE, if its S3 API supports that, and keeps the bucket's other rules.
aloud doctor checks the result from each origin.`,
		Example: "  aloud cors\n  aloud cors --for s3 > cors.json\n  aloud cors --apply",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.cors(cmd.Context(), flags) },
	}
	cmd.Flags().StringVar(&flags.host, "for", "", "print only the document for this `host`: "+hostNames())
	cmd.Flags().BoolVar(&flags.apply, "apply", false, "put the rule into the store's bucket")
	cmd.Flags().BoolVar(&flags.asJSON, "json", false, "print JSON")
	return cmd
}

func hostNames() string {
	var names []string
	for _, host := range cors.Hosts {
		names = append(names, host.Name)
	}
	return strings.Join(names, ", ")
}

func (a *app) cors(ctx context.Context, flags corsFlags) error {
	cfg, err := a.config()
	if err != nil {
		return err
	}
	s := service.New(cfg, nil)
	origins := s.Origins()
	switch {
	case len(origins) == 0:
		return config.Error{Err: errors.New("no site has an address: set sites.NAME.url to where its pages are")}
	case flags.apply:
		return a.applyCORS(ctx, s, origins)
	case flags.asJSON:
		return a.printJSON(corsReport(origins))
	case flags.host != "":
		return a.printHost(flags.host, origins)
	}
	a.printHosts(s, origins)
	return nil
}

// corsReport is the output with --json.
func corsReport(origins []string) map[string]any {
	documents := map[string]string{}
	for _, host := range cors.Hosts {
		documents[host.Name] = host.Document(origins)
	}
	return map[string]any{
		"origins": origins, "methods": cors.Methods, "request_headers": cors.RequestHeaders, "exposed_headers": cors.ExposedHeaders,
		"max_age": cors.MaxAge, "documents": documents,
	}
}

func (a *app) printHost(name string, origins []string) error {
	for _, host := range cors.Hosts {
		if host.Name == name {
			fmt.Fprintln(a.out, host.Document(origins))
			return nil
		}
	}
	return usageError{fmt.Errorf("unknown host %q: write one of %s", name, hostNames())}
}

func (a *app) printHosts(s *service.Service, origins []string) {
	if s.Config.PublicURL == "" {
		a.infof("ALOUD_PUBLIC_URL is not set: aloud serves the audio itself and needs no rule.\n")
	}
	fmt.Fprintf(a.out, "Pages of %s may read the audio.\n", strings.Join(origins, ", "))
	bucket := bucketOf(s.Config.Store)
	for _, host := range cors.Hosts {
		fmt.Fprintf(a.out, "\n# %s (--for %s)\n# %s\n%s\n", host.Title, host.Name, strings.ReplaceAll(host.Instructions(bucket), "\n", "\n# "), host.Document(origins))
	}
}

// bucketOf is the bucket of a store's address; "" if that is a folder.
func bucketOf(address string) string {
	rest, isS3 := strings.CutPrefix(address, "s3://")
	bucket, _, _ := strings.Cut(rest, "/")
	if !isS3 {
		return ""
	}
	return bucket
}

func (a *app) applyCORS(ctx context.Context, s *service.Service, origins []string) error {
	if err := s.OpenStore(ctx); err != nil {
		return err
	}
	bucket, err := s.SetCORS(ctx, origins)
	if err != nil {
		return err
	}
	a.infof("The bucket %s lets pages of %s read. aloud doctor checks it.", bucket, strings.Join(origins, ", "))
	return nil
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/source"
)

// Limits of a command's input.
const (
	maxInput     = 20 << 20 // bytes
	fetchTimeout = 30 * time.Second
)

// inputOptions are the flags of commands that work on one article on this machine.
type inputOptions struct {
	format string
	voice  string
	site   string
	json   bool
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "", formatHelp)
	flags.StringVar(&o.voice, "voice", "", "`provider:voice` to use instead of the site's")
	flags.StringVar(&o.site, "site", "", "`site` whose settings apply (default: the only one)")
	flags.BoolVar(&o.json, "json", false, "print JSON")
}

const formatHelp = "`format` of the input, if its name does not tell: html, json, markdown or text"

// read returns the article from a file, an address, or standard input (-).
func (a *app) read(ctx context.Context, name, format string) (article.Payload, error) {
	if format != "" && !slices.Contains(source.Formats(), format) {
		return article.Payload{}, usageError{fmt.Errorf("no format %q: there are %s", format, strings.Join(source.Formats(), ", "))}
	}
	data, format, err := a.load(ctx, name, format)
	if err != nil {
		return article.Payload{}, err
	}
	if len(data) > maxInput {
		return article.Payload{}, fmt.Errorf("%s is larger than %d MB", name, maxInput>>20)
	}
	payload, err := source.ParseFile(baseName(name), format, data)
	if err != nil {
		return article.Payload{}, fmt.Errorf("%s: %w", name, err)
	}
	if payload.URL == "" && isURL(name) {
		payload.URL = name
	}
	return payload, nil
}

func (a *app) load(ctx context.Context, name, format string) (data []byte, _ string, err error) {
	switch {
	case name == "-":
		data, err = io.ReadAll(io.LimitReader(a.in, maxInput+1))
		if err == nil && format == "" {
			if format = source.FormatOfData(data); format == "" {
				err = usageError{errors.New("cannot tell the format of standard input: set --format html, json, markdown or text")}
			}
		}
		return data, format, err
	case isURL(name):
		return fetch(ctx, name, format)
	default:
		file, err := os.Open(name)
		if err != nil {
			return nil, "", err
		}
		defer file.Close()
		data, err = io.ReadAll(io.LimitReader(file, maxInput+1))
		return data, format, err
	}
}

func isURL(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// baseName returns the last part of a file name or of a URL's path.
func baseName(name string) string {
	if name == "-" {
		return "article"
	}
	if u, err := url.Parse(name); err == nil && isURL(name) {
		name = u.Path
	}
	if base := path.Base(name); strings.HasPrefix(base, "index.") { // the folder names the article
		name = path.Dir(name)
	}
	return path.Base(strings.TrimRight(name, "/"))
}

// fetch loads a page. The address comes from the user, so private ones are allowed.
func fetch(ctx context.Context, address, format string) ([]byte, string, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil || req.URL.Host == "" {
		return nil, "", usageError{fmt.Errorf("%q is not the address of a page, like https://example.com/article", address)}
	}
	req.Header.Set("User-Agent", buildinfo.UserAgent())
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, "", cannotFetch(address, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("%s answered %s", address, resp.Status)
	}
	if format == "" {
		format = source.FormatOfMediaType(resp.Header.Get("Content-Type"))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxInput+1))
	return data, format, err
}

// cannotFetch drops the request from Go's error, which would repeat the address.
func cannotFetch(address string, err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	return fmt.Errorf("cannot fetch %s: %w. Save the page and pass the file instead", address, err)
}

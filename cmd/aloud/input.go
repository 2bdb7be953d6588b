package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/source"
)

const maxInput = 20 << 20 // bytes

// inputOptions are the flags of commands that work on one article on this machine.
type inputOptions struct {
	inputFlags
	voice string
	site  string
	json  bool
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	o.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&o.voice, "voice", "", "`provider:voice` to use instead of the site's")
	flags.StringVar(&o.site, "site", "", "`site` whose settings apply (default: the only one)")
	flags.BoolVar(&o.json, "json", false, "print JSON")
}

// inputFlags say how to read the article that a command names.
type inputFlags struct {
	format       string
	allowPrivate bool
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", "`format` of the input, if its name does not say: html, json, markdown or text")
	flags.BoolVar(&f.allowPrivate, "allow-private", false, "allow a URL with a private address or a port other than 80 and 443")
}

// read returns the article from a file, an address, or standard input (-).
func (a *app) read(ctx context.Context, name string, from inputFlags) (article.Payload, error) {
	if from.format != "" && !slices.Contains(source.Formats(), from.format) {
		return article.Payload{}, usageError{fmt.Errorf("no format %q: there are %s", from.format, strings.Join(source.Formats(), ", "))}
	}
	data, format, err := a.load(ctx, name, from)
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

func (a *app) load(ctx context.Context, name string, from inputFlags) (data []byte, format string, err error) {
	format = from.format
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
		return fetch(ctx, name, from)
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

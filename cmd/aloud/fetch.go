package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/aloud-audio/aloud/internal/outbound"
	"github.com/aloud-audio/aloud/internal/source"
)

// maxRedirects is how many redirects a page may have.
const maxRedirects = 10

// fetch loads a page.
func fetch(ctx context.Context, address string, from inputFlags) ([]byte, string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil || req.URL.Host == "" {
		return nil, "", usageError{fmt.Errorf("%q is not the address of a page, like https://example.com/article", address)}
	}
	client := outbound.Client(outbound.Policy{AllowPrivate: from.allowPrivate, Redirects: maxRedirects, MaxBytes: maxInput})
	resp, err := client.Do(req)
	if err != nil {
		return nil, "", cannotFetch(address, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("%s answered %s", address, resp.Status)
	}
	format := from.format
	if format == "" {
		format = source.FormatOfMediaType(resp.Header.Get("Content-Type"))
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, "", cannotFetch(address, err)
	}
	return data, format, nil
}

// cannotFetch drops the request from Go's error, which would repeat the address.
func cannotFetch(address string, err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	if errors.Is(err, outbound.ErrPrivate) {
		return fmt.Errorf("cannot fetch %s: %w. If you trust the address, add --allow-private", address, err)
	}
	return fmt.Errorf("cannot fetch %s: %w. Save the page and pass the file instead", address, err)
}

// Package httpurl reads the web addresses that people write into settings.
//
// It opens no connection. The settings, the web server and the notices use it.
package httpurl

import (
	"errors"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Parse returns a complete http or https URL. The error does not quote the address, which may hold
// a password.
func Parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("not a URL: write one like https://example.com")
	}
	return u, nil
}

// Origin returns scheme, host and port of an address as browsers send them in the Origin header
// (https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin).
func Origin(address string) (string, error) {
	u, err := Parse(address)
	if err != nil {
		return "", err
	}
	host := strings.ToLower(u.Hostname())
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	if strings.Contains(host, ":") { // IPv6
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" && port != map[string]string{"http": "80", "https": "443"}[u.Scheme] {
		host += ":" + port
	}
	return u.Scheme + "://" + host, nil
}

package clientaddr

import (
	"net/http"
	"testing"
)

func TestClients(t *testing.T) {
	proxies, err := ParseProxies("10.0.0.0/8, 192.0.2.1 fd00::/8")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, want string
		forwarded  []string
	}{
		{from: "198.51.100.7:1", want: "198.51.100.7"},
		{from: "198.51.100.7:1", forwarded: []string{"203.0.113.9"}, want: "198.51.100.7"}, // no proxy of ours
		{from: "10.1.2.3:1", want: "10.1.2.3"},
		{from: "10.1.2.3:1", forwarded: []string{"203.0.113.9"}, want: "203.0.113.9"},
		{from: "10.1.2.3:1", forwarded: []string{"1.1.1.1, 203.0.113.9, 192.0.2.1"}, want: "203.0.113.9"}, // the first is the client's own claim
		{from: "10.1.2.3:1", forwarded: []string{"203.0.113.9", "10.9.9.9"}, want: "203.0.113.9"},
		{from: "10.1.2.3:1", forwarded: []string{"203.0.113.9, nonsense"}, want: "10.1.2.3"},
		{from: "[::ffff:10.1.2.3]:1", forwarded: []string{"203.0.113.9"}, want: "203.0.113.9"},
		{from: "[2001:db8::1]:1", want: "2001:db8::/64"},
		{from: "[2001:db8::2]:1", want: "2001:db8::/64"},
		{from: "[fd00::1]:1", forwarded: []string{"2001:db8:1::5"}, want: "2001:db8:1::/64"},
	} {
		r := &http.Request{RemoteAddr: c.from, Header: http.Header{"X-Forwarded-For": c.forwarded}}
		if got := proxies.Client(r); got != c.want {
			t.Errorf("%s, %v: %s, want %s", c.from, c.forwarded, got, c.want)
		}
	}
}

func TestWrongProxies(t *testing.T) {
	for _, list := range []string{"nginx", "10.0.0.0/33", "10.0.0.1:80"} {
		if _, err := ParseProxies(list); err == nil {
			t.Errorf("%q is accepted", list)
		}
	}
}

// Package clientaddr tells clients apart by their addresses, also behind reverse proxies. It knows
// no limits. The web server and the listener limit what each of the clients that it names may take;
// config reads the proxies.
package clientaddr

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// Proxies are the addresses of the reverse proxies whose X-Forwarded-For is believed.
type Proxies []netip.Prefix

// ParseProxies reads addresses and networks like 10.0.0.0/8, with commas or spaces between them.
func ParseProxies(list string) (Proxies, error) {
	var all Proxies
	for _, text := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		network, err := netip.ParsePrefix(text)
		if addr, single := netip.ParseAddr(text); single == nil {
			network, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
		if err != nil {
			return nil, fmt.Errorf("%q is not an address: write one like 10.0.0.1, or a network like 10.0.0.0/8", text)
		}
		all = append(all, network.Masked())
	}
	return all, nil
}

// Has reports whether an address is one of the proxies'.
func (p Proxies) Has(addr netip.Addr) bool {
	return slices.ContainsFunc(p, func(network netip.Prefix) bool { return network.Contains(addr.Unmap()) })
}

// Client names who sent a request: the address that connected or, if that is a proxy's, the last
// one in X-Forwarded-For that is no proxy's.
func (p Proxies) Client(r *http.Request) string {
	addr := parse(r.RemoteAddr)
	if !p.Has(addr) {
		return Name(addr)
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		forwarded, err := netip.ParseAddr(strings.TrimSpace(hop))
		if err != nil {
			break // whoever wrote that is not to be believed
		}
		if addr = forwarded; !p.Has(addr) {
			break
		}
	}
	return Name(addr)
}

// Of returns the address of a connection's other end; the zero address if it has none.
func Of(conn net.Conn) netip.Addr { return parse(conn.RemoteAddr().String()) }

func parse(address string) netip.Addr {
	at, _ := netip.ParseAddrPort(address)
	return at.Addr()
}

// Name is the same for all addresses that one client easily has: a network of IPv6 (/64) counts as
// one.
func Name(addr netip.Addr) string {
	addr = addr.Unmap()
	if addr.Is6() {
		network, _ := addr.WithZone("").Prefix(64)
		return network.String()
	}
	return addr.String()
}

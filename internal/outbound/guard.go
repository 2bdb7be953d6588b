package outbound

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
	"golang.org/x/net/idna"
)

// guard decides which addresses may be connected to.
type guard struct {
	allowAll bool
	allowed  map[string]bool // host names, folded
	public   *ssrf.Guardian
}

func newGuard(p Policy) *guard {
	g := &guard{allowAll: p.AllowPrivate, allowed: map[string]bool{}, public: ssrf.New()}
	if p.AnyPort {
		g.public = ssrf.New(ssrf.WithAnyPort())
	}
	for _, host := range p.AllowHosts {
		g.allowed[foldHost(host)] = true
	}
	return g
}

// foldHost returns one form of a host name: lower case, ASCII, without brackets or a final dot.
func foldHost(host string) string {
	host = strings.TrimSuffix(strings.Trim(strings.ToLower(host), "[]"), ".")
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		return ascii
	}
	return host
}

type dialFunc func(ctx context.Context, network, address string) (net.Conn, error)

// dial checks the address of each connection when its name has been resolved, so that a name cannot
// resolve to another address between a check and the connection.
func (g *guard) dial(dialer *net.Dialer) dialFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return nil, err
		}
		guarded := *dialer
		guarded.Control = func(_, address string, _ syscall.RawConn) error { return g.check(host, address) }
		return guarded.DialContext(ctx, network, address)
	}
}

// check says whether host may be reached at an address with a port.
func (g *guard) check(host, address string) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrPrivate, err)
	}
	if g.allowAll || g.allowed[foldHost(host)] {
		if linkLocal(target.Addr()) {
			return fmt.Errorf("%w: %s has the link-local address %s, which is never used", ErrPrivate, host, target.Addr())
		}
		return nil
	}
	if err := g.public.SafeAddrPort(target); err != nil {
		return fmt.Errorf("%w: %s is at %s: %w", ErrPrivate, host, target, err)
	}
	return nil
}

// awsMetadata is where Amazon's instances find their credentials over IPv6; over IPv4, and with
// other clouds, it is link-local.
var awsMetadata = netip.MustParseAddr("fd00:ec2::254")

func linkLocal(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	return ip.IsLinkLocalUnicast() || ip == awsMetadata
}

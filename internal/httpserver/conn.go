package httpserver

import (
	"io"
	"net"
)

// countedConn gives its place back when it is closed.
type countedConn struct {
	net.Conn
	closed func() // may be called several times
}

// ReadFrom lets net/http reach the TCP connection's own, by which the kernel sends a file.
func (c *countedConn) ReadFrom(r io.Reader) (int64, error) { return io.Copy(c.Conn, r) }

// Close implements net.Conn.
func (c *countedConn) Close() error {
	defer c.closed()
	return c.Conn.Close()
}

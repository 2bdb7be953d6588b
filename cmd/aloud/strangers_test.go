package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// memory is one of the figures of /proc/PID/status, in bytes.
func (proc *running) memory(t *testing.T, figure string) (bytes int) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", proc.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), figure+":")
	if _, err := fmt.Sscanf(rest, "%d kB", &bytes); err != nil {
		t.Fatal(err)
	}
	return bytes << 10
}

func (proc *running) dial(t *testing.T) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(proc.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// Eighty strangers that each withhold the last byte of 10 MB use little memory, and do not block
// articles.
func TestStrangersGetLittleMemory(t *testing.T) {
	const strangers, size, most = 80, 10<<20 - 10, 64 << 20
	for name, header := range map[string]string{
		"unsigned": "",
		"as if signed": fmt.Sprintf("X-Ghost-Signature: sha256=%s, t=%d\r\n", strings.Repeat("0", 64),
			time.Now().UnixMilli()),
	} {
		t.Run(name, func(t *testing.T) {
			up := newPlace(t).start("up")
			before := up.memory(t, "VmRSS")
			var conns []net.Conn
			for range strangers {
				conn := up.dial(t)
				fmt.Fprintf(conn, "POST /hooks/main/ghost/published HTTP/1.1\r\nHost: a\r\n%sContent-Length: %d\r\n\r\n", header, size)
				if _, err := io.CopyN(conn, spaces{}, size-1); err != nil {
					t.Fatal(err)
				}
				conns = append(conns, conn)
			}
			up.publish(t, "ferry", "The ferry resumes", "The ferry will run again.")
			for _, conn := range conns {
				_, _ = conn.Write([]byte{' '}) // who stalled is cut off already
				resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
				refusals := []int{http.StatusUnauthorized, http.StatusServiceUnavailable, http.StatusRequestTimeout}
				if err == nil && !slices.Contains(refusals, resp.StatusCode) {
					t.Fatal(resp)
				}
			}
			if grew := up.memory(t, "VmHWM") - before; grew > most {
				t.Errorf("the server grew by %d MB", grew>>20)
			}
		})
	}
}

// spaces are an endless body.
type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// A stalled listener, such as a phone in a tunnel, does not make a stop look like a failure.
func TestAStalledListenerAndSIGTERM(t *testing.T) {
	p := newPlace(t)
	folder := filepath.Join(p.dir, "store/public/main/articles/ferry")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "a.mp3"), make([]byte, 32<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	up := p.start("up")
	conn := up.dial(t)
	fmt.Fprint(conn, "GET /public/main/articles/ferry/a.mp3 HTTP/1.1\r\nHost: a\r\n\r\n")
	if _, err := bufio.NewReader(conn).ReadString('\n'); err != nil { // and no more
		t.Fatal(err)
	}
	_ = up.Process.Signal(syscall.SIGTERM)
	up.stop()
	if code := up.ProcessState.ExitCode(); code != 0 || !strings.Contains(up.talk.String(), "closed the connections") {
		t.Errorf("exit code %d\n%s", code, up.talk)
	}
}

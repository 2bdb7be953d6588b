package credential

import (
	"bytes"
	"crypto/x509"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const tsaConfig = `
[tsa]
default_tsa = t
[t]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ordering = no
tsa_name = no
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[leaf]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
basicConstraints = critical,CA:false
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[req]
distinguished_name = dn
[dn]
`

// openTSA is an authority by OpenSSL, which shares no code with us. It returns its address and
// root.
func openTSA(t testing.TB) (address string, roots []*x509.Certificate) {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("openssl is not installed")
	}
	dir := t.TempDir()
	openssl := func(args ...string) []byte {
		cmd := exec.Command("openssl", args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("openssl %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return out
	}
	for name, content := range map[string]string{"tsa.cnf": tsaConfig, "serial": "01\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-days", "3650", "-subj", "/O=Clock/CN=Clock root", "-config", "tsa.cnf", "-extensions", "root")
	openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/O=Clock/CN=Clock tower", "-config", "tsa.cnf")
	openssl("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "3650", "-out", "tsa.pem", "-extfile", "tsa.cnf", "-extensions", "leaf")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, _ := io.ReadAll(r.Body)
		_ = os.WriteFile(filepath.Join(dir, "query"), query, 0o600)
		openssl("ts", "-reply", "-queryfile", "query", "-config", "tsa.cnf", "-out", "reply")
		reply, _ := os.ReadFile(filepath.Join(dir, "reply"))
		_, _ = w.Write(reply)
	}))
	t.Cleanup(server.Close)
	pem, err := os.ReadFile(filepath.Join(dir, "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	return server.URL, must(ParseChain(pem))
}

// A file with a time stamp outlives its certificate, for who trusts the authority.
func TestATimeStampOutlivesTheCertificate(t *testing.T) {
	address, clock := openTSA(t)
	a := newAuthority(t, Options{TSA: address})
	file := signedFile(t, a.signer, bridge)
	later := time.Now().AddDate(0, 0, 400)
	for name, test := range map[string]struct {
		roots []*x509.Certificate
		now   time.Time
		want  State
	}{
		"now":                              {slices.Concat(a.roots, clock), time.Now(), Trusted},
		"later":                            {slices.Concat(a.roots, clock), later, Trusted},
		"later, if the clock is not known": {a.roots, later, Invalid},
		"nobody is known":                  {nil, time.Now(), Valid},
	} {
		r := Verify(file, test.roots, test.now)
		if r.State != test.want || r.Stamp == nil || r.Stamp.Authority != "Clock" || time.Since(r.Stamp.Time) > time.Minute {
			t.Errorf("%s: %s, %v, %v, stamp %+v", name, r.State, r.Failures, r.Notes, r.Stamp)
		}
	}

	stamped := Verify(file, nil, time.Now()).Stamp.Time.Format("20060102150405Z")
	at := bytes.LastIndex(file, []byte(stamped))
	for name, offset := range map[string]int{"its time": 9, "its imprint": -40} {
		changed := bytes.Clone(file)
		changed[at+offset] ^= 1
		r := Verify(changed, slices.Concat(a.roots, clock), later)
		if r.State != Invalid || r.Stamp != nil || !slices.Contains(codes(r.Notes), "timeStamp.mismatch") {
			t.Errorf("after a change of %s: %s, %v, stamp %+v", name, r.State, r.Notes, r.Stamp)
		}
	}
}

// Without its stamp nothing is signed.
func TestATimeStampAuthorityThatFails(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"down":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
		"garbage": func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("hello")) },
		"refuses": func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("\x30\x05\x30\x03\x02\x01\x02")) },
		"empty":   func(http.ResponseWriter, *http.Request) {},
	} {
		server := httptest.NewServer(answer)
		a := newAuthority(t, Options{TSA: server.URL})
		seal := a.signer.Seal(bridge, time.Now())
		file := unsigned(func(at int) []byte { return must(seal.Frame(at)) }, 400)
		if err := seal.Fill(t.Context(), file); err == nil || !strings.Contains(err.Error(), "time stamp authority "+server.URL) {
			t.Errorf("%s: %v", name, err)
		}
		if r := Verify(file, nil, time.Now()); r.State == Valid {
			t.Errorf("%s: the file is %s", name, r.State)
		}
		server.Close()
	}
}

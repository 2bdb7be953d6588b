//go:build apiserver

package kubernetes

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"k8s.io/client-go/rest"
)

// token is the administrator's, in a server that nobody else reaches.
const token = "secret"

// startCluster runs an etcd and a kube-apiserver until the test ends.
func startCluster(t *testing.T) *cluster {
	t.Helper()
	folder := t.TempDir()
	storage, peers, secure := freePort(t), freePort(t), freePort(t)
	etcd := fmt.Sprintf("http://127.0.0.1:%d", storage)
	run(t, "etcd", "etcd", "--data-dir", filepath.Join(folder, "etcd"), "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
		"--listen-peer-urls", fmt.Sprintf("http://127.0.0.1:%d", peers), "--log-level", "error", "--unsafe-no-fsync")
	await(t, http.DefaultClient, etcd+"/health")

	key, tokens := serviceAccountKey(t, folder), filepath.Join(folder, "tokens.csv")
	write(t, tokens, []byte(token+",admin,1,system:masters\n"))
	run(t, "kube-apiserver", "../../.tools/kube-apiserver", "--etcd-servers", etcd, "--bind-address", "127.0.0.1",
		"--secure-port", fmt.Sprint(secure), "--cert-dir", filepath.Join(folder, "certificates"), "--token-auth-file", tokens,
		"--authorization-mode", "RBAC", "--service-cluster-ip-range", "10.96.0.0/24", "--disable-admission-plugins", "ServiceAccount",
		"--service-account-issuer", "https://cluster.example", "--service-account-key-file", key, "--service-account-signing-key-file", key)
	config := &rest.Config{
		Host: fmt.Sprintf("https://127.0.0.1:%d", secure), BearerToken: token,
		TLSClientConfig: rest.TLSClientConfig{Insecure: true}, // its certificate is made at its start
	}
	client, err := rest.HTTPClientFor(config)
	if err != nil {
		t.Fatal(err)
	}
	await(t, client, config.Host+"/readyz")
	return connect(t, config)
}

// run starts a program, and kills it when the test ends. The API server is killed before its etcd:
// without it, it would never end.
func run(t *testing.T, name, program string, args ...string) {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), name+".log"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if text, err := os.ReadFile(log.Name()); err == nil && t.Failed() {
			t.Logf("%s: …%s", name, text[max(0, len(text)-2000):])
		}
		_ = log.Close()
	})
}

// await waits until an address answers 200.
func await(t *testing.T, client *http.Client, address string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := client.Do(request)
		if err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return
			}
		}
		select {
		case <-ctx.Done():
			t.Fatalf("%s does not answer: %v", address, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// serviceAccountKey writes the key with which the server signs tokens of pods, of which there are
// none.
func serviceAccountKey(t *testing.T, folder string) (file string) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(folder, "service-accounts.pem")
	write(t, file, pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
	return file
}

func write(t *testing.T, file string, text []byte) {
	t.Helper()
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// freePort returns a port that was free a moment ago.
func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

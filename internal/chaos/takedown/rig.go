package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/whsec"
)

const (
	site   = "main"
	places = 2 // articles that the worker renders at once
)

// rig is a service: redis-server, aloud serve and, if a condition starts it, aloud worker.
type rig struct {
	folder, base string
	store        *store.Dir
	key          *standardwebhooks.Webhook
	environment  []string
	binary       string
	redis        *exec.Cmd
	running      []*exec.Cmd
	provider     *httptest.Server
	asked        chan struct{} // one for each request to the provider, which never answers
}

func newRig(ctx context.Context, binary string) (_ *rig, err error) {
	r := &rig{binary: binary, asked: make(chan struct{}, 1000)}
	defer func() {
		if err != nil {
			r.close()
		}
	}()
	if r.folder, err = os.MkdirTemp("", "aloud-takedown-"); err != nil {
		return nil, err
	}
	if r.store, err = store.NewDir(filepath.Join(r.folder, "store")); err != nil {
		return nil, err
	}
	r.provider = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		_, _ = io.Copy(io.Discard, req.Body) // only then is the end of the connection noticed
		r.asked <- struct{}{}
		<-req.Context().Done()
	}))
	return r, r.startServer(ctx)
}

// startServer starts redis-server and aloud serve.
func (r *rig) startServer(ctx context.Context) error {
	secret := whsec.New()
	keys, err := whsec.Parse([]string{secret})
	if err != nil {
		return err
	}
	r.key = keys[0]
	listen, redis, err := twoAddresses()
	if err != nil {
		return err
	}
	settings := filepath.Join(r.folder, "aloud.yaml")
	lines := "sites:\n  " + site + ":\n    url: https://example.com\n    language: en\n    hooks: {articles: {secret: \"" + secret + "\"}}\n" +
		"    voices: {\"*\": \"openai:tts-1/alloy\"}\n"
	if err := os.WriteFile(settings, []byte(lines), 0o600); err != nil {
		return err
	}
	r.base = "http://" + listen
	r.environment = append(os.Environ(), "ALOUD_SETTINGS="+settings, "ALOUD_STORE=dir://"+r.store.Root(), "ALOUD_REDIS_URL=redis://"+redis,
		"ALOUD_LISTEN="+listen, "ALOUD_ADMIN_LISTEN=off", "ALOUD_OPENAI_URL="+r.provider.URL+"/v1", fmt.Sprintf("ALOUD_CONCURRENCY=%d", places))
	_, port, _ := net.SplitHostPort(redis)
	if r.redis, err = r.start("redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", r.folder); err != nil {
		return err
	}
	if _, err := r.start(r.binary, "serve"); err != nil {
		return err
	}
	return r.await(ctx, "/readyz")
}

func twoAddresses() (a, b string, err error) {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer first.Close()
	second, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer second.Close()
	return first.Addr().String(), second.Addr().String(), nil
}

// start starts a process, which ends with this one. Its output is in the rig's folder.
func (r *rig) start(program string, args ...string) (*exec.Cmd, error) {
	log, err := os.Create(filepath.Join(r.folder, fmt.Sprintf("log-%d", len(r.running))))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command(program, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = r.environment, log, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	r.running = append(r.running, cmd)
	return cmd, nil
}

// await waits until the server answers a path with 200.
func (r *rig) await(ctx context.Context, path string) error {
	deadline := time.Now().Add(longest)
	for time.Now().Before(deadline) && ctx.Err() == nil {
		if status, err := r.do(ctx, http.MethodGet, r.base+path, nil, nil); err == nil && status == http.StatusOK {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return errors.New("the server is not ready: see " + r.folder)
}

func (r *rig) startWorker(context.Context) error {
	_, err := r.start(r.binary, "worker")
	return err
}

// startBusyWorker starts a worker and waits until each of its places waits for the provider.
func (r *rig) startBusyWorker(ctx context.Context) error {
	if err := r.startWorker(ctx); err != nil {
		return err
	}
	for i := range places {
		content := article.Payload{
			ID: fmt.Sprintf("busy%d", i), UpdatedAt: time.Now().UTC(), Status: article.Published, Language: "en", Title: "Ferry", Text: fmt.Sprintf("Boat %d.", i),
		}
		if status, err := r.hook(ctx, content); err != nil || status != http.StatusAccepted {
			return fmt.Errorf("the hook of a busy article: %d, %w", status, err)
		}
		select {
		case <-r.asked:
		case <-time.After(longest):
			return errors.New("the worker does not render")
		}
	}
	return nil
}

func (r *rig) stopRedis(context.Context) error {
	if err := r.redis.Process.Kill(); err != nil {
		return err
	}
	_ = r.redis.Wait()
	return nil
}

// fillStore makes the store refuse every write while deletes work, as a bucket over its quota does.
// A disk that is merely full would have room for the tombstone once the track is deleted.
func (r *rig) fillStore(context.Context) error {
	temporary := filepath.Join(r.store.Root(), ".aloud", "tmp") // where every write begins
	if err := os.RemoveAll(temporary); err != nil {
		return err
	}
	return os.WriteFile(temporary, nil, 0o600)
}

// close ends all processes and removes the store.
func (r *rig) close() {
	for _, cmd := range r.running {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	if r.provider != nil {
		r.provider.CloseClientConnections()
		r.provider.Close()
	}
	_ = os.RemoveAll(r.folder)
}

package main

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/whsec"
)

// service is a running `aloud up` over a folder.
type service struct {
	url    string
	store  string
	key    *standardwebhooks.Webhook
	client *http.Client
	began  time.Time // of all revisions
	cmd    *exec.Cmd
}

// start returns when the service listens. Its log is in the folder.
func start(ctx context.Context, binary, redis, folder string) (*service, error) {
	secret, settings := whsec.New(), filepath.Join(folder, "aloud.yaml")
	yaml := fmt.Sprintf("sites: {main: {url: https://example.com, hooks: {articles: {secret: %q}}}}\n", secret)
	if err := os.WriteFile(settings, []byte(yaml), 0o600); err != nil {
		return nil, err
	}
	key, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		return nil, err
	}
	s := &service{
		store: filepath.Join(folder, "store"), key: key, began: time.Now().UTC().Truncate(time.Second),
		client: &http.Client{Timeout: patience, Transport: &http.Transport{MaxIdleConnsPerHost: 100}},
		cmd:    exec.CommandContext(ctx, binary, "up"),
	}
	s.cmd.Env = append(os.Environ(), "ALOUD_LISTEN=127.0.0.1:0", "ALOUD_ADMIN_LISTEN=off", "ALOUD_SETTINGS="+settings,
		"ALOUD_STORE=dir://"+s.store, "ALOUD_REDIS_URL="+redis)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return s, s.launch()
}

func (s *service) launch() error {
	said, err := s.cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := s.cmd.Start(); err != nil {
		return fmt.Errorf("%w: run make build first", err)
	}
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		if _, url, found := strings.Cut(lines.Text(), "aloud listens on "); found {
			s.url = url
			go func() { // its log must not fill the pipe
				for lines.Scan() {
				}
			}()
			return nil
		}
	}
	return fmt.Errorf("aloud up ended: %w", s.cmd.Wait())
}

func (s *service) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
}

// published waits until all articles are public and nothing is due.
func (s *service) published(ctx context.Context, articles int, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	for {
		due, public := s.count("private/sites/main/due/*/*"), s.count("public/main/articles/*/*.mp3")
		if due == 0 && public == articles {
			return nil
		}
		if ctx.Err() != nil {
			return fmt.Errorf("after %s there are %d due markers, and %d of %d articles are public", limit, due, public, articles)
		}
		wait(ctx, 100*time.Millisecond)
	}
}

func (s *service) count(pattern string) int {
	found, _ := filepath.Glob(filepath.Join(s.store, pattern)) // the pattern is ours
	return len(found)
}

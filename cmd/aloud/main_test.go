package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

// asAloud makes the test binary behave as the aloud binary, so that tests run, kill and restart
// real processes.
const asAloud = "TEST_AS_ALOUD"

func TestMain(m *testing.M) {
	if os.Getenv(asAloud) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

const secret = "topsecret"

// settings of a site whose secret the tests know, with every voice local unless env says otherwise.
const settings = `
sites:
  main:
    url: http://127.0.0.1:2368
    hooks: {ghost: {secret: topsecret}}
`

// place is a folder with settings and a store, and the environment of the processes that run there.
type place struct {
	t   *testing.T
	dir string
	env []string

	binary string   // "": this one
	wrap   []string // what runs the binary; nil: nothing does
}

func newPlace(t *testing.T, env ...string) *place {
	t.Helper()
	p := &place{t: t, dir: t.TempDir()}
	p.write("aloud.yaml", settings)
	p.env = append(os.Environ(), asAloud+"=1", "ALOUD_LISTEN=127.0.0.1:0", "ALOUD_ADMIN_LISTEN=127.0.0.1:0",
		"ALOUD_SETTINGS="+filepath.Join(p.dir, "aloud.yaml"), "ALOUD_STORE=dir://"+filepath.Join(p.dir, "store"))
	p.env = append(p.env, env...)
	return p
}

func (p *place) write(name, text string) string {
	p.t.Helper()
	file := filepath.Join(p.dir, name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		p.t.Fatal(err)
	}
	return file
}

func (p *place) command(args ...string) *exec.Cmd {
	p.t.Helper()
	binary, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	argv := append(append(append([]string{}, p.wrap...), cmp.Or(p.binary, binary)), args...)
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Dir, cmd.Env = p.dir, p.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

// aloud runs a command to its end.
func (p *place) aloud(args ...string) (stdout, stderr string, code int) {
	p.t.Helper()
	return p.aloudWith("", args...)
}

func (p *place) aloudWith(stdin string, args ...string) (stdout, stderr string, code int) {
	p.t.Helper()
	var out, talk bytes.Buffer
	cmd := p.command(args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &talk
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		p.t.Fatal(err)
	}
	return out.String(), talk.String(), cmd.ProcessState.ExitCode()
}

// must runs a command that has to succeed and returns what it printed.
func (p *place) must(args ...string) string {
	p.t.Helper()
	stdout, stderr, code := p.aloud(args...)
	if code != 0 {
		p.t.Fatalf("aloud %s: exit code %d\n%s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// running is an up, serve or worker.
type running struct {
	*exec.Cmd
	url   string
	admin string // where operators look
	talk  *transcript
	stop  func()
}

// transcript is what a process says, for the test that fails.
type transcript struct {
	mu   sync.Mutex
	text strings.Builder
}

func (t *transcript) add(line string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintln(&t.text, line)
}

func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

// start runs a server or worker until the test ends; one that listens has answered when start
// returns.
func (p *place) start(args ...string) *running {
	p.t.Helper()
	cmd := p.command(args...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd.Stdout = cmd.Stderr
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	proc := &running{Cmd: cmd, talk: &transcript{}}
	address, ended := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			proc.talk.add(lines.Text())
			if _, url, found := strings.Cut(lines.Text(), "aloud's admin address is "); found {
				proc.admin = url
			}
			if _, url, found := strings.Cut(lines.Text(), "aloud listens on "); found {
				address <- url
			}
		}
		_ = cmd.Wait()
	}()
	proc.stop = sync.OnceFunc(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		<-ended
	})
	p.t.Cleanup(proc.stop)
	if args[0] == "worker" {
		return proc
	}
	select {
	case proc.url = <-address:
	case <-ended:
		p.t.Fatalf("aloud %s ended:\n%s", args[0], proc.talk)
	}
	return proc
}

// kill is SIGKILL: nothing is said goodbye to.
func (proc *running) kill() {
	_ = proc.Process.Kill()
	proc.stop()
}

// ghostPost is an article as Ghost's webhook has it.
type ghostPost struct {
	ID         string    `json:"id,omitempty"`
	Title      string    `json:"title,omitempty"`
	Excerpt    string    `json:"custom_excerpt,omitempty"`
	HTML       string    `json:"html,omitempty"`
	Status     string    `json:"status,omitempty"`
	Visibility string    `json:"visibility,omitempty"`
	UpdatedAt  time.Time `json:"updated_at,omitzero"`
}

// hook posts a webhook signed as Ghost does and returns the status.
func (proc *running) hook(ctx context.Context, event string, post ghostPost) (int, error) {
	return proc.hookOf(ctx, "main", secret, event, post)
}

// hookOf posts a webhook of a site, signed by a secret.
func (proc *running) hookOf(ctx context.Context, site, secret, event string, post ghostPost) (int, error) {
	current, previous := post, ghostPost{}
	if event == "deleted" {
		current, previous = previous, current
	}
	body, err := json.Marshal(map[string]any{"post": map[string]any{"current": current, "previous": previous}})
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, proc.url+"/hooks/"+site+"/ghost/"+event, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	now := time.Now().UnixMilli()
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	fmt.Fprint(mac, now)
	req.Header.Set("X-Ghost-Signature", fmt.Sprintf("sha256=%x, t=%d", mac.Sum(nil), now))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

// publish sends an article and requires it to be accepted.
func (proc *running) publish(t *testing.T, id, title string, paragraphs ...string) {
	t.Helper()
	status, err := proc.hook(t.Context(), "published", ghostPost{
		ID: id, Title: title, HTML: "<p>" + strings.Join(paragraphs, "</p><p>") + "</p>",
		Status: "published", Visibility: "public", UpdatedAt: time.Now().UTC().Truncate(time.Second),
	})
	if err != nil || status != http.StatusAccepted {
		t.Fatalf("hook for %s: %d, %v", id, status, err)
	}
}

// await asks for an article's status until nothing is due any more.
func (p *place) await(id string, flags ...string) newsroom.Article {
	p.t.Helper()
	var status newsroom.Article
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		stdout, _, code := p.aloud(append([]string{"status", id, "--json"}, flags...)...)
		if code != 0 {
			continue
		}
		if err := json.Unmarshal([]byte(stdout), &status); err != nil {
			p.t.Fatal(err)
		}
		if !status.Due {
			return status
		}
	}
	p.t.Fatalf("%s is still due: %+v", id, status)
	return status
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

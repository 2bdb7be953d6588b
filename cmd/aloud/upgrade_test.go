//go:build upgrade

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store/storetest"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// firstRelease is what counts as the former release while no release has a tag.
const firstRelease = "4eb05f1"

// An upgrade replaces processes one by one, and may be rolled back in the same way. At each step
// servers and workers of the two releases share one Redis and one bucket; articles are published,
// edited and removed, also those that the other release worked on, and both servers show the
// outcome. `make upgrade-test` runs this: it builds the former release from git.
func TestUpgradeAndRollBack(t *testing.T) {
	former := buildFormer(t)
	endpoint, bucket := storetest.StartS3(t)
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT="+endpoint)
	u := &upgrade{t: t, place: p, former: former, is: map[string]string{}}
	for _, step := range []struct {
		name            string
		servers, worker []release
	}{
		{"the former release", []release{theFormer}, []release{theFormer}},
		{"new workers first", []release{theFormer}, []release{theNew}},
		{"workers of both", []release{theFormer}, []release{theFormer, theNew}},
		{"servers and workers of both", []release{theFormer, theNew}, []release{theFormer, theNew}},
		{"upgraded", []release{theNew}, []release{theNew}},
		{"workers rolled back first", []release{theNew}, []release{theFormer}},
		{"rolled back", []release{theFormer}, []release{theFormer}},
		{"upgraded again", []release{theNew}, []release{theNew}},
	} {
		if !t.Run(step.name, func(t *testing.T) { u.step(t, step.servers, step.worker) }) {
			return
		}
	}
	u.expectListed()
}

type release bool

const (
	theFormer release = false
	theNew    release = true
)

type upgrade struct {
	t      *testing.T
	place  *place
	former string // its binary
	steps  int
	is     map[string]string // the text of each article by its id; "": it is removed
}

// step runs processes of these releases while two articles are published, one is edited and one is
// removed.
func (u *upgrade) step(t *testing.T, servers, workers []release) {
	var serving []*running
	for _, r := range servers {
		server := u.as(t, r).start("serve")
		defer server.stop()
		serving = append(serving, server)
	}
	for _, r := range workers {
		defer u.as(t, r).start("worker").stop()
	}
	n := u.steps
	u.steps++
	for i, id := range []string{fmt.Sprintf("new-%d", n), fmt.Sprintf("other-%d", n)} {
		u.publish(t, serving[(n+i)%len(serving)], id, fmt.Sprintf("Step %d brings ferry %d.", n, i))
	}
	u.publish(t, serving[n%len(serving)], fmt.Sprintf("new-%d", n-1), fmt.Sprintf("Step %d changed its course.", n))
	u.remove(t, serving[(n+1)%len(serving)], fmt.Sprintf("other-%d", n-1))
	for _, server := range serving {
		u.expect(t, server)
	}
}

// as returns the place for a release.
func (u *upgrade) as(t *testing.T, r release) *place {
	p := *u.place
	p.t = t
	if r == theFormer {
		p.binary = u.former
	}
	return &p
}

// publish sends an article, or an edit of it.
func (u *upgrade) publish(t *testing.T, to *running, id, text string) {
	to.publish(t, id, "The harbour", text)
	u.is[id] = text
}

func (u *upgrade) remove(t *testing.T, to *running, id string) {
	status, err := to.hook(t.Context(), "unpublished", ghostPost{ID: id, Title: "The harbour", Status: "draft", UpdatedAt: time.Now().UTC()})
	if err != nil || status != http.StatusAccepted {
		t.Fatalf("remove %s: %d, %v", id, status, err)
	}
	u.is[id] = ""
}

// expect waits until a server shows each article as it was sent last.
func (u *upgrade) expect(t *testing.T, server *running) {
	for id, text := range u.is {
		await(t, id, 3*time.Minute, func() bool {
			status, narration := tryGet(server.url + "/public/main/articles/" + id + "/narration.json")
			return text == "" && status == http.StatusNotFound || text != "" && status == http.StatusOK && strings.Contains(narration, text)
		})
	}
}

// tryGet returns status 0 for a read that was cut off: this S3 server replaces an object in steps,
// so a read of one that is being replaced may be.
func tryGet(address string) (status int, body string) {
	resp, err := http.Get(address)
	if err != nil {
		return 0, ""
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, ""
	}
	return resp.StatusCode, string(text)
}

// expectListed requires the new release to know all articles, without work left.
func (u *upgrade) expectListed() {
	for id, text := range u.is {
		state := "published"
		if text == "" {
			state = "removed"
		}
		if status := u.place.must("status", id); !strings.Contains(status, state) {
			u.t.Errorf("%s is not %s:\n%s", id, state, status)
		}
	}
}

// await waits until an article is as it should be.
func await(t *testing.T, id string, limit time.Duration, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	for !ok() {
		select {
		case <-ctx.Done():
			t.Fatalf("%s is not shown as it was sent", id)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// buildFormer builds the release before this one from git.
func buildFormer(t *testing.T) string {
	t.Helper()
	name := firstRelease
	if tag, err := exec.CommandContext(t.Context(), "git", "describe", "--tags", "--abbrev=0", "HEAD^").Output(); err == nil {
		name = strings.TrimSpace(string(tag))
	}
	source, binary := filepath.Join(t.TempDir(), "source"), filepath.Join(t.TempDir(), "aloud")
	if err := command(t, ".", "git", "cat-file", "-e", name+"^{commit}"); err != nil {
		t.Skipf("this checkout lacks the former release %s: git fetch --unshallow --tags", name)
	}
	if err := command(t, ".", "git", "worktree", "add", "--detach", source, name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = exec.Command("git", "worktree", "remove", "--force", source).Run() }) // else git prunes it later
	if err := command(t, source, "go", "build", "-trimpath", "-o", binary, "./cmd/aloud"); err != nil {
		t.Fatal(err)
	}
	t.Logf("the former release is %s", name)
	return binary
}

func command(t *testing.T, folder string, args ...string) error {
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	var printed bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, &printed, &printed
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, printed.Bytes())
	}
	return nil
}

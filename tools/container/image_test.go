package container

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The names of the images that the Dockerfile begins with.
const (
	debianImage = "docker.io/library/debian:bookworm-slim"
	goImage     = "docker.io/library/golang:1.26-bookworm"
)

// TestImage builds both images from the newest commit, and publishes an article in each: as a user
// without rights, on a root that cannot be written.
func TestImage(t *testing.T) {
	for _, program := range []string{"buildah", "podman", "runc", "mmdebstrap"} {
		if _, err := exec.LookPath(program); err != nil || os.Getuid() != 0 {
			t.Skipf("building an image without a registry needs root and %s", program)
		}
	}
	b := newBuilder(t)
	b.makeBases()
	for _, target := range []struct {
		name  string
		voice string
	}{{"aloud", "espeak-ng"}, {"voices", "flite:slt"}} {
		t.Run(target.name, func(t *testing.T) {
			image := b.build(t, target.name)
			c := start(t, image, target.voice)
			c.publishes(t)
			c.isHealthy(t)
			c.hasNotices(t)
			c.stops(t)
		})
	}
}

// container is one that runs.
type container struct{ name string }

func (c container) run(t *testing.T, args ...string) string {
	t.Helper()
	return output(t, "podman", append([]string{"exec", c.name, "aloud"}, args...)...)
}

// start runs the image with an article below /articles and a folder for its state.
func start(t *testing.T, image, voice string) container {
	t.Helper()
	state := t.TempDir()
	if err := os.Chown(state, 65532, 65532); err != nil {
		t.Fatal(err)
	}
	articles, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	c := container{name: "aloud-test-" + filepath.Base(filepath.Dir(state))}
	output(t, "podman", "--runtime", "runc", "run", "--detach", "--name", c.name, "--network", "host",
		"--read-only", "--tmpfs", "/tmp:rw,size=256m,mode=1777", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
		"--ulimit", "nofile=1024:1024", "--ulimit", "nproc=2048:2048",
		"--volume", state+":/var/lib/aloud", "--volume", articles+":/articles:ro",
		"--env", "ALOUD_LISTEN=127.0.0.1:0", "--env", "ALOUD_ADMIN_LISTEN=off", "--env", "ALOUD_VOICE="+voice, image)
	t.Cleanup(func() { _ = exec.Command("podman", "rm", "--force", c.name).Run() })
	return c
}

// publishes publishes the article and waits for its track.
func (c container) publishes(t *testing.T) {
	t.Helper()
	c.run(t, "publish", "/articles/ferry.html", "--id", "ferry")
	var status string
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		var article struct{ State string }
		status = c.run(t, "status", "ferry", "--json")
		if err := json.Unmarshal([]byte(status), &article); err != nil {
			t.Fatalf("%v: %s", err, status)
		}
		if article.State == "published" {
			return
		}
	}
	t.Fatalf("the article is not published: %s\n%s", status, output(t, "podman", "logs", c.name))
}

func (c container) isHealthy(t *testing.T) {
	t.Helper()
	if health := output(t, "podman", "inspect", "--format", "{{.Config.Healthcheck.Test}}", c.name); health != "[CMD aloud doctor --quick]" {
		t.Errorf("the health check is %s", health)
	}
	c.run(t, "doctor", "--quick")
	if user := output(t, "podman", "inspect", "--format", "{{.Config.User}}", c.name); user != "65532:65532" {
		t.Errorf("it runs as user %s", user)
	}
}

// hasNotices finds the bill of materials and the licences.
func (c container) hasNotices(t *testing.T) {
	t.Helper()
	to := t.TempDir()
	output(t, "podman", "cp", c.name+":/usr/share/doc/.", to)
	text, err := os.ReadFile(filepath.Join(to, "aloud", "aloud.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var materials struct{ Components []struct{ Name string } }
	if err := json.Unmarshal(text, &materials); err != nil || len(materials.Components) < 40 {
		t.Errorf("the bill of materials has %d components: %v", len(materials.Components), err)
	}
	for _, licence := range []string{"aloud/LICENSE", "aloud/THIRD_PARTY.md", "libmp3lame0/copyright", "libmpg123-0/copyright", "libflac12/copyright", "espeak-ng/copyright"} {
		if info, err := os.Stat(filepath.Join(to, licence)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", licence, err)
		}
	}
	if version := c.run(t, "version"); strings.Contains(version, "unknown") {
		t.Errorf("aloud version: %s", version)
	}
}

// stops ends by itself when it is asked to.
func (c container) stops(t *testing.T) {
	t.Helper()
	output(t, "podman", "stop", "--time", "40", c.name)
	if code := output(t, "podman", "inspect", "--format", "{{.State.ExitCode}}", c.name); code != "0" {
		t.Errorf("it ends with exit code %s\n%s", code, output(t, "podman", "logs", c.name))
	}
}

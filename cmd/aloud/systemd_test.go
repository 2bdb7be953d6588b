package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

const unit = "../../deploy/systemd/aloud.service"

// unitLines are the values that the service's unit gives a key.
func unitLines(t *testing.T, key string) (values []string) {
	t.Helper()
	text, err := os.ReadFile(unit)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if value, found := strings.CutPrefix(strings.TrimSpace(line), key+"="); found {
			values = append(values, value)
		}
	}
	return values
}

func TestUnitIsHardened(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed: the unit's exposure is not measured")
	}
	const most = "15" // tenths
	out, err := exec.Command("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold="+most, unit).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for _, key := range []string{"MemoryMax", "LoadCredential", "DynamicUser"} {
		if len(unitLines(t, key)) == 0 {
			t.Errorf("the unit has no %s", key)
		}
	}
}

// The unit's command works as an ordinary user without capabilities who owns only the service's
// folder.
func TestUnitRunsAsItsUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("not root: the unit's command cannot be run as another user")
	}
	if _, err := exec.LookPath("setpriv"); err != nil {
		t.Skip("setpriv is not installed: the unit's command cannot be run as another user")
	}
	const user = 61999 // of those that DynamicUser takes
	root, err := os.MkdirTemp("", "unit-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(root) })
	state, tmp := filepath.Join(root, "var/lib/aloud"), filepath.Join(root, "tmp")
	for _, dir := range []string{filepath.Join(root, "etc/aloud"), state, tmp} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{state, tmp} {
		if err := os.Chown(dir, user, user); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "etc/aloud/aloud.yaml"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(root, "aloud")
	if err := os.WriteFile(program, binary, 0o755); err != nil {
		t.Fatal(err)
	}
	command := strings.Fields(unitLines(t, "ExecStart")[0])
	p := &place{t: t, dir: root, binary: program, wrap: []string{"setpriv", "--reuid=61999", "--regid=61999", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--"}}
	p.env = []string{"PATH=" + os.Getenv("PATH"), asAloud + "=1", "ALOUD_LISTEN=127.0.0.1:0", "ALOUD_ADMIN_LISTEN=127.0.0.1:0", "TMPDIR=" + tmp}
	for _, line := range unitLines(t, "Environment") {
		for _, pair := range strings.Fields(line) {
			pair = strings.NewReplacer("/etc/", root+"/etc/", "/var/lib/", root+"/var/lib/").Replace(pair)
			p.env = append(p.env, pair)
		}
	}
	server := p.start(command[1:]...)
	server.publish(t, "ferry", "The ferry resumes", "The ferry will run again.")
	if status := p.await("ferry"); status.State != library.Published {
		t.Errorf("%+v\n%s", status, server.talk)
	}
}

// Logs keep what is printed, so the secret is printed only when it is new.
func TestTheGeneratedSecretIsPrintedOnce(t *testing.T) {
	p := newPlace(t)
	if err := os.Remove(filepath.Join(p.dir, "aloud.yaml")); err != nil {
		t.Fatal(err)
	}
	p.env = append(p.env, "ALOUD_SETTINGS=")
	for i, want := range []int{1, 0} {
		server := p.start("up")
		server.stop()
		if got := strings.Count(server.talk.String(), "whsec_"); got != want || !strings.Contains(server.talk.String(), "private/sites/main/hook-secret") {
			t.Errorf("start %d prints it %d times\n%s", i+1, got, server.talk)
		}
	}
}

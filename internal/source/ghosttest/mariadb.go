package ghosttest

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// startMariaDB runs a database server on a socket until the test ends. It has one database, ghost.
func startMariaDB(t testing.TB, dir string) (socket string) {
	t.Helper()
	data := filepath.Join(dir, "db")
	socket = filepath.Join(dir, "db.sock")
	must(t, exec.Command("mariadb-install-db", "--no-defaults", "--datadir="+data, "--auth-root-authentication-method=normal", "--skip-test-db", "--user=root"))
	start(t, exec.Command("mariadbd", "--no-defaults", "--user=root", "--datadir="+data, "--socket="+socket,
		"--skip-networking", "--innodb-flush-log-at-trx-commit=0"))
	create := []string{"--no-defaults", "--user=root", "--socket=" + socket, "--execute=CREATE DATABASE ghost CHARACTER SET utf8mb4"}
	await(t, "MariaDB", time.Minute, func() bool { return exec.Command("mariadb", create...).Run() == nil })
	return socket
}

func must(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(cmd.Path), err, out)
	}
}

// start runs a program until the test ends.
func start(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: run make test-ghost, which installs it", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// await waits until a condition holds.
func await(t testing.TB, what string, limit time.Duration, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(limit); !holds(); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within %s", what, limit)
		}
	}
}

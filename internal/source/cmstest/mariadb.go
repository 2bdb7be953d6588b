package cmstest

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// MariaDB runs a database server on a socket in dir until the test ends. It has one database.
func MariaDB(t testing.TB, dir, database string) (socket string) {
	t.Helper()
	data := filepath.Join(dir, "db")
	socket = filepath.Join(dir, "db.sock")
	Must(t, exec.Command("mariadb-install-db", "--no-defaults", "--datadir="+data, "--auth-root-authentication-method=normal", "--skip-test-db", "--user=root"))
	Run(t, exec.Command("mariadbd", "--no-defaults", "--user=root", "--datadir="+data, "--socket="+socket,
		"--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--debug-no-sync")) // no test survives its machine
	create := []string{"--no-defaults", "--user=root", "--socket=" + socket, "--execute=CREATE DATABASE " + database + " CHARACTER SET utf8mb4"}
	Await(t, "MariaDB", time.Minute, func() bool { return exec.Command("mariadb", create...).Run() == nil })
	return socket
}

package rig

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// Process is a running program. It ends with this one.
type Process struct {
	Exited <-chan struct{} // closed when it has ended

	cmd *exec.Cmd
}

// Start runs a program; what it writes is added to the log of that name in the rig's folder.
func (r *Rig) Start(name string, environment []string, program string, args ...string) (*Process, error) {
	log, err := os.OpenFile(r.Path(name+".log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command(program, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr, cmd.Dir = environment, log, log, r.Folder
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	exited := make(chan struct{})
	go func() { _ = cmd.Wait(); close(exited) }()
	p := &Process{Exited: exited, cmd: cmd}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.processes = append(r.processes, p)
	return p, nil
}

// Signal sends a signal. A process that has ended gets none.
func (p *Process) Signal(s syscall.Signal) { _ = p.cmd.Process.Signal(s) }

// PID is the process's id.
func (p *Process) PID() int { return p.cmd.Process.Pid }

// Ended reports whether the process has ended.
func (p *Process) Ended() bool {
	select {
	case <-p.Exited:
		return true
	default:
		return false
	}
}

// Kill ends the process at once and returns when it is gone.
func (p *Process) Kill() {
	p.Signal(syscall.SIGKILL)
	<-p.Exited
}

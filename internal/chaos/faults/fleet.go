package main

import (
	"fmt"
	"sync"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// member is one of aloud's processes. It is restarted whenever it ends, as by systemd.
type member struct {
	kind string // serve or worker
	name string

	start   func(life string) (*rig.Process, error)
	closed  sync.Once
	closing chan struct{}
	ended   chan struct{}

	mu      sync.Mutex
	process *rig.Process
	lives   []life
}

// life is one process of a member, from its start to its end.
type life struct {
	name   string // which the provider sees
	killed time.Time
	told   time.Time // to end
	frozen []span    // without a revision
	asked  bool      // somebody ended it
}

const restartAfter = 300 * time.Millisecond

// newMember starts a process and keeps it running until close.
func newMember(kind string, number int, start func(life string) (*rig.Process, error)) (*member, error) {
	m := &member{kind: kind, name: fmt.Sprintf("%s%d", kind, number), start: start, closing: make(chan struct{}), ended: make(chan struct{})}
	if err := m.begin(); err != nil {
		return nil, err
	}
	go m.keep()
	return m, nil
}

func (m *member) begin() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	name := fmt.Sprintf("%s.%d", m.name, len(m.lives))
	process, err := m.start(name)
	if err != nil {
		return err
	}
	m.process, m.lives = process, append(m.lives, life{name: name})
	return nil
}

func (m *member) keep() {
	defer close(m.ended)
	for {
		<-m.current().Exited
		select {
		case <-m.closing:
			return
		case <-time.After(restartAfter):
		}
		if m.begin() != nil {
			return
		}
	}
}

func (m *member) current() *rig.Process {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.process
}

// longestEnd is how long a process may take to end when it is asked to.
const longestEnd = 30 * time.Second

// close ends the process for good, once.
func (m *member) close() {
	m.closed.Do(func() {
		close(m.closing)
		m.current().Signal(syscall.SIGTERM)
		select {
		case <-m.ended:
		case <-time.After(longestEnd):
			m.current().Signal(syscall.SIGKILL)
			<-m.ended
		}
	})
}

// kill ends the process at once.
func (m *member) kill() {
	m.mu.Lock()
	l := &m.lives[len(m.lives)-1]
	l.asked, l.killed = true, time.Now()
	m.mu.Unlock()
	m.current().Signal(syscall.SIGKILL)
}

// terminate asks the process to end, as a deployment does.
func (m *member) terminate() {
	m.mu.Lock()
	l := &m.lives[len(m.lives)-1]
	l.asked, l.told = true, time.Now()
	m.mu.Unlock()
	m.current().Signal(syscall.SIGTERM)
}

// freeze stops the process for a time, as a live migration of its machine does.
func (m *member) freeze(d time.Duration) {
	process := m.current()
	from := time.Now()
	process.Signal(syscall.SIGSTOP)
	time.Sleep(d)
	process.Signal(syscall.SIGCONT)
	m.mu.Lock()
	defer m.mu.Unlock()
	l := &m.lives[len(m.lives)-1]
	l.frozen = append(l.frozen, span{from: from, until: time.Now()})
}

// unasked returns how many of the processes ended by themselves.
func (m *member) unasked() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := 0
	for _, l := range m.lives[:len(m.lives)-1] {
		if !l.asked {
			n++
		}
	}
	return n
}

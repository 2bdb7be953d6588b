// Package rig runs aloud and its servers as real processes, and sends hooks as a CMS does, for
// programs that measure what happens while parts fail. It decides neither what fails nor what is
// correct. The commands below internal/chaos call it.
package rig

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
)

// Rig is a folder and the processes that keep their files there.
type Rig struct {
	Folder string

	mu        sync.Mutex
	processes []*Process
}

// New returns a rig in a temporary folder. Close ends it.
func New(name string) (*Rig, error) {
	folder, err := os.MkdirTemp("", "aloud-"+name+"-")
	return &Rig{Folder: folder}, err
}

// Path is the path of a file in the rig's folder.
func (r *Rig) Path(name string) string { return filepath.Join(r.Folder, name) }

// Stop kills all processes and keeps the folder, with their logs.
func (r *Rig) Stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.processes {
		p.Kill()
	}
}

// Close kills all processes and removes the folder.
func (r *Rig) Close() {
	r.Stop()
	_ = os.RemoveAll(r.Folder)
}

// FreeAddresses returns local addresses that nothing listens on.
func FreeAddresses(count int) ([]string, error) {
	var addresses []string
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, fmt.Errorf("look for a free port: %w", err)
		}
		defer listener.Close() // all stay open until the last is found, so that none comes twice
		addresses = append(addresses, listener.Addr().String())
	}
	return addresses, nil
}

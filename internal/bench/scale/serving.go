package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

const (
	tracks    = 20
	trackSize = 5 << 20 // ten minutes of audio
	seekSize  = 64 << 10
	readers   = 32 // at once
)

// shelf is a folder store with tracks, and `aloud serve` in front of it.
type shelf struct {
	*rig.Rig
	aloud   server
	service *rig.Service
}

// server is a process that serves the same files.
type server struct {
	name, url string
	process   *rig.Process
}

// newShelf starts Redis and `aloud serve` over a folder with random tracks.
func newShelf(ctx context.Context, o options) (_ *shelf, err error) {
	s := &shelf{}
	if s.Rig, err = rig.New("shelf"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	redis, err := s.StartRedis(ctx)
	if err != nil {
		return nil, err
	}
	if err = s.fill(); err != nil {
		return nil, err
	}
	if s.service, err = s.NewService(o.aloud, "dir://"+s.Path("store"), redis.Address, settings); err != nil {
		return nil, err
	}
	process, err := s.Start("serve", s.service.Environ, s.service.Binary, "serve")
	if err != nil {
		return nil, err
	}
	s.aloud = server{"aloud serve", s.service.URL() + "/public/", process}
	return s, s.service.AwaitReady(ctx)
}

func (s *shelf) fill() error {
	folder := s.Path("store/public/" + site + "/articles/ferry")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	source := rand.NewChaCha8([32]byte{})
	for i := range tracks {
		sound := make([]byte, trackSize)
		_, _ = source.Read(sound) // never fails
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.mp3", i)), sound, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func track(i int) string { return fmt.Sprintf("%s/articles/ferry/%d.mp3", site, i%tracks) }

// startNginx serves the store's public/ with nginx, as many processes as there are cores.
func (s *shelf) startNginx(ctx context.Context) (server, error) {
	addresses, err := rig.FreeAddresses(1)
	if err != nil {
		return server{}, err
	}
	temporary := ""
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temporary += kind + "_temp_path " + s.Path(kind) + ";\n"
	}
	user := ""
	if os.Getuid() == 0 { // its workers would be another user, who cannot enter the folder
		user = "user root;\n"
	}
	conf := s.Path("nginx.conf")
	text := user + "daemon off;\nworker_processes auto;\nerror_log stderr;\npid " + s.Path("nginx.pid") + ";\nevents {}\nhttp {\naccess_log off;\nsendfile on;\n" +
		temporary + "server { listen " + addresses[0] + "; location / { root " + s.Path("store/public") + "; add_header Cache-Control \"public, max-age=30, must-revalidate\"; } }\n}\n"
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		return server{}, err
	}
	process, err := s.Start("nginx", os.Environ(), "nginx", "-e", "stderr", "-p", s.Folder, "-c", conf)
	if err != nil {
		return server{}, err
	}
	n := server{"nginx", "http://" + addresses[0] + "/", process}
	return n, awaitFile(ctx, n.url+track(0))
}

// end lets nginx end its workers, which a killed nginx leaves behind.
func (from server) end() {
	from.process.Signal(syscall.SIGTERM)
	<-from.process.Exited
}

func awaitFile(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	for {
		resp, err := http.Head(address)
		if err == nil {
			resp.Body.Close()
			return nil
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// measureServing requests the same files from aloud and from nginx: whole, and in parts as a
// browser does that seeks.
func measureServing(ctx context.Context, o options) error {
	s, err := newShelf(ctx, o)
	if err != nil {
		return err
	}
	defer s.Close()
	nginx, err := s.startNginx(ctx)
	if err != nil {
		return fmt.Errorf("%w: install the Debian package nginx-light", err)
	}
	defer nginx.end()
	fmt.Printf("\n| %d readers at once | server | requests a second | MB/s | CPU s a GB | ÷ nginx: requests | ÷ nginx: CPU |\n| --- | --- | --: | --: | --: | --: | --: |\n", readers)
	for _, c := range []struct {
		name string
		part bool
	}{{fmt.Sprintf("whole tracks of %d MB", trackSize>>20), false}, {fmt.Sprintf("parts of %d kB", seekSize>>10), true}} {
		var beside served
		for _, from := range []server{nginx, s.aloud} {
			got := from.serve(ctx, o.serving, c.part)
			if from.name == nginx.name {
				beside = got
			}
			fmt.Printf("| %s | %s | %.0f | %.0f | %.2f | %.2f | %.2f |\n", c.name, from.name, got.rate, got.bytes/1e6, got.cpu, got.rate/beside.rate, got.cpu/beside.cpu)
		}
	}
	return nil
}

// served is what a server did.
type served struct {
	rate, bytes float64 // requests and bytes a second
	cpu         float64 // seconds a GB
}

// serve has readers request files for a while.
func (from server) serve(ctx context.Context, lasts time.Duration, part bool) served {
	ctx, cancel := context.WithTimeout(ctx, lasts)
	defer cancel()
	began, used := time.Now(), from.cpu()
	var requests, bytes atomic.Int64
	var reading sync.WaitGroup
	for reader := range readers {
		reading.Go(func() {
			for i := reader; ctx.Err() == nil; i++ {
				n, whole := read(ctx, from.url+track(i), i, part)
				bytes.Add(n)
				if whole {
					requests.Add(1)
				}
			}
		})
	}
	reading.Wait()
	took := time.Since(began).Seconds()
	return served{
		rate: float64(requests.Load()) / took, bytes: float64(bytes.Load()) / took, cpu: (from.cpu() - used).Seconds() / (float64(bytes.Load()) / 1e9),
	}
}

// cpu includes that of running children: nginx answers by them.
func (from server) cpu() time.Duration {
	total := cpuOf(from.process)
	children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", from.process.PID())) // none: nothing to add
	var pid int
	for rest := string(children); ; {
		n, _ := fmt.Sscan(rest, &pid)
		if n == 0 {
			return total
		}
		total += cpuOfPID(pid)
		rest = rest[len(fmt.Sprint(pid))+1:]
	}
}

// read reads a file, or a part of it, and returns how many bytes came.
func read(ctx context.Context, address string, i int, part bool) (n int64, whole bool) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, false
	}
	if part {
		from := i * 7919 * seekSize % (trackSize - seekSize)
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-%d", from, from+seekSize-1))
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, false
	}
	defer response.Body.Close()
	n, err = io.Copy(io.Discard, response.Body)
	return n, err == nil
}

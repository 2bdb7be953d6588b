package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

const (
	workers = 4
	pace    = time.Minute / 1000 // between two articles
)

// measurePublishes sends articles at the pace of 1,000 a minute to four workers, whose provider
// answers at once, until all are public.
func measurePublishes(ctx context.Context, o options) error {
	v := newVoice(0)
	defer v.Close()
	s, err := newScene(ctx, o, v)
	if err != nil {
		return err
	}
	defer s.Close()
	var processes []*rig.Process
	for range workers {
		p, err := s.start("worker")
		if err != nil {
			return err
		}
		processes = append(processes, p)
	}
	began, sent, err := s.sendPaced(ctx, o.publishes)
	if err != nil {
		return err
	}
	last := time.Now()
	public, err := s.awaitPublished(ctx, o.publishes)
	if err != nil {
		return err
	}
	var waits rig.Durations
	var end time.Time
	for id, at := range public {
		waits = append(waits, at.Sub(sent[id]))
		if at.After(end) {
			end = at
		}
	}
	cpu := cpuOf(processes...)
	fmt.Print("\n| articles | sent in | all public after the last hook | hook to public p50 | p99 | worst | worker CPU s an article | cores kept busy |\n| --: | --- | --- | --- | --- | --- | --: | --: |\n")
	fmt.Printf("| %d | %.0f s | %.1f s | %s | %.3f | %.1f |\n", o.publishes, last.Sub(began).Seconds(), end.Sub(last).Seconds(), waits.Row(),
		cpu.Seconds()/float64(o.publishes), cpu.Seconds()/end.Sub(began).Seconds())
	each := func(n int64) float64 { return float64(n) / float64(o.publishes) }
	r := &s.requests
	fmt.Print("\n| store requests of an article | PUT | GET | LIST | DELETE |\n| --- | --: | --: | --: | --: |\n")
	fmt.Printf("| of serve and workers, sweeps and catalogue included | %.1f | %.1f | %.1f | %.1f |\n",
		each(r.writes.Load()), each(r.reads.Load()), each(r.lists.Load()), each(r.deletes.Load()))
	return nil
}

// sendPaced sends articles at the pace, whether the former ones are answered or not. It returns
// when each was sent.
func (s *scene) sendPaced(ctx context.Context, articles int) (began time.Time, sent map[string]time.Time, err error) {
	sent, began = map[string]time.Time{}, time.Now()
	var mu sync.Mutex
	var sending sync.WaitGroup
	next := time.NewTicker(pace)
	defer next.Stop()
	for i := range articles {
		<-next.C
		id := fmt.Sprintf("paced-%d", i)
		mu.Lock()
		sent[id] = time.Now()
		mu.Unlock()
		sending.Go(func() {
			if sendErr := s.send(ctx, id); sendErr != nil {
				mu.Lock()
				defer mu.Unlock()
				err = sendErr
			}
		})
	}
	sending.Wait()
	return began, sent, err
}

// cpuOf is the processor time that processes and their children have used.
func cpuOf(processes ...*rig.Process) (total time.Duration) {
	for _, p := range processes {
		total += cpuOfPID(p.PID())
	}
	return total
}

func cpuOfPID(pid int) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0 // it has ended
	}
	_, after, _ := strings.Cut(string(text), ") ") // the name before it may contain spaces
	fields := strings.Fields(after)
	var ticks int64
	for _, field := range fields[11:15] { // of itself and of its ended children, as proc(5) has it
		n, _ := strconv.ParseInt(field, 10, 64)
		ticks += n
	}
	return time.Duration(ticks) * tick
}

// tick is the unit of times in /proc: a hundredth of a second on every architecture of Linux that
// Go has.
const tick = 10 * time.Millisecond

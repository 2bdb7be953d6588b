package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// measureHooks sends new articles, 1, 10 and 100 at a time. Nothing renders meanwhile.
func measureHooks(ctx context.Context, o options) error {
	v := newVoice(0)
	defer v.Close()
	s, err := newScene(ctx, o, v)
	if err != nil {
		return err
	}
	defer s.Close()
	fmt.Print("\n| hooks at a time | hooks a second | ÷ one at a time | answer p50 | p99 | worst | refused |\n| --: | --: | --: | --- | --- | --- | --: |\n")
	var alone float64
	for _, atATime := range []int{1, 10, 100} {
		took, refused, rate := s.hooks(ctx, o.hooks, atATime)
		if alone == 0 {
			alone = rate
		}
		fmt.Printf("| %d | %.0f | %.1f | %s | %d |\n", atATime, rate, rate/alone, took.Row(), refused)
	}
	return nil
}

// hooks sends for a while, and returns how long the answers took, how many hooks were refused, and
// how many were accepted a second.
func (s *scene) hooks(ctx context.Context, lasts time.Duration, atATime int) (took rig.Durations, refused int, rate float64) {
	ctx, cancel := context.WithTimeout(ctx, lasts)
	defer cancel()
	began := time.Now()
	var mu sync.Mutex
	var sending sync.WaitGroup
	for sender := range atATime {
		sending.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				sent := time.Now()
				err := s.send(ctx, fmt.Sprintf("hook-%d-%d-%d", atATime, sender, i))
				if ctx.Err() != nil {
					return // cut off by the end
				}
				mu.Lock()
				took = append(took, time.Since(sent))
				if err != nil {
					refused++
				}
				mu.Unlock()
			}
		})
	}
	sending.Wait()
	return took, refused, float64(len(took)-refused) / time.Since(began).Seconds()
}

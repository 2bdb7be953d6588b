package main

import (
	"context"
	"fmt"
	"time"
)

// answerTime is what a provider takes for ten seconds of speech: most of an article's time.
const answerTime = 2 * time.Second

// measureWorkers has 1, 2 and 4 workers read as many articles for each.
func measureWorkers(ctx context.Context, o options) error {
	fmt.Printf("\n| workers, provider answers in %s | articles | articles a minute | efficiency |\n| --: | --: | --: | --: |\n", answerTime)
	var alone float64
	for _, count := range []int{1, 2, 4} {
		articles := count * places * o.rounds
		rate, err := throughput(ctx, o, count, articles)
		if err != nil {
			return err
		}
		if alone == 0 {
			alone = rate
		}
		fmt.Printf("| %d | %d | %.0f | %.2f |\n", count, articles, rate, rate/alone/float64(count))
	}
	return nil
}

// throughput returns how many articles workers publish a minute, from the first request to the
// provider on. All articles wait in the queue when the workers start: one worker must not have its
// work earlier than four.
func throughput(ctx context.Context, o options, workers, articles int) (float64, error) {
	v := newVoice(answerTime)
	defer v.Close()
	s, err := newScene(ctx, o, v)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	if err := atOnce(articles, 50, func(i int) error { return s.send(ctx, fmt.Sprintf("work-%d", i)) }); err != nil {
		return 0, err
	}
	for range workers {
		if _, err := s.start("worker"); err != nil {
			return 0, err
		}
	}
	public, err := s.awaitPublished(ctx, articles)
	if err != nil {
		return 0, err
	}
	var end time.Time
	for _, at := range public {
		if at.After(end) {
			end = at
		}
	}
	return float64(articles) / end.Sub(v.began()).Minutes(), nil
}

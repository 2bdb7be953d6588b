package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

const (
	mainSite   = "main"
	poorSite   = "poor"
	workers    = 3
	concurrent = 4 // articles that a worker renders at once
)

// run is one seed: the service, the model of its articles, and the findings.
type run struct {
	*findings

	plan     plan
	options  options
	rig      *rig.Rig
	service  *rig.Service
	archive  archive
	provider *provider
	speaking *httptest.Server
	stories  []*story
	commands chan struct{} // places for commands
	broke    []error       // of the harness itself

	redisMu    sync.Mutex  // one fault of Redis at a time
	losses     []time.Time // when Redis lost its leases
	redis      *rig.Redis
	redisProxy *proxy.TCP
	weather    *weather
	store      *proxy.S3
	server     *member
	workers    []*member
}

// newRun starts everything.
func newRun(ctx context.Context, p plan, o options) (_ *run, err error) {
	r := &run{findings: newFindings(), plan: p, options: o, provider: newProvider(p.seed), weather: newWeather(p.seed), commands: make(chan struct{}, commandsAtOnce)}
	for _, h := range p.histories {
		r.stories = append(r.stories, &story{site: h.site, id: fmt.Sprintf("article-%d", h.article), latest: none})
	}
	if r.rig, err = rig.New("chaos"); err != nil {
		return nil, err
	}
	return r, r.start(ctx)
}

func (r *run) start(ctx context.Context) error {
	bucket, err := r.rig.StartBucket(ctx, r.options.versitygw)
	if err != nil {
		return err
	}
	r.archive = archive{bucket.Folder}
	if r.store, err = proxy.ListenS3(bucket.Endpoint, r.weather.fate); err != nil {
		return err
	}
	if r.redis, err = r.rig.StartRedis(ctx); err != nil {
		return err
	}
	if r.redisProxy, err = proxy.ListenTCP(r.redis.Address); err != nil {
		return err
	}
	r.service, err = r.rig.NewService(r.options.aloud, "s3://"+bucket.Name, r.redisProxy.Address, settings(r.plan.budget()),
		"ALOUD_S3_ENDPOINT="+r.store.URL, fmt.Sprintf("ALOUD_CONCURRENCY=%d", concurrent))
	if err != nil {
		return err
	}
	return r.startProcesses(ctx)
}

// settings of two sites: one has a budget that is too small for its articles.
func settings(budget int) func(secret string) string {
	return func(secret string) string {
		text := "sites:\n"
		for _, site := range []string{mainSite, poorSite} {
			text += "  " + site + ":\n    url: https://example.com\n    language: en\n" +
				"    hooks: {articles: {secret: \"" + secret + "\"}, ghost: {secret: \"" + secret + "\"}}\n" +
				"    voices: {\"*\": \"openai:tts-1/alloy\"}\n"
		}
		return text + fmt.Sprintf("    budget: {day: \"%d characters\"}\n", budget)
	}
}

// startProcesses starts serve and the workers, each of which calls the provider under its own name.
func (r *run) startProcesses(ctx context.Context) (err error) {
	mux := http.NewServeMux()
	mux.Handle("POST /{process}/v1/audio/speech", r.provider)
	r.speaking = httptest.NewServer(mux)
	start := func(command string) func(life string) (*rig.Process, error) {
		return func(life string) (*rig.Process, error) {
			environment := append(r.service.Environ[:len(r.service.Environ):len(r.service.Environ)], "ALOUD_OPENAI_URL="+r.speaking.URL+"/"+life+"/v1")
			return r.rig.Start(life, environment, r.service.Binary, command)
		}
	}
	if r.server, err = newMember("serve", 0, start("serve")); err != nil {
		return err
	}
	for i := range workers {
		w, err := newMember("worker", i, start("worker"))
		if err != nil {
			return err
		}
		r.workers = append(r.workers, w)
	}
	return r.service.AwaitReady(ctx)
}

// live runs the histories and the faults, and returns when all have ended.
func (r *run) live(ctx context.Context) {
	var happening sync.WaitGroup
	for i, h := range r.plan.histories {
		s := sender{run: r, story: r.stories[i], ghost: h.ghost, number: h.article, random: rand.New(rand.NewPCG(r.plan.seed, uint64(i)))}
		happening.Go(func() { s.live(ctx, h) })
	}
	for _, f := range r.plan.faults {
		happening.Go(func() {
			if sleep(ctx, f.at) {
				r.count(f.kind.name)
				f.kind.fail(ctx, r, f)
			}
		})
	}
	happening.Wait()
}

// heal ends the provider's faults, and waits for late deliveries.
func (r *run) heal() {
	close(r.provider.healed)
	r.store.AwaitLate()
}

// drain waits for a while until everything is as it must be. After half a minute an operator
// retries articles that failed or wait for an attempt.
func (r *run) drain(ctx context.Context) {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, r.options.patience)
	defer cancel()
	for retryAt := began.Add(30 * time.Second); r.unsettled() > 0; {
		if time.Now().After(retryAt) {
			retryAt = time.Now().Add(20 * time.Second)
			r.count("aloud retry --all")
			for _, site := range []string{mainSite, poorSite} {
				_, _ = r.command(ctx, "retry", "--all", "--site", site) // it is run again
			}
		}
		if !sleep(ctx, 300*time.Millisecond) {
			return
		}
	}
}

// unsettled returns how many articles are not as they must be in the end.
func (r *run) unsettled() int {
	n := 0
	for _, s := range r.stories {
		if v, _ := r.judge(s); v != "" {
			n++
			continue
		}
		if v, _ := r.judgeOutcome(s); v != "" {
			n++
		}
	}
	return n
}

// note keeps an error of the harness.
func (r *run) note(err error) {
	if err == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.broke = append(r.broke, err)
}

func (r *run) members() []*member { return append([]*member{r.server}, r.workers...) }

// end ends aloud's processes, so that nothing changes any more.
func (r *run) end() {
	for _, m := range r.members() {
		m.close()
	}
}

// close ends all processes. The folder is kept if something is wrong.
func (r *run) close(keep bool) {
	r.end()
	r.speaking.CloseClientConnections()
	r.speaking.Close()
	r.store.Close()
	r.redisProxy.Close()
	r.rig.Stop()
	if !keep {
		r.rig.Close()
	}
}

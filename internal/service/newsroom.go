package service

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Narrator returns the pipeline over the service's store.
func (s *Service) Narrator(p Purchasing) *narrate.Narrator {
	sites := map[string]narrate.Site{}
	for name, site := range s.Config.Sites {
		sites[name] = site.Site
	}
	n := &narrate.Narrator{
		Library: s.Library, Voices: s.providers(p), Sites: sites, Now: time.Now, Generator: buildinfo.Name(),
		Encoded: s.Store, Recogniser: s.Recogniser, Ear: s.ear, Unheard: unheard, OnStage: s.Observers.OnStage, OnPublished: s.Observers.OnPublished,
	}
	if p.OnReused != nil {
		n.OnRestored = func(call speech.Call) { p.OnReused(call, speech.Speech{}) }
	}
	return n
}

// Newsroom returns the application over the service's store and a queue.
func (s *Service) Newsroom(queue newsroom.Queue) *newsroom.Newsroom {
	ahead, feeds := map[string]time.Duration{}, map[string]feed.Settings{}
	for name, site := range s.Config.Sites {
		ahead[name] = site.MaxAhead
		if site.Feed != nil {
			feeds[name] = *site.Feed
		}
	}
	narrator := s.Narrator(local())
	return &newsroom.Newsroom{
		Library: s.Library, Narrator: narrator, Catalogue: newsroom.NewCatalogue(s.Store, narrator), Eraser: s.Collector(narrator, s.commandLease()), Notices: s.Notices, Store: s.Store, Queue: queue,
		Prices: s.Config.Prices, Quotas: s.Config.Quotas, Now: time.Now, Settings: s.Config.Hash, MaxAhead: ahead, Sources: s.sources(), Hints: s.hints(),
		OnWithdrawn: s.Observers.OnWithdrawn,
		Feeds:       feeds,
	}
}

// CommandNewsroom returns the application for a command. It connects to the queue on first use.
// There is no queue if the configuration names none and no `aloud up` runs on the store.
func (s *Service) CommandNewsroom(ctx context.Context) *newsroom.Newsroom {
	return s.Newsroom(s.commandQueue(ctx))
}

// LocalNewsroom returns the application for a file on this machine: it has no queue, and keeps no
// encoded segments.
func (s *Service) LocalNewsroom() *newsroom.Newsroom {
	n := s.Newsroom(noQueue)
	n.Narrator.Encoded = nil
	return n
}

// Collector deletes what no article needs any more.
func (s *Service) Collector(narrator *narrate.Narrator, lease retention.Lease) *retention.Collector {
	return &retention.Collector{Store: s.Store, Library: s.Library, Narrator: narrator, Lease: lease, Now: time.Now}
}

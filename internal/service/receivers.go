package service

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/notify"
)

// Notifier notifies the sites' receivers, and tells caches which files were deleted.
func (s *Service) Notifier(log *slog.Logger) *notify.Notifier {
	receivers, purges := map[string][]notify.Receiver{}, map[string][]notify.Receiver{}
	for name, site := range s.Config.Sites {
		receivers[name], purges[name] = site.Notify, site.Purge
	}
	return notify.New(notify.Options{
		Store: s.Store, Library: s.Library, Receivers: receivers, Purges: purges, PublicURL: s.Config.PublicURL, Log: log,
	})
}

// ReceiverChecks prove that notices and purges may be sent to the sites' receivers.
func (s *Service) ReceiverChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		site := s.Config.Sites[name]
		for i, receiver := range site.Notify {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.notify[%d]", name, i), receiver))
		}
		for i, receiver := range site.Purge {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.purge[%d]", name, i), receiver))
		}
	}
	return checks
}

func receiverCheck(name string, receiver notify.Receiver) doctor.Check {
	return doctor.Check{Name: name, Run: func(ctx context.Context) doctor.Result {
		if err := receiver.Check(ctx); err != nil {
			return doctor.Warned("add its host to allow_private of the site, or correct its address", "%v", err)
		}
		return doctor.Found("its address may be used")
	}}
}

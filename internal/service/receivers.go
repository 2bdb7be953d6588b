package service

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

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

// ReceiverChecks prove that notices and purges may be sent to the sites' receivers and, if reach is
// set, that these answer. They get a HEAD request, and no notice.
func (s *Service) ReceiverChecks(reach bool) (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		site := s.Config.Sites[name]
		for i, receiver := range site.Notify {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.notify[%d]", name, i), receiver, reach))
		}
		for i, receiver := range site.Purge {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.purge[%d]", name, i), receiver, reach))
		}
	}
	return checks
}

func receiverCheck(name string, receiver notify.Receiver, reach bool) doctor.Check {
	return doctor.Check{Name: name, Means: "the receiver is not told: a notice comes late or never, a cache keeps what was deleted for up to 30 s", Run: func(ctx context.Context) doctor.Result {
		if err := receiver.Check(ctx); err != nil {
			return doctor.Warned("add its host to allow_private of the site, or correct its address", "%v", err)
		}
		if !reach {
			return doctor.Found("its address may be used")
		}
		encryption, err := receiver.Reach(ctx)
		if err != nil {
			return doctor.Unreached(err, "correct its address, or start it")
		}
		if r := doctor.Certificate(encryption, receiver.Host(), time.Now()); r.Status != doctor.OK {
			return r
		}
		return doctor.Found("it answers")
	}}
}

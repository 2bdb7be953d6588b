package service

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/doctor"
)

// endsSoon is how long before a certificate ends it is time to replace it.
const endsSoon = 30 * 24 * time.Hour

// CredentialEnds returns when the certificates expire that sign the tracks of sites, by site.
func (s *Service) CredentialEnds() map[string]time.Time {
	ends := map[string]time.Time{}
	for name, site := range s.Config.Sites {
		if site.Credential != nil {
			ends[name] = site.Credential.Certificate().NotAfter
		}
	}
	return ends
}

// CredentialChecks check the dates of the certificates that sign tracks. Everything else that a
// verifier would refuse is found when the settings are read.
func (s *Service) CredentialChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		if signer := s.Config.Sites[name].Credential; signer != nil {
			checks = append(checks, doctor.Check{Name: "sites." + name + ".credential", Means: "tracks are not made, or verifiers call their origin unproved", Run: func(context.Context) doctor.Result {
				return examineCredential(signer, time.Now())
			}})
		}
	}
	return checks
}

func examineCredential(signer *credential.Signer, now time.Time) doctor.Result {
	end := signer.Certificate().NotAfter
	day := end.UTC().Format(time.DateOnly)
	switch {
	case signer.Expired(now) != nil:
		return doctor.Failed("replace certificate and key; until then no track of the site is made", "%v", signer.Expired(now))
	case end.Sub(now) < endsSoon:
		return doctor.Warned("get the next certificate, and replace certificate and key; without it no track is made from that day on", "the certificate ends on %s", day)
	case !signer.Stamps():
		return doctor.Warned("name a time stamp authority (tsa), or run aloud render --stale after each new certificate",
			"tracks are signed without a time stamp: verifiers call them invalid from %s on", day)
	}
	return doctor.Found("the certificate ends on %s, and time stamps outlive it", day)
}

// WarnOfCredentials logs which certificates have expired or soon will. It returns the time until
// its next call.
func (s *Service) WarnOfCredentials(ctx context.Context, log *slog.Logger) time.Duration {
	for name, end := range s.CredentialEnds() {
		if left := time.Until(end); left < endsSoon {
			log.WarnContext(ctx, "the certificate that signs the site's tracks expires: replace it and its key", "site", name, "ends", end.UTC(), "days", int(left.Hours()/24))
		}
	}
	return 24 * time.Hour
}

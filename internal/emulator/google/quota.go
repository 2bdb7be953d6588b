package google

import (
	"sync"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
)

// quotas count requests per minute. Each family's count starts again with its own minute.
type quotas struct {
	minute time.Duration
	limits map[string]int

	mu    sync.Mutex
	began time.Time // start of the minute
	used  map[string]int
}

func newQuotas(minute time.Duration, own map[string]int) *quotas {
	if minute == 0 {
		minute = time.Minute
	}
	limits := DefaultQuotas()
	for _, f := range families {
		if limit, given := own[f.name]; given {
			limits[f.quota] = limit
		}
	}
	return &quotas{minute: minute, limits: limits, used: map[string]int{}}
}

// take counts a request. If it is one too many, wait is the time until the minute ends.
func (q *quotas) take(name string, now time.Time) (wait time.Duration, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if now.Sub(q.began) >= q.minute {
		q.began = now
		clear(q.used)
	}
	q.used[name]++
	if q.used[name] > q.limits[name] {
		return q.began.Add(q.minute).Sub(now), false
	}
	return 0, true
}

// admit refuses requests beyond the family's quota, and those that are to fail before any work.
// Requests for an unknown voice count as Standard's.
func (s *Server) admit(req *pb.SynthesizeSpeechRequest, record *Record) error {
	f, known := familyOf(req.GetVoice().GetName(), req.GetVoice().GetModelName())
	if !known {
		f = families[0]
	}
	record.Family = f.name
	wait, ok := s.quotas.take(f.quota, time.Now())
	switch {
	case !ok:
		return exhausted(f.quota, wait)
	case record.Fault == fault.Busy:
		return exhausted(f.quota, s.quotas.minute)
	case record.Fault == fault.Fail:
		return status.Error(codes.Unavailable, "The service is currently unavailable.")
	}
	return nil
}

// exhausted tells the client when to retry. Whether Google always does is not verified.
func exhausted(quota string, wait time.Duration) error {
	refusal := status.Newf(codes.ResourceExhausted, "Quota exceeded for quota metric '%s requests' and limit '%s requests per minute' "+
		"of service 'texttospeech.googleapis.com' for consumer 'project_number:1'.", quota, quota)
	info := &errdetails.RetryInfo{}
	info.RetryDelay = newOf(info.RetryDelay)
	info.RetryDelay.Seconds, info.RetryDelay.Nanos = int64(wait/time.Second), int32(wait%time.Second)
	detailed, err := refusal.WithDetails(info)
	if err != nil {
		return refusal.Err()
	}
	return detailed.Err()
}

// newOf returns a new message of a type whose package need not be imported for it.
func newOf[T any](*T) *T { return new(T) }

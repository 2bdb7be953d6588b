package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

// maxFollowing is how many hints this process follows at once. Workers follow the others.
const maxFollowing = 16

// takeHint stores a hint and answers. The article is requested afterwards.
func (s *Server) takeHint(ctx context.Context, site string, hook authority, change source.Change, sentAt time.Time) answer {
	known := change.Payload
	if known.ID != "" {
		if _, err := library.NewRef(site, known.ID); err != nil {
			return badRequest("", err)
		}
	}
	var err error
	if known.URL, err = source.PageOf(change, hook.page); err == nil {
		err = s.sites[site].checkPage(known.URL)
	}
	if err != nil && !s.newsroom.AsksByID(site, known) {
		return badRequest(known.ID, err)
	}
	answering, cancel := context.WithTimeout(context.WithoutCancel(ctx), answerTimeout)
	defer cancel()
	err = patiently(answering, acceptTimeout, func(ctx context.Context) error {
		hint, err := s.newsroom.TakeHint(ctx, site, known, sentAt)
		if err == nil {
			s.follow(ctx, hint)
		}
		return err
	})
	ref, invalid := library.Ref{Site: site, ID: known.ID}, newsroom.InvalidError{}
	switch {
	case errors.As(err, &invalid):
		return badRequest(known.ID, err)
	case err != nil:
		return storeUnavailable(ref, err)
	default:
		return hinted(ref)
	}
}

// follow requests the article of a hint, unless too many are being followed.
func (s *Server) follow(ctx context.Context, hint library.Hint) {
	if !s.following.TryAcquire(1) {
		return
	}
	ctx = logging.Into(context.WithoutCancel(ctx), s.log)
	go func() {
		defer s.following.Release(1)
		s.newsroom.FollowHint(ctx, hint)
	}()
}

func hinted(ref library.Ref) answer {
	return answer{status: http.StatusAccepted, result: resultAccepted, reply: reply{
		Status: "accepted", ID: ref.ID, Reason: "aloud will fetch the article from its URL",
	}}
}

// checkPage refuses an address that is not on one of the site's hosts.
func (s site) checkPage(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return notOurs("is no address of a page", fmt.Sprintf("url is %.200q: send the full URL of the page, like https://example.com/article", address))
	}
	for _, origin := range s.origins {
		if own, err := url.Parse(origin); err == nil && source.SameHost(own.Host, u.Host) {
			return nil
		}
	}
	return notOurs("is not on a host of the site", fmt.Sprintf("url is on %.80q, which is none of the site's hosts: add it to url of the site in the settings", u.Host))
}

func notOurs(problem, message string) error {
	return article.FieldError{Field: "url", Problem: problem, Message: message}
}

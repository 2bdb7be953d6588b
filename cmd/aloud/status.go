package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

func statusCommand(a *app) *cobra.Command {
	var site string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "status [ID]",
		Short:   "Show how an article, or the whole site, stands",
		GroupID: groupManage,
		Example: "  aloud status\n  aloud status ferry-2026 --json",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.status(cmd.Context(), args, site, asJSON)
		},
	}
	cmd.Flags().StringVar(&site, "site", "", "`site` of the article (default: the only one)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (a *app) status(ctx context.Context, ids []string, site string, asJSON bool) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return a.siteStatus(ctx, s, site, asJSON)
	}
	ref, err := s.ref(site, ids[0])
	if err != nil {
		return err
	}
	status, err := s.articleStatus(ctx, ref)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(status)
	}
	return a.printTable(status.rows())
}

// articleStatus is all that is known of one article, without its text.
type articleStatus struct {
	Site      string             `json:"site"`
	ID        string             `json:"id"`
	State     library.State      `json:"state"` // accepted until the first work on it has ended
	Reason    string             `json:"reason,omitempty"`
	Title     string             `json:"title,omitempty"`
	Revision  string             `json:"revision"` // the newest that was accepted
	Attempts  int                `json:"attempts,omitempty"`
	Due       bool               `json:"due"` // there is work that has not ended
	At        *time.Time         `json:"at,omitempty"`
	Orders    library.Orders     `json:"orders"`
	Location  string             `json:"location,omitempty"` // of the track: a file, or a key in the bucket
	Narration *library.Narration `json:"narration,omitempty"`
}

// States that no outcome has.
const (
	accepted library.State = "accepted" // no work on it has ended yet
	damaged  library.State = "damaged"  // its desired state cannot be read: the next revision from the CMS replaces it
)

func (s *service) articleStatus(ctx context.Context, ref library.Ref) (articleStatus, error) {
	status := articleStatus{Site: ref.Site, ID: ref.ID, State: accepted}
	desired, err := s.library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		return status, fmt.Errorf("%w: %s", library.ErrUnknownArticle, ref)
	}
	if errors.Is(err, library.ErrDamaged) {
		status.State, status.Reason = damaged, err.Error()
		return status, nil
	}
	if err != nil {
		return status, err
	}
	status.Revision, status.Orders = desired.Revision.String(), desired.Orders
	if !desired.Gone() {
		status.Title = desired.Article.Title
	}
	due, err := s.library.Due(ctx, ref)
	if err != nil {
		return status, err
	}
	status.Due = len(due) > 0
	return status, s.addPublished(ctx, ref, &status)
}

// addPublished adds how the last work ended and what is public.
func (s *service) addPublished(ctx context.Context, ref library.Ref, status *articleStatus) error {
	outcome, err := s.library.Outcome(ctx, ref)
	if err == nil {
		status.State, status.Reason, status.Attempts, status.At = outcome.State, outcome.Reason, outcome.Attempts, &outcome.At
	} else if !errors.Is(err, library.ErrNotFound) && !errors.Is(err, library.ErrDamaged) {
		return err
	}
	narration, err := s.library.Narration(ctx, ref)
	switch {
	case err == nil:
		status.Narration, status.Location = &narration, s.location(ref, narration)
	case errors.Is(err, library.ErrDamaged):
		status.Reason = err.Error()
	case !errors.Is(err, library.ErrNotFound):
		return err
	}
	return nil
}

func (s *service) location(ref library.Ref, n library.Narration) string {
	key := path.Join(path.Dir(ref.NarrationKey()), n.Audio[0].URL)
	if dir, ok := s.store.(*store.Dir); ok {
		if file, err := dir.Path(key); err == nil {
			return file
		}
	}
	return key
}

func (st articleStatus) rows() [][]string {
	rows := [][]string{
		{"article", st.Site + "/" + st.ID}, {"title", st.Title}, {"state", string(st.State)}, {"reason", st.Reason},
		{"revision", st.Revision}, {"due", fmt.Sprint(st.Due)},
	}
	if st.Orders != (library.Orders{}) {
		rows = append(rows, []string{"orders", fmt.Sprintf("voice %q, held %t", st.Orders.Voice, st.Orders.Held)})
	}
	if n := st.Narration; n != nil {
		rows = append(rows,
			[]string{"audio", st.Location},
			[]string{"duration", (time.Duration(n.Audio[0].Duration * float64(time.Second))).Round(time.Millisecond).String()},
			[]string{"voice", n.Voice.String()},
			[]string{"published", n.PublishedAt.Format(time.RFC3339)})
	}
	return rows
}

// siteStatus counts a site's articles by state and says whether the queue answers.
func (a *app) siteStatus(ctx context.Context, s *service, site string, asJSON bool) error {
	site, err := s.site(site)
	if err != nil {
		return err
	}
	counts := map[library.State]int{}
	due := 0
	for row, err := range s.rows(ctx, site) {
		if err != nil {
			return err
		}
		counts[row.State]++
		if row.Due {
			due++
		}
	}
	queue := s.queueState(ctx)
	if asJSON {
		return a.printJSON(map[string]any{"site": site, "articles": counts, "due": due, "queue": queue})
	}
	table := [][]string{{"site", site}, {"queue", queue}, {"due", fmt.Sprint(due)}}
	for _, state := range states {
		table = append(table, []string{string(state), fmt.Sprint(counts[state])})
	}
	return a.printTable(table)
}

func (s *service) queueState(ctx context.Context) string {
	rdb, err := s.connect(worker.Impatient)
	if err != nil {
		return err.Error()
	}
	defer rdb.Close()
	if err := worker.NewClient(rdb).Ready(ctx); err != nil {
		return err.Error()
	}
	return "ready"
}

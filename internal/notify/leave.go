package notify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Leave stores a notice for every receiver that subscribes to the outcome, if it is news. Call it
// before the outcome is recorded: after a crash between the two, calling it again for the same work
// stores the same notices.
func (n *Notifier) Leave(ctx context.Context, ref library.Ref, outcome library.Outcome) error {
	return n.leaveOf(ctx, ref, Event(outcome.State), outcome)
}

// LeaveLate is Leave for an article that has waited too long. The delay has no state: it says why,
// and how many attempts failed.
func (n *Notifier) LeaveLate(ctx context.Context, ref library.Ref, delay library.Outcome) error {
	return n.leaveOf(ctx, ref, Late, delay)
}

func (n *Notifier) leaveOf(ctx context.Context, ref library.Ref, event Event, outcome library.Outcome) error {
	receivers := n.wanting(ref.Site, event)
	if len(receivers) == 0 {
		return nil
	}
	before, err := n.opts.Library.Outcome(ctx, ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	public, err := n.opts.Library.Narration(ctx, ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	if !news(before, outcome, public) {
		return nil
	}
	m, err := n.message(ctx, ref, event, outcome, public)
	if err != nil {
		return err
	}
	if err := n.leave(ctx, ref, messageID(ref, before, event, outcome, public), m, receivers); err != nil {
		return fmt.Errorf("store a notice for %s: %w", ref, err)
	}
	return nil
}

func (n *Notifier) wanting(site string, event Event) []Receiver {
	var receivers []Receiver
	for _, r := range n.opts.Receivers[site] {
		if r.wants(event) {
			receivers = append(receivers, r)
		}
	}
	return receivers
}

// news reports whether an outcome differs from the one before. If an admin ordered a new track for
// the same text, only the time of publication differs.
func news(before, now library.Outcome, public library.Narration) bool {
	if now.State != before.State || now.Reason != before.Reason || now.Revision != before.Revision {
		return true
	}
	return now.State == library.Published && public.PublishedAt.After(before.At)
}

// messageID returns the same id each time the same work is concluded, and another for any other
// work. The outcome before distinguishes an article that is published, held and published again.
func messageID(ref library.Ref, before library.Outcome, event Event, now library.Outcome, public library.Narration) string {
	render := ""
	if len(public.Audio) > 0 {
		render = public.Audio[0].URL
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{
		ref.String(), now.Revision, string(event), now.Reason, render, before.At.Format(time.RFC3339Nano),
	}, "\n")))
	return "msg_" + hex.EncodeToString(sum[:16])
}

func (n *Notifier) leave(ctx context.Context, ref library.Ref, id string, m message, receivers []Receiver) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	left, err := n.keys(ctx, ref)
	if err != nil {
		return err
	}
	for _, r := range receivers {
		fresh := notice{ID: id, Receiver: r.name(), Type: m.Type, Body: body, At: m.Timestamp, Revision: m.Data.Revision, Trace: tracing.Parent(ctx)}
		fresh.key = newKey(ref, fresh)
		if slices.ContainsFunc(left, func(key string) bool { return strings.HasSuffix(key, keySuffix(fresh.ID, fresh.Receiver)) }) {
			continue
		}
		if err := n.write(ctx, fresh); err != nil {
			return err
		}
	}
	return nil
}

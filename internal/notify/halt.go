package notify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// haltMessage is the body of a notice about a source whose passes stop.
type haltMessage struct {
	Type      string    `json:"type"` // source.halted
	Timestamp time.Time `json:"timestamp"`
	Data      haltData  `json:"data"`
}

type haltData struct {
	Site   string `json:"site"`
	Source string `json:"source"`
	Reason string `json:"reason"` // for people
}

// LeaveHalt stores a notice, for every receiver of failures, that passes over a source stop until
// somebody confirms what they found.
func (n *Notifier) LeaveHalt(ctx context.Context, site string, report library.SourceReport) error {
	receivers := n.wanting(site, Event(library.Failed))
	if len(receivers) == 0 {
		return nil
	}
	ref, err := library.NewRef(site, "source."+report.Source) // notices are kept by article
	if err != nil {
		return err
	}
	m := haltMessage{"source.halted", n.now().UTC().Truncate(time.Millisecond), haltData{site, report.Source, report.Halted}}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(ref.String() + report.At.Format(time.RFC3339Nano)))
	for _, r := range receivers {
		fresh := notice{ID: "msg_" + hex.EncodeToString(sum[:16]), Receiver: r.name(), Type: m.Type, Body: body, At: m.Timestamp}
		fresh.key = newKey(ref, fresh)
		if err := n.write(ctx, fresh); err != nil {
			return err
		}
	}
	return nil
}

package newsroom

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/fleet"
)

// settingsPatience is how long workers may take to load the settings of a command: they read
// changed files within half a minute.
const settingsPatience = time.Minute

// AwaitSettings returns nil once every worker that runs has the settings of this Newsroom, so that
// it renders an order with them. Before it waits it calls waiting with the workers that have other
// settings, and the hash of its own. After a minute it returns an error that names them. It returns
// nil if the queue is down, because workers cannot be queried then.
func (n *Newsroom) AwaitSettings(ctx context.Context, waiting func(others []fleet.Process, own string)) error {
	ctx, cancel := context.WithTimeoutCause(ctx, settingsPatience, errOtherSettings)
	defer cancel()
	for first := true; ; first = false {
		processes, err := n.Queue.Processes(ctx)
		others := fleet.Others(processes, n.Settings)
		if err != nil || len(others) == 0 {
			return nil //nolint:nilerr // the order is stored for workers that cannot be asked
		}
		if first && waiting != nil {
			waiting(others, n.Settings)
		}
		select {
		case <-time.After(waitPoll):
		case <-ctx.Done():
			return otherSettings(context.Cause(ctx), n.Settings, others)
		}
	}
}

var errOtherSettings = fmt.Errorf("after %s the workers still use different settings than this command; nothing was rendered", settingsPatience)

func otherSettings(cause error, own string, others []fleet.Process) error {
	lines := []string{fmt.Sprintf("this command has settings %s", own)}
	for _, p := range others {
		lines = append(lines, p.Name()+" has "+p.InForce())
	}
	return fmt.Errorf("%w:\n  %s\nGive them the same settings file and ALOUD_VOICE, and run the command again", cause, strings.Join(lines, "\n  "))
}

// Package journal records who changed what: one object in the store for each change, which is never
// written again.
//
// The newsroom records the changes that people and their programs ask for, not what a CMS sends.
// The package knows the store, and not what a change is. aloud journal and the API read it.
package journal

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Entry is one change that somebody asked for.
type Entry struct {
	At       time.Time `json:"at"`
	Site     string    `json:"site"`
	By       string    `json:"by"`   // a token, by name and id, or a user of a machine
	What     string    `json:"what"` // such as remove
	Articles []string  `json:"articles,omitempty"`
	Result   string    `json:"result"` // Done, or why it failed
}

// Done is the result of a change that succeeded.
const Done = "done"

type actorKey struct{}

// As returns a context whose changes are by somebody else than the user of this process.
func As(ctx context.Context, actor string) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// By is who asks for changes in a context.
func By(ctx context.Context) string {
	if actor, is := ctx.Value(actorKey{}).(string); is {
		return actor
	}
	return localUser()
}

// localUser names the user of this process, and the machine.
func localUser() string {
	name := fmt.Sprint("uid ", os.Getuid())
	if u, err := user.Current(); err == nil && u.Username != "" {
		name = u.Username
	}
	host, _ := os.Hostname() // without it, the user alone
	return name + "@" + host
}

func prefix(site string) string { return "private/sites/" + site + "/journal/" }

// Append records an entry.
func Append(ctx context.Context, s store.Store, e Entry) error {
	e.At = e.At.UTC().Truncate(time.Millisecond)
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode an entry of the journal: %w", err)
	}
	key := fmt.Sprintf("%s%s/%d-%s.json", prefix(e.Site), e.At.Format(time.DateOnly), e.At.UnixMilli(), strings.ToLower(rand.Text()))
	if _, err := s.Put(ctx, key, body, store.PutOptions{If: store.IfAbsent(), ContentType: "application/json"}); err != nil {
		return fmt.Errorf("write the journal of %s: %w", e.Site, err)
	}
	return nil
}

// Read yields a site's entries since a time, the oldest first.
func Read(ctx context.Context, s store.Store, site string, since time.Time) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		days, err := s.Folders(ctx, prefix(site))
		if err != nil {
			yield(Entry{}, err)
			return
		}
		slices.Sort(days)
		for _, day := range days {
			if day >= since.UTC().Format(time.DateOnly) && !readDay(ctx, s, prefix(site)+day+"/", since, yield) {
				return
			}
		}
	}
}

// readDay yields the entries of one day and reports whether more are wanted.
func readDay(ctx context.Context, s store.Store, folder string, since time.Time, yield func(Entry, error) bool) bool {
	for object, err := range s.List(ctx, folder) {
		var e Entry
		if err == nil {
			e, err = read(ctx, s, object.Key)
		}
		if err != nil {
			yield(e, err)
			return false
		}
		if !e.At.Before(since) && !yield(e, nil) {
			return false
		}
	}
	return true
}

func read(ctx context.Context, s store.Store, key string) (Entry, error) {
	var e Entry
	body, _, err := store.Read(ctx, s, key)
	if err == nil {
		err = json.Unmarshal(body, &e)
	}
	if err != nil {
		return e, fmt.Errorf("read %s: %w", key, err)
	}
	return e, nil
}

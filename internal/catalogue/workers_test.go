package catalogue_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// number is a variable of the environment, or another number.
func number(t testing.TB, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(name, err)
	}
	return n
}

// Eight workers publish articles of one day while two compactors run: nothing is lost.
// ALOUD_ARTICLES=10000 is the size of a large day.
func TestEightWorkersPublishADay(t *testing.T) {
	articles := number(t, "ALOUD_ARTICLES", 600)
	d := open(t)
	d.mustRebuild()
	var publishing, compacting errgroup.Group
	publishing.SetLimit(8)
	done := make(chan struct{})
	for range 2 {
		other := &catalogue.Catalogue{Store: d.store, Library: d.library, Now: time.Now}
		compacting.Go(func() error {
			for {
				if _, err := other.Compact(t.Context(), site); err != nil {
					return err
				}
				select {
				case <-done:
					return nil
				default:
				}
			}
		})
	}
	for i := range articles {
		publishing.Go(func() error {
			return d.publish(story(fmt.Sprintf("a%05d", i), day.Add(time.Duration(i)*time.Second), 1))
		})
	}
	d.must(publishing.Wait())
	close(done)
	d.must(compacting.Wait())
	d.mustCompact()
	d.mustAgree()
	view, err := d.catalogue.Open(t.Context(), site)
	d.must(err)
	counts, err := view.Counts(t.Context())
	d.must(err)
	if counts[library.Published] != articles || len(view.Pending) > 0 {
		t.Errorf("%v of %d articles, %d pending", counts, articles, len(view.Pending))
	}
}

// A process over a folder is killed with SIGKILL while it publishes and compacts. After what was
// due is done and one pass, the catalogue says what the store has. ALOUD_KILLS=200 kills more
// often.
func TestCatalogueAndStoreAgreeAfterSIGKILL(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "store")
	d := openFolder(t, folder)
	d.mustPublish(story("a", day, 1))
	d.mustRebuild()
	random := rand.New(rand.NewPCG(16, 2))
	for kill := range number(t, "ALOUD_KILLS", 20) {
		runUntilKilled(t, folder, kill, 1+random.IntN(60))
		d = openFolder(t, folder)
		d.mustAgree()
		due, err := d.library.DueRefs(t.Context(), site)
		d.must(err)
		for ref := range due {
			d.must(d.work(ref.ID))
		}
		d.mustCompact()
		d.mustAgree()
	}
}

func openFolder(t *testing.T, folder string) *desk {
	t.Helper()
	dir, err := store.NewDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, store: &mortal{Store: dir, ended: map[string]bool{}}}
	d.restart()
	return d
}

// runUntilKilled starts this test's binary, which works over the folder, and kills it during so
// many writes' last one, or soon after.
func runUntilKilled(t *testing.T, folder string, kill, writes int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestWorkUntilKilled$", "-test.v")
	cmd.Env = append(os.Environ(), "ALOUD_KILLED_FOLDER="+folder, "ALOUD_KILLED="+strconv.Itoa(kill))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for seen := 0; seen < writes && lines.Scan(); {
		if strings.HasPrefix(lines.Text(), stepMark) {
			seen++
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Errorf("it ended before it was killed: %v, %q", err, lines.Text())
	}
	_ = cmd.Wait() // it was killed
}

// stepMark begins the lines that tell of a write.
const stepMark = "step: "

// TestWorkUntilKilled is the process that runUntilKilled starts.
func TestWorkUntilKilled(t *testing.T) {
	folder := os.Getenv("ALOUD_KILLED_FOLDER")
	if folder == "" {
		t.Skip("it is run by TestCatalogueAndStoreAgreeAfterSIGKILL")
	}
	d, kill := openFolder(t, folder), number(t, "ALOUD_KILLED", 0)
	random := rand.New(rand.NewPCG(16, uint64(kill)))
	d.store.tell = func(step string) { fmt.Println(stepMark + step) }
	for revision := 2 + 1000*kill; ; revision++ {
		d.must(d.someWork(random, revision))
	}
}

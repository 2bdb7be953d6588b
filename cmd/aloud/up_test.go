package main

import (
	"context"
	"fmt"
	"net/http"
	"os/exec"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

// From publish to play, with nothing but the defaults.
func TestUpPublishesWhatGhostSends(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	up.publish(t, "ferry", "The ferry resumes", "The ferry will run again in December.", "The crossing takes ten minutes.")
	status := p.await("ferry")
	if status.State != library.Published {
		t.Fatalf("%+v\n%s", status, up.talk)
	}
	code, page := get(t, up.url+"/embed/main/ferry")
	if code != http.StatusOK || !strings.Contains(page, "This audio is created with AI assistance") || !strings.Contains(page, "<audio") {
		t.Errorf("embed page: %d\n%s", code, page)
	}
	audio := up.url + path.Join("/public/main/articles/ferry", status.Narration.Audio[0].URL)
	samples := decode(t, audio)
	if got := float64(len(samples)) / 2 / 16000; !near(got, status.Narration.Audio[0].Duration) {
		t.Errorf("decoded %.4f s, manifest %.4f s", got, status.Narration.Audio[0].Duration)
	}
	up.stop()
	if up.ProcessState.ExitCode() != 0 {
		t.Errorf("exit code %d\n%s", up.ProcessState.ExitCode(), up.talk)
	}
}

func near(a, b float64) bool { return a-b < 0.001 && b-a < 0.001 }

// decode returns 16-bit samples as ffmpeg, which shares no code with us, hears them.
func decode(t *testing.T, url string) []byte {
	t.Helper()
	pcm, err := exec.Command("ffmpeg", "-v", "error", "-i", url, "-f", "s16le", "-").Output()
	if err != nil {
		t.Fatalf("ffmpeg (Debian package ffmpeg): %v", err)
	}
	return pcm
}

// The queue of a killed `aloud up` is gone; what it had accepted is not.
func TestUpFinishesWhatItHadAcceptedBeforeItWasKilled(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	const articles = 8
	for i := range articles {
		up.publish(t, fmt.Sprint("ferry-", i), "The ferry resumes", fmt.Sprintf("Boat number %d will run again.", i))
	}
	up.kill()
	p.start("up")
	for i := range articles {
		if status := p.await(fmt.Sprint("ferry-", i)); status.State != library.Published {
			t.Errorf("%+v", status)
		}
	}
}

func TestASecondUpOnTheSameFolderIsRefused(t *testing.T) {
	p := newPlace(t)
	p.start("up")
	_, stderr, code := p.aloud("up")
	if code != 1 || !strings.Contains(stderr, "another aloud up") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}

// Two hosts, or containers, on one bucket would together exceed its budgets.
func TestASecondUpOnTheSameBucketIsRefused(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	p := newPlace(t, "ALOUD_STORE=s3://"+bucket, "ALOUD_S3_ENDPOINT="+endpoint)
	first := p.start("up")
	_, stderr, code := p.aloud("up")
	if code != 1 || !strings.Contains(stderr, "another aloud up uses s3://"+bucket) || !strings.Contains(stderr, "set ALOUD_REDIS_URL for both") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	first.kill()
	next := p.start("up") // at once: it sees that the first is dead
	next.publish(t, "ferry", "The ferry resumes", "The ferry will run again.")
	if status := p.await("ferry"); status.State != library.Published {
		t.Errorf("%+v", status)
	}
}

// Whatever order the CMS's hooks arrive in, the newest decides.
func TestHooksInTheWrongOrder(t *testing.T) {
	p := newPlace(t)
	up := p.start("up")
	at := time.Now().UTC().Truncate(time.Second).Add(-time.Minute)
	send := func(id, event, text string, age time.Duration) {
		t.Helper()
		post := ghostPost{ID: id, Title: "The ferry", HTML: "<p>" + text + "</p>", Status: "published", Visibility: "public", UpdatedAt: at.Add(age)}
		if event == "unpublished" || event == "deleted" {
			post.Status = "draft"
		}
		if text == "paid" {
			post.Visibility = "paid"
		}
		if status, err := up.hook(t.Context(), event, post); err != nil || status != http.StatusAccepted {
			t.Fatalf("%s: %d, %v", event, status, err)
		}
	}
	send("edited-first", "published.edited", "Second text.", 2*time.Second)
	send("edited-first", "published", "First text.", 0)
	send("deleted-first", "deleted", "", 3*time.Second)
	send("deleted-first", "published", "First text.", 0)
	send("paid-first", "published.edited", "paid", 2*time.Second)
	send("paid-first", "published", "First text.", 0)
	for id, want := range map[string]library.State{"edited-first": library.Published, "deleted-first": library.Removed, "paid-first": library.Removed} {
		status := p.await(id)
		if status.State != want {
			t.Errorf("%s: %+v", id, status)
		}
		if want == library.Removed && p.public(id) {
			t.Errorf("%s: something is public", id)
		}
		if want == library.Published && status.Narration.Segments[1].Text != "Second text." {
			t.Errorf("%s says %+v", id, status.Narration.Segments)
		}
	}
}

// public says whether the folder store has anything of the article in its public part.
func (p *place) public(id string) bool {
	p.t.Helper()
	found, err := exec.CommandContext(context.Background(), "find", path.Join(p.dir, "store/public"), "-type", "f", "-path", "*/"+id+"/*").Output()
	if err != nil {
		return false // nothing was ever public
	}
	return len(found) > 0
}

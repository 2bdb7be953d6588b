package logging_test

import (
	"bytes"
	"context"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/logging"
)

func TestLinesNameSiteAndArticle(t *testing.T) {
	var out bytes.Buffer
	ctx := logging.Into(context.Background(), slog.New(slog.NewTextHandler(&out, nil)))
	logging.From(logging.For(ctx, "main", "ferry")).Info("rendered")
	if line := out.String(); !strings.Contains(line, "site=main article=ferry") {
		t.Error(line)
	}
}

// The revision is learnt below the task, and its callers' lines name it too. The trace of the work
// itself counts, not that of its cause.
func TestLinesNameWhatIsKnown(t *testing.T) {
	var out bytes.Buffer
	ctx := logging.For(logging.Into(context.Background(), slog.New(slog.NewTextHandler(&out, nil))), "main", "ferry")
	logging.Know(ctx, "", "own")
	logging.Know(logging.For(ctx, "main", "ferry"), "2", "cause")
	logging.From(ctx).With("attempt", 1).Info("rendered")
	if line := out.String(); !strings.HasSuffix(line, "msg=rendered site=main article=ferry attempt=1 revision=2 trace_id=own\n") {
		t.Error(line)
	}
	logging.Know(context.Background(), "2", "") // about nothing
}

func TestWithoutALoggerLinesAreDiscarded(*testing.T) {
	logging.From(logging.For(context.Background(), "main", "ferry")).Error("nobody reads this")
}

// A line of the global logger names no site and no article.
func TestNothingLogsToTheGlobalLogger(t *testing.T) {
	global := regexp.MustCompile(`\bslog\.(Default|SetDefault|Debug|Info|Warn|Error|Log)(Context)?\(`)
	for _, root := range []string{"..", "../../worker", "../../cmd"} {
		err := filepath.WalkDir(root, func(file string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
				return err
			}
			code, err := os.ReadFile(file)
			if use := global.Find(code); use != nil {
				t.Errorf("%s calls %s…): take the logger from the context with logging.From", file, use)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

package narrate

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/library"
)

// notCheckedBegins is how the reason of a published article begins if some of its speech could not
// be checked.
const notCheckedBegins = "not checked: "

// unchecked says which checks a rendered track did not have although the site wants them, and why;
// "" if it had all.
func (r *renderer) unchecked(plan Plan) string {
	var reasons []string
	add := func(reason string) {
		if reason != "" && !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	for _, voice := range plan.Voices() {
		if r.Unheard != nil && !plan.site.BytesOnly {
			add(r.Unheard(voice))
		}
		if slices.Contains(r.notUnderstood, voice) {
			add(fmt.Sprintf("the speech recogniser does not understand %s", voice))
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	return notCheckedBegins + strings.Join(reasons, "; ")
}

// notChecked returns what the last outcome says about the published track, which still holds if
// that track is kept.
func (n *Narrator) notChecked(ctx context.Context, ref library.Ref) (string, error) {
	last, err := n.Library.Outcome(ctx, ref)
	if library.IgnoreUnreadable(err) != nil {
		return "", err
	}
	if last.State != library.Published || !strings.HasPrefix(last.Reason, notCheckedBegins) {
		return "", nil
	}
	return last.Reason, nil
}

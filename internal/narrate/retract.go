package narrate

import (
	"context"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
)

// retracted reports whether a narration says something that an edit took out of the public. That is
// so in three cases, and then no track of the article may be heard until a new one is published:
//
//   - An admin said so (Orders.WithdrawPrevious), after that narration's track was ordered.
//   - Not everybody may read all of the article now, and something of its body that the narration
//     says is not in the part for everybody. Whether a gate moved, the visibility changed or the CMS
//     cut the text itself looks the same as an edit of the public part; so that counts too,
//     and costs the time of a render without audio.
//   - The edit gave it a tag of those that the site wants no audio of.
//
// What is deleted from an article that everybody may read is an ordinary edit.
func (s Site) retracted(desired library.Desired, public library.Narration) bool {
	if public.Revision == "" || desired.Gone() {
		return false
	}
	orders := desired.Orders
	if orders.WithdrawPrevious && public.Order != orders.Render {
		return true
	}
	if saysRevision(public, desired) {
		return false
	}
	art, err := article.Parse(*desired.Article, s.Reading())
	return err == nil && (art.Unwanted != "" || art.Gated && saysMore(public, art))
}

// saysRevision reports whether a narration was made of the known content. Its updated_at alone does
// not tell: a gate that is moved by a bulk action, or twice within a second, leaves it as it was.
func saysRevision(public library.Narration, desired library.Desired) bool {
	if public.Revision != desired.Revision.String() {
		return false
	}
	if public.SentAt.IsZero() {
		return formerSaysRevision(public, desired)
	}
	return public.SentAt.UnixMilli() == desired.Revision.SentAt.UnixMilli()
}

// saysMore reports whether a narration says text of the article's body that is not read now.
func saysMore(public library.Narration, art article.Article) bool {
	var read strings.Builder
	for _, block := range art.Blocks {
		read.WriteString(block.Text)
		read.WriteByte('\n')
	}
	for _, segment := range public.Segments {
		inBody := segment.Role.InBody() && segment.Role != script.Disclosure
		if inBody && !strings.Contains(read.String(), segment.Text) {
			return true
		}
	}
	return false
}

// findRetracted sets the situation to Retracted if what is public says what may no longer be heard.
func (n *Narrator) findRetracted(ctx context.Context, ref library.Ref, site Site, desired library.Desired, s *sighting) (err error) {
	s.previous, err = n.Library.Narration(ctx, ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	if site.retracted(desired, s.previous) {
		s.Public = library.Retracted
	}
	return nil
}

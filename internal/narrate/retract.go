package narrate

import (
	"context"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
)

// retracted reports whether a narration says something that an edit took out of the public. In
// three cases no track of the article may be heard until a new one is published:
//
//   - An admin said so (Orders.WithdrawPrevious) after that narration's track was ordered.
//   - Not everybody may read all of the article now, and the narration says something of its body
//     that is not in the part for everybody. A moved gate, a changed visibility and a text that the
//     CMS cut all look like an edit of the public part. So such an edit counts too, and costs the
//     time of a render without audio.
//   - The edit gave it a tag for which the site wants no audio.
//
// A deletion from an article that everybody may read is an ordinary edit.
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

// saysRevision reports whether a narration was made from the known content. Its updated_at alone
// does not decide: a gate that is moved by a bulk action, or twice within a second, does not change
// it.
func saysRevision(public library.Narration, desired library.Desired) bool {
	if public.Revision != desired.Revision.String() {
		return false
	}
	if public.SentAt.IsZero() {
		return formerSaysRevision(public, desired)
	}
	return public.SentAt.UnixMilli() == desired.Revision.SentAt.UnixMilli()
}

// saysMore reports whether a narration says text of the article's body that is no longer read.
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

// findRetracted sets the situation to Retracted if the public narration says something that may no
// longer be heard.
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

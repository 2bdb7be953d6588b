package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/aloud-audio/aloud/internal/article"
)

// EraseText deletes the text of an article, whatever the CMS says about it, and leaves a tombstone.
// The article counts as removed until the CMS sends a later revision. It reports whether there was
// text.
func (l *Library) EraseText(ctx context.Context, ref Ref) (erased bool, err error) {
	return l.update(ctx, ref, Fresh, func(d *Desired) bool {
		if d.Article == nil {
			return false
		}
		d.Article, d.Dropped, d.ErasedAt = nil, "", l.now().UTC()
		return true
	})
}

// DropText deletes only the text of an article for members, of which the site reads nothing. It
// does nothing if the desired state has changed since it was judged.
func (l *Library) DropText(ctx context.Context, ref Ref, judged Desired) error {
	if judged.Gone() || judged.Article.HTML == "" && judged.Article.Text == "" {
		return nil
	}
	_, err := l.update(ctx, ref, Fresh, func(d *Desired) bool {
		if !d.SameAs(judged) {
			return false
		}
		payload := d.Article.WithoutText()
		d.Dropped, d.Article = sum(*d.Article), &payload
		return true
	})
	return err
}

// erased reports whether a revision is no newer than the erased text: it must not restore the text.
func (d Desired) erased(rev Revision) bool {
	return !d.ErasedAt.IsZero() && !rev.UpdatedAt.After(d.Revision.UpdatedAt)
}

// sum returns a hash of a payload.
func sum(payload article.Payload) string {
	text, err := json.Marshal(payload)
	if err != nil {
		panic("library: a payload is plain data: " + err.Error())
	}
	hash := sha256.Sum256(text)
	return hex.EncodeToString(hash[:])
}

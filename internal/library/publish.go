package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/store"
)

// Track holds the files of a render that are published beside its narration.
type Track struct {
	Name     string       // of its files, random, so that nobody can guess it: NewNonce
	Files    []audio.File // the same sound, the preferred format first
	Duration float64      // seconds
	WebVTT   []byte
	WordsVTT []byte // WebVTT with a time before each word; nil: words are not located

	Credential *Credential // that the files have; nil: none
}

// WordsExtension ends the name of captions with the times of words.
const WordsExtension = ".words.vtt"

// Publish stores a new track and then replaces former, which Narration or Reserve returned, with
// next. If former is no longer there it returns ErrChanged, and nothing of the track stays public.
//
// A track without a name gets one. The former track stays for those who are listening, and for
// Restore; RemoveOrphans deletes it later.
func (l *Library) Publish(ctx context.Context, ref Ref, former, next Narration, track Track) error {
	former, err := l.reserved(ctx, ref, former)
	if err != nil {
		return err
	}
	name := cmp.Or(track.Name, NewNonce())
	next.Audio = AudioList(name, track.Files, track.Duration, track.Credential)
	next.Captions = []Captions{{URL: name + ".vtt", Type: "text/vtt"}}
	if track.WordsVTT != nil {
		next.Captions = append(next.Captions, Captions{URL: name + WordsExtension, Type: "text/vtt"})
	}
	if err := l.upload(ctx, ref, next, track); err != nil {
		l.discard(context.WithoutCancel(ctx), ref, next)
		return err
	}
	if err := l.Amend(ctx, ref, former, next); err != nil {
		l.discardUnpublished(context.WithoutCancel(ctx), ref, former, next)
		return err
	}
	l.keepPrevious(ctx, ref, former, next)
	return nil
}

// reserved reserves the narration unless the caller has: no publication is ever conditional on a
// missing object.
func (l *Library) reserved(ctx context.Context, ref Ref, former Narration) (Narration, error) {
	if former.etag != "" {
		return former, nil
	}
	return l.Reserve(ctx, ref, former, Waiting{})
}

// upload stores the files that a narration names, all at once. It returns when none is under way
// any more, so that its caller can delete what was stored.
func (l *Library) upload(ctx context.Context, ref Ref, n Narration, track Track) error {
	var uploads errgroup.Group
	for i, file := range track.Files {
		uploads.Go(func() error { return l.putFile(ctx, ref, n.Audio[i].URL, file.Content, file.MediaType) })
	}
	for i, captions := range n.Captions {
		content := [][]byte{track.WebVTT, track.WordsVTT}[i]
		uploads.Go(func() error { return l.putFile(ctx, ref, captions.URL, content, "text/vtt; charset=utf-8") })
	}
	return uploads.Wait()
}

// AudioList describes files that are named stem and their format's extension. duration is in
// seconds.
func AudioList(stem string, files []audio.File, duration float64, signed *Credential) []Audio {
	var list []Audio
	for _, file := range files {
		list = append(list, Audio{URL: stem + file.Extension, Type: file.MediaType, Bytes: len(file.Content), Duration: duration, Credential: signed})
	}
	return list
}

// discardUnpublished deletes the files of a narration whose write failed, unless the write reached
// the store (the answer was lost, and the retry conflicted with the first attempt) or still may:
// while former exists, a late request can replace it. The next render ends that, and the sweep
// deletes the files as orphans.
func (l *Library) discardUnpublished(ctx context.Context, ref Ref, former, n Narration) {
	public, err := l.Narration(ctx, ref)
	if IgnoreNotFound(err) == nil && public.etag != former.etag && !public.names(n.Audio[0].URL) {
		l.discard(ctx, ref, n)
	}
}

// Amend replaces the narration former with next, which names the same files. It returns ErrChanged
// if the narration is no longer former.
func (l *Library) Amend(ctx context.Context, ref Ref, former, next Narration) error {
	if former.etag == "" { // IfMatch would always hold
		return fmt.Errorf("publish the narration of %s: %w", ref, ErrChanged)
	}
	next.Nonce = NewNonce()
	_, err := l.writeJSON(ctx, ref.NarrationKey(), next, store.PutOptions{
		If: store.IfMatch(former.etag), CacheControl: NarrationCacheControl,
	})
	if err != nil {
		return fmt.Errorf("publish the narration of %s: %w", ref, err)
	}
	return nil
}

// Intact reports whether the files that a narration names exist. They may be missing if a take-down
// ran at the same time as the narration's last change.
func (l *Library) Intact(ctx context.Context, ref Ref, n Narration) (bool, error) {
	absent := n.files(ref)
	for entry, err := range l.store.List(ctx, ref.publicPrefix()) {
		if err != nil {
			return false, err
		}
		absent = slices.DeleteFunc(absent, func(key string) bool { return key == entry.Key })
	}
	return len(absent) == 0, nil
}

// putFile writes a file once, without retries. Otherwise a first attempt that a dead connection
// delivers late could bring back a file that was published and taken down since. If the one attempt
// fails, the track is published under another name, and a late copy has a name that nobody knows.
func (l *Library) putFile(ctx context.Context, ref Ref, name string, body []byte, mediaType string) error {
	_, err := l.store.Put(ctx, ref.publicPrefix()+name, body, store.PutOptions{
		If: store.IfAbsent(), ContentType: mediaType, CacheControl: TrackCacheControl, Once: true,
	})
	if err != nil {
		return fmt.Errorf("upload %s of %s: %w", name, ref, err)
	}
	return nil
}

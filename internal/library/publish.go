package library

import (
	"context"
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/store"
)

// Track holds the files of a render that are published beside its narration.
type Track struct {
	Files    []audio.File // the same sound, the preferred format first
	Duration float64      // seconds
	WebVTT   []byte
}

// Publish stores a new track and then replaces the narration former with next; former is zero if
// there was none. If the narration is no longer former it returns ErrChanged, and nothing of the
// track stays public.
//
// The name of the track is random, so it is unique and cannot be guessed. The former track stays
// for those who are listening; RemoveOrphans deletes it later.
func (l *Library) Publish(ctx context.Context, ref Ref, former, next Narration, track Track) error {
	render := NewNonce()
	next.Audio = AudioList(render, track.Files, track.Duration)
	next.Captions = []Captions{{URL: render + ".vtt", Type: "text/vtt"}}
	var err error
	for i, file := range track.Files {
		if err == nil {
			err = l.putFile(ctx, ref, next.Audio[i].URL, file.Content, file.MediaType)
		}
	}
	if err == nil {
		err = l.putFile(ctx, ref, next.Captions[0].URL, track.WebVTT, "text/vtt; charset=utf-8")
	}
	if err == nil {
		err = l.Amend(ctx, ref, former, next)
	}
	if err != nil {
		l.discardUnpublished(context.WithoutCancel(ctx), ref, next)
	}
	return err
}

// AudioList describes files that are named stem and their format's extension. duration is in
// seconds.
func AudioList(stem string, files []audio.File, duration float64) []Audio {
	var list []Audio
	for _, file := range files {
		list = append(list, Audio{URL: stem + file.Extension, Type: file.MediaType, Bytes: len(file.Content), Duration: duration})
	}
	return list
}

// discardUnpublished deletes the files of a narration that could not be written. A failed write may
// still have reached the store (the answer was lost, and the retry conflicted with the first
// attempt), so the files are deleted only if the narration can be read and names others.
func (l *Library) discardUnpublished(ctx context.Context, ref Ref, n Narration) {
	public, err := l.Narration(ctx, ref)
	if IgnoreNotFound(err) == nil && (len(public.Audio) == 0 || public.Audio[0].URL != n.Audio[0].URL) {
		l.discard(ctx, ref, n)
	}
}

// Amend replaces the narration former with next, which names the same files. It returns ErrChanged
// if the narration is no longer former.
func (l *Library) Amend(ctx context.Context, ref Ref, former, next Narration) error {
	_, err := l.writeJSON(ctx, ref.NarrationKey(), next, store.PutOptions{
		If: store.IfUnchanged(former.etag), CacheControl: NarrationCacheControl,
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

func (l *Library) putFile(ctx context.Context, ref Ref, name string, body []byte, mediaType string) error {
	_, err := l.store.Put(ctx, ref.publicPrefix()+name, body, store.PutOptions{
		If: store.IfAbsent(), ContentType: mediaType, CacheControl: TrackCacheControl,
	})
	if err != nil {
		return fmt.Errorf("upload %s of %s: %w", name, ref, err)
	}
	return nil
}

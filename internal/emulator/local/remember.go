package local

import (
	"context"
	"sync"

	"github.com/aloud-audio/aloud/internal/speech"
)

// remembered is how many samples are cached, 128 MB.
const remembered = 64 << 20

// Remembering returns a Speaker that caches speech while there is room, so that benchmarks that
// start again need not synthesize it again.
func Remembering(speaker Speaker) Speaker {
	type key struct{ language, text string }
	var mu sync.Mutex
	kept, size := map[key]speech.Speech{}, 0
	return func(ctx context.Context, language, text string) (speech.Speech, error) {
		k := key{language, text}
		mu.Lock()
		said, known := kept[k]
		mu.Unlock()
		if known {
			return said, nil
		}
		said, err := speaker(ctx, language, text)
		if err != nil {
			return said, err
		}
		mu.Lock()
		defer mu.Unlock()
		if size += len(said.Samples); size > remembered {
			clear(kept)
			size = len(said.Samples)
		}
		kept[k] = said
		return said, nil
	}
}

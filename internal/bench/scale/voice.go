package main

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"time"
	"unicode"
)

// voice is a server with OpenAI's /audio/speech that hums each text.
type voice struct {
	*httptest.Server
	takes time.Duration // each answer

	mu    sync.Mutex
	first time.Time // request
}

func newVoice(takes time.Duration) *voice {
	v := &voice{takes: takes}
	v.Server = httptest.NewServer(v)
	return v
}

// ServeHTTP implements http.Handler.
func (v *voice) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v.mu.Lock()
	if v.first.IsZero() {
		v.first = time.Now()
	}
	v.mu.Unlock()
	var request struct{ Input string }
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(body, &request)
	}
	if err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	time.Sleep(v.takes)
	speech := hum(request.Input)
	w.Header().Set("Content-Type", "audio/pcm")
	w.Header().Set("Content-Length", strconv.Itoa(len(speech)))
	_, _ = w.Write(speech)
}

// began is when the first request arrived.
func (v *voice) began() time.Time {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.first
}

const (
	sampleRate = 24000 // Hz
	perSecond  = 14    // letters
	loudness   = 9000  // of 32767
)

// hum returns a tone, signed 16 bit, little-endian, as long as the text would take. Its phase
// depends on the text: aloud refuses tracks in which two texts have the same speech.
func hum(text string) []byte {
	letters, hash := 0, fnv.New32a()
	_, _ = hash.Write([]byte(text))
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	phase := float64(hash.Sum32()) / math.MaxUint32 * 2 * math.Pi
	tone, gap := max(letters*sampleRate/perSecond, sampleRate/3), sampleRate/25
	pcm := make([]byte, 2*(tone+2*gap))
	for i := range tone {
		edge := min(1, float64(min(i, tone-1-i))/(0.03*sampleRate))
		sample := int16(loudness * edge * math.Sin(2*math.Pi*440/sampleRate*float64(i)+phase))
		pcm[2*(gap+i)], pcm[2*(gap+i)+1] = byte(sample), byte(uint16(sample)>>8)
	}
	return pcm
}

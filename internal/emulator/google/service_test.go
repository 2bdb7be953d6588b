package google_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/speech"
)

func TestQuota(t *testing.T) {
	server, client := start(t, emulator.Options{Quotas: map[string]int{"wavenet": 2, "chirp3-hd": 1}, Minute: time.Hour})
	ask := func(name string) error {
		_, err := client.SynthesizeSpeech(t.Context(), request(name, "en-US"))
		return err
	}
	for _, test := range []struct {
		voice string
		code  codes.Code
	}{
		{"en-US-Standard-A", codes.OK}, {"en-US-Wavenet-A", codes.OK}, {"en-US-Standard-B", codes.ResourceExhausted}, // shared
		{"en-US-Chirp-HD-F", codes.OK}, {chirp, codes.ResourceExhausted},
		{neural2, codes.OK}, // has its own
	} {
		if err := ask(test.voice); status.Code(err) != test.code {
			t.Errorf("%s is answered %v, want %v", test.voice, err, test.code)
		}
	}
	refusal := status.Convert(ask(chirp))
	details := refusal.Details()
	if len(details) != 1 || !strings.Contains(refusal.Message(), "Quota exceeded") {
		t.Fatalf("%v has the details %v", refusal, details)
	}
	info, ok := details[0].(*errdetails.RetryInfo)
	if wait := info.GetRetryDelay().AsDuration(); !ok || wait <= 0 || wait > time.Hour {
		t.Errorf("come back after %v, want the rest of the quota's minute", wait)
	}
	if stats := server.Stats(); stats.Refused["ResourceExhausted"] != 3 || stats.Answered != 4 || stats.Families["chirp3-hd"] != 0 {
		t.Errorf("%+v", stats)
	}
}

func TestQuotaBeginsAnewWithItsMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // whose clock stands still but for Sleep
		server := emulator.New(emulator.Options{Speaker: local.Tone, Quotas: map[string]int{"neural2": 1}})
		for _, test := range []struct {
			later time.Duration
			code  codes.Code
		}{{0, codes.OK}, {59 * time.Second, codes.ResourceExhausted}, {time.Second, codes.OK}, {time.Second, codes.ResourceExhausted}} {
			time.Sleep(test.later)
			if _, err := server.SynthesizeSpeech(t.Context(), request(neural2, "en-US")); status.Code(err) != test.code {
				t.Errorf("%v later the answer is %v, want %v", test.later, err, test.code)
			}
		}
	})
}

func TestFaults(t *testing.T) {
	numbers := func(n ...int) fault.Chance { return fault.Chance{Numbers: n} }
	_, client := start(t, emulator.Options{Faults: fault.Faults{
		fault.Fail: numbers(1), fault.Busy: numbers(2), fault.Truncate: numbers(3), fault.Silence: numbers(4),
	}})
	ask := func() ([]byte, codes.Code) {
		resp, err := client.SynthesizeSpeech(t.Context(), request(chirp, "en-US"))
		return resp.GetAudioContent(), status.Code(err)
	}
	if _, code := ask(); code != codes.Unavailable {
		t.Errorf("fail: %v", code)
	}
	if _, code := ask(); code != codes.ResourceExhausted {
		t.Errorf("quota: %v", code)
	}
	truncated, _ := ask()
	silent, _ := ask()
	whole, _ := ask()
	if len(truncated) != len(whole)/2 || len(silent) != len(whole) || !bytes.Equal(silent, make([]byte, len(silent))) {
		t.Errorf("%d bytes truncated, %d silent of %d", len(truncated), len(silent), len(whole))
	}
}

// A hanging request is billed, and ends with its caller's timeout.
func TestHang(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := emulator.New(emulator.Options{Speaker: local.Tone, Faults: fault.Faults{fault.Hang: {Rate: 1}}})
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		began := time.Now()
		_, err := server.SynthesizeSpeech(ctx, request(chirp, "en-US"))
		if status.Code(err) != codes.DeadlineExceeded || time.Since(began) != time.Hour || server.Stats().Billed != 13 {
			t.Errorf("after %v, with %d characters billed: %v", time.Since(began), server.Stats().Billed, err)
		}
	})
}

// Faults after the work are billed, and repeated purchases are counted.
func TestBill(t *testing.T) {
	server, client := start(t, emulator.Options{Faults: fault.Faults{
		fault.Fail: {Numbers: []int{1}}, fault.Truncate: {Numbers: []int{2}},
	}})
	for _, req := range []*pb.SynthesizeSpeechRequest{
		request(chirp, "en-US"), // fails
		request(chirp, "en-US"), // is truncated
		request(chirp, "en-US"), // is a repetition
		request(neural2, "en-US", ssml(`<speak>Їжак<mark name="a"/></speak>`)), // 19 characters, mark not counted
		request(chirp, "en-US", text("")),                                      // is refused
		request("Kore", "en-US", model(flash), func(r *pb.SynthesizeSpeechRequest) { r.Input.Prompt = new("Calmly.") }),
	} {
		_, _ = client.SynthesizeSpeech(t.Context(), req)
	}
	answer := httptest.NewRecorder()
	server.StatsHandler().ServeHTTP(answer, httptest.NewRequest("GET", "/stats", nil))
	var stats emulator.Stats
	if err := json.Unmarshal(answer.Body.Bytes(), &stats); err != nil {
		t.Fatal(err)
	}
	if stats.Requests != 6 || stats.Answered != 4 || stats.Repeated != 1 || stats.Families["chirp3-hd"] != 26 ||
		stats.Families["neural2"] != 19 || stats.Families[flash] != 20 || stats.Billed != 65 || stats.Faults["fail"] != 1 {
		t.Errorf("%s", answer.Body)
	}
}

// The emulator's own time is part of the modelled time, unless it takes longer.
func TestLatency(t *testing.T) {
	const spoken = 13 * 70 * time.Millisecond // "Good morning."
	for own, want := range map[time.Duration]time.Duration{0: time.Second + spoken/10, time.Second: time.Second + spoken/10, time.Minute: time.Minute} {
		synctest.Test(t, func(t *testing.T) {
			slow := func(ctx context.Context, language, text string) (speech.Speech, error) {
				time.Sleep(own)
				return local.Tone(ctx, language, text)
			}
			server := emulator.New(emulator.Options{Speaker: slow, Latency: time.Second, PerAudioSecond: 100 * time.Millisecond})
			began := time.Now()
			if _, err := server.SynthesizeSpeech(t.Context(), request(chirp, "en-US")); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took.Round(time.Microsecond) != want {
				t.Errorf("answered after %v with %v of its own, want %v", took, own, want)
			}
		})
	}
}

func TestNothingIsSpokenTwice(t *testing.T) {
	var spoken atomic.Int32
	counting := func(ctx context.Context, language, text string) (speech.Speech, error) {
		spoken.Add(1)
		return local.Tone(ctx, language, text)
	}
	_, client := start(t, emulator.Options{Speaker: counting})
	for _, voice := range []string{chirp, neural2, chirp} {
		if _, err := client.SynthesizeSpeech(t.Context(), request(voice, "en-US")); err != nil {
			t.Fatal(err)
		}
	}
	if n := spoken.Load(); n != 1 {
		t.Errorf("spoken %d times, want once", n)
	}
}

func TestChance(t *testing.T) {
	for given, want := range map[string]fault.Chance{"0.02": {Rate: 0.02}, "1.0": {Rate: 1}, "7": {Numbers: []int{7}}, "7, 12": {Numbers: []int{7, 12}}} {
		if got, err := fault.ParseChance(given); err != nil || got.Rate != want.Rate || !slices.Equal(got.Numbers, want.Numbers) {
			t.Errorf("%q is %+v, %v; want %+v", given, got, err, want)
		}
	}
	for _, given := range []string{"", "1.5", "-0.1", "0", "two", "7,"} {
		if got, err := fault.ParseChance(given); err == nil {
			t.Errorf("%q is %+v", given, got)
		}
	}
}

// The same seed hits the same requests, and a rate is approximately right.
func TestRatesAreSeeded(t *testing.T) {
	failures := func(seed uint64) (failed []int) {
		_, client := start(t, emulator.Options{Seed: seed, Faults: fault.Faults{fault.Fail: {Rate: 0.3}}})
		for i := range 100 {
			if _, err := client.SynthesizeSpeech(t.Context(), request(neural2, "en-US")); err != nil {
				failed = append(failed, i)
			}
		}
		return failed
	}
	first := failures(1)
	if !slices.Equal(first, failures(1)) || slices.Equal(first, failures(2)) || len(first) < 15 || len(first) > 45 {
		t.Errorf("of 100 requests fail %v", first)
	}
}

func TestListVoices(t *testing.T) {
	_, client := start(t, emulator.Options{})
	names := func(language string) (names []string) {
		resp, err := client.ListVoices(t.Context(), &pb.ListVoicesRequest{LanguageCode: language})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range resp.GetVoices() {
			names = append(names, v.GetName())
		}
		return names
	}
	if all, ukrainian := names(""), names("uk"); !slices.Contains(all, "Kore") || !slices.Contains(all, chirp) ||
		!slices.Contains(ukrainian, "uk-UA-Standard-A") || slices.Contains(ukrainian, chirp) || len(names("xx")) > 0 {
		t.Errorf("%d voices, %d Ukrainian", len(all), len(ukrainian))
	}
}

func TestASpeakerThatFails(t *testing.T) {
	_, client := start(t, emulator.Options{Speaker: func(context.Context, string, string) (speech.Speech, error) {
		return speech.Speech{}, errors.New("no voice here")
	}})
	if _, err := client.SynthesizeSpeech(t.Context(), request(chirp, "en-US")); status.Code(err) != codes.Internal || !strings.Contains(err.Error(), "no voice here") {
		t.Errorf("answered %v", err)
	}
}

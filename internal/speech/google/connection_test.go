package google

import "testing"

func TestParseEndpoint(t *testing.T) {
	for _, test := range []struct {
		endpoint, address string
		emulator          bool
	}{
		{"", "", false},
		{"eu-texttospeech.googleapis.com:443", "eu-texttospeech.googleapis.com:443", false},
		{"eu-texttospeech.googleapis.com", "eu-texttospeech.googleapis.com:443", false},
		{"https://eu-texttospeech.googleapis.com", "eu-texttospeech.googleapis.com:443", false},
		{"http://tts.internal:8080/", "tts.internal:8080", true},
		{"127.0.0.1:8080", "127.0.0.1:8080", true},
		{"[::1]:8080", "[::1]:8080", true},
		{"localhost:8080", "localhost:8080", true},
		{"10.0.0.1:8080", "10.0.0.1:8080", false},
	} {
		t.Run(test.endpoint, func(t *testing.T) {
			if address, emulator := parseEndpoint(test.endpoint); address != test.address || emulator != test.emulator {
				t.Errorf("got %q, emulator %v; want %q, %v", address, emulator, test.address, test.emulator)
			}
		})
	}
}

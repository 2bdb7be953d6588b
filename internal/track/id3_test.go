package track

import (
	"strings"
	"testing"
)

// ffprobe reads the tags back.
func TestTags(t *testing.T) {
	long := strings.Repeat("Дуже довгий заголовок. ", 400)
	tests := map[string]struct {
		tags Tags
		want map[string]string
	}{
		"all": {
			Tags{Title: "Harbour bridge closes", Artist: "The Daily Ferry", Language: "en-GB", Label: "This audio is created with AI assistance"},
			map[string]string{"title": "Harbour bridge closes", "artist": "The Daily Ferry", "language": "eng", "comment": "This audio is created with AI assistance"},
		},
		"none":              {Tags{}, nil},
		"quotes":            {Tags{Title: `"It's" \ 100 % $(id) <b>; -i`}, map[string]string{"title": `"It's" \ 100 % $(id) <b>; -i`}},
		"Cyrillic":          {Tags{Title: "Міст зачинено", Language: "uk"}, map[string]string{"title": "Міст зачинено", "language": "ukr"}},
		"emoji":             {Tags{Title: "🎧 👩‍👩‍👧"}, map[string]string{"title": "🎧 👩‍👩‍👧"}},
		"line breaks":       {Tags{Title: "\n one\r\ntwo\tthree\u2028four "}, map[string]string{"title": "one two three four"}},
		"control":           {Tags{Title: "a\x00b\x07c\u0085d"}, map[string]string{"title": "abc d"}},
		"no-break spaces":   {Tags{Title: "10\u00a0000\u202f€"}, map[string]string{"title": "10\u00a0000\u202f€"}},
		"not UTF-8":         {Tags{Title: "caf\xe9"}, map[string]string{"title": "caf\uFFFD"}},
		"nothing but space": {Tags{Title: " \n\x00"}, nil},
		"long":              {Tags{Title: long}, map[string]string{"title": strings.TrimSpace(long)}},
		"script subtag":     {Tags{Language: "zh-Hant-TW"}, map[string]string{"language": "zho"}},
		"no language":       {Tags{Language: "und"}, nil},
		"not a language":    {Tags{Language: "??"}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			track := encode(t, Options{SampleRate: 24000, Tags: test.tags}, part{speech: chirp(24000, 2400)})
			got := ffprobe(t, save(t, track)).Format.Tags
			if got["DigitalSourceType"] != "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" {
				t.Errorf("the AI mark is missing: %q", got)
			}
			delete(got, "DigitalSourceType")
			delete(got, "encoder") // from the Info frame
			if len(got) != len(test.want) {
				t.Errorf("tags are %q, want %q", got, test.want)
			}
			for key, want := range test.want {
				if got[key] != want {
					t.Errorf("%s is %q, want %q", key, got[key], want)
				}
			}
		})
	}
}

package track

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
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
		"site, date, voice": {
			Tags{Site: "The Daily Ferry", Date: time.Date(2026, 11, 25, 10, 30, 0, 0, time.FixedZone("Kyiv", 7200)), Voice: "flite:slt"},
			map[string]string{"album": "The Daily Ferry", "publisher": "The Daily Ferry", "date": "2026-11-25T08:30:00", "Voice": "flite:slt"},
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
			if got["DigitalSourceType"] != audio.TrainedModel {
				t.Errorf("the AI mark is missing: %q", got)
			}
			delete(got, "DigitalSourceType")
			delete(got, "encoder")        // from the Info frame
			delete(got, "id3v2_priv.XMP") // which TestTagsAsExifToolReadsThem reads
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

// articleTrack has everything that a file can say of itself.
func articleTrack(t *testing.T) Track {
	t.Helper()
	var cover bytes.Buffer
	if err := png.Encode(&cover, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	tags := Tags{
		Title: "Міст зачинено", Language: "uk", URL: "https://ferry.example/мiст?a=1&b=2",
		Cover: Picture{MIME: "image/png", Data: cover.Bytes()}, Label: "This audio is created with AI assistance",
	}
	return encode(t, Options{SampleRate: 24000, Tags: tags},
		part{text: "Міст зачинено", speech: chirp(24000, 24000), pause: time.Second, role: "headline"},
		part{text: "Чому?", speech: chirp(24000, 12000), pause: time.Second, role: "heading"},
		part{text: "Ніхто не знає. Рада мовчить.", speech: chirp(24000, 36000), pause: time.Second, role: "paragraph"})
}

// ExifTool, which knows XMP, finds the mark where IPTC has it, the cover, and the page.
func TestTagsAsExifToolReadsThem(t *testing.T) {
	var read []map[string]any
	out := run(t, "exiftool", "-json", "-G1", "-charset", "UTF8", save(t, articleTrack(t)))
	if err := json.Unmarshal(out, &read); err != nil || len(read) != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	want := map[string]any{
		"XMP-iptcExt:DigitalSourceType": audio.TrainedModel,
		"ID3v2_4:Title":                 "Міст зачинено",
		"ID3v2_4:Language":              "ukr",
		"ID3v2_4:PictureMIMEType":       "image/png",
		"ID3v2_4:PictureType":           "Front Cover",
		"ID3v2_4:FileURL":               "https://ferry.example/%D0%BCi%D1%81%D1%82?a=1&b=2",
		"ID3v2_4:Lyrics-ukr":            "Міст зачинено\nЧому?\nНіхто не знає.\nРада мовчить.",
	}
	for key, value := range want {
		if read[0][key] != value {
			t.Errorf("%s is %q, want %q, in %q", key, read[0][key], value, read[0])
		}
	}
}

// ExifTool does not take the tag for one that is cut, and shows both frames of our own.
func TestExifToolHasNothingToWarnOf(t *testing.T) {
	track := articleTrack(t)
	out := string(run(t, "exiftool", "-a", "-s", "-Warning", "-UserDefinedText", save(t, track)))
	if strings.Contains(out, "Warning") || !strings.Contains(out, "(DigitalSourceType) "+audio.TrainedModel) {
		t.Errorf("it says %s", out)
	}
	tags := Tags{Voice: "flite:slt", SourceType: audio.Algorithm}
	out = string(run(t, "exiftool", "-a", "-s", "-G1", save(t, encode(t, Options{SampleRate: 24000, Tags: tags}, part{speech: chirp(24000, 2400)}))))
	for _, want := range []string{"(DigitalSourceType) " + tags.SourceType, "(Voice) flite:slt"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in %s", want, out)
		}
	}
	if strings.Contains(out, audio.TrainedModel) {
		t.Errorf("a voice of rules is called a model: %s", out)
	}
}

func TestChaptersAsFFprobeReadsThem(t *testing.T) {
	track := articleTrack(t)
	var read struct {
		Chapters []struct {
			Start, End int // ms
			Tags       struct{ Title string }
		}
	}
	out := run(t, "ffprobe", "-v", "error", "-show_chapters", "-of", "json", save(t, track))
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, c := range read.Chapters {
		got = append(got, fmt.Sprint(c.Start, c.End, c.Tags.Title))
	}
	for _, c := range track.Chapters {
		want = append(want, fmt.Sprint(track.At(c.Start).Milliseconds(), track.At(c.End).Milliseconds(), c.Title))
	}
	if len(want) != 2 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("ffprobe reads chapters %q, want %q", got, want)
	}
}

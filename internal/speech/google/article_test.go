package google_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/google"
)

// chapter is what a long read has, with a number in it: a heading without a full stop, dialogue,
// abbreviations, a sentence of a whole paragraph, a list, and what markup has to escape.
var chapter = []article.Block{
	{Role: article.Heading, Text: "Розділ %d: як річка повернулася до старого русла"},
	{Role: article.Paragraph, Text: "На світанку %d травня сторож греблі пан Остап почув, як вода «дихає» під мостом. Спершу він подумав, що то вітер! Та вітру не було… «Хто тут?» — гукнув він і сам засміявся з себе."},
	{Role: article.Paragraph, Text: "У Жовкві, куди звістка дійшла за годину, зібралися всі, хто пам'ятав повінь %d року, коли річка, обійшовши млин, знесла два мости, склад із зерном, стару пошту і майже всю нижню вулицю, а люди, які встигли винести з хат лише ікони, ковдри та дітей, сиділи на даху школи до самого вечора й дивилися, як повз них пливуть паркани, стоги, човни без весел і чиясь скриня, на якій, наче капітан, стояв півень і кричав так голосно, що його чули аж за лісом, де стояли пожежники з області, котрі не знали, з якого боку підійти до води, бо дороги вже не було"},
	{Role: article.Quote, Text: "«Ми не просимо багато. Нам потрібні насоси, пісок & мішки; а ще — щоб хтось нарешті відповів на лист № %d», — сказала голова громади."},
	{Role: article.ListItem, Text: "насосів: %d"},
	{Role: article.ListItem, Text: "мішків із піском [за списком] — 40 тис."},
	{Role: article.Paragraph, Text: "Інженери кажуть: тиск < 3 атм., витрата ≈ 120 м³/с, а рівень за добу впав на %d см. Чи досить цього? Ніхто не береться сказати."},
}

func longRead(characters int) article.Article {
	a := article.Article{Language: "uk"}
	for n, size := 1, 0; size < characters; n++ {
		for _, block := range chapter {
			block.Text = strings.ReplaceAll(block.Text, "%d", fmt.Sprint(n))
			a.Blocks = append(a.Blocks, block)
			size += utf8.RuneCountInString(block.Text)
		}
	}
	return a
}

// beep is a moment for any text: what is said counts here, not how it sounds.
func beep(context.Context, string, string) (speech.Speech, error) {
	return speech.Speech{SampleRate: 24000, Samples: []int16{1000, -1000}}, nil
}

// A long read of 60,000 characters is said whole and in order, within all limits, with nothing
// refused.
func TestLongReadWithinAllLimits(t *testing.T) {
	town := lexicon.NewLayer("site", lexicon.List{Language: "uk", Entries: []lexicon.Entry{{Written: []string{"Жовкві"}, IPA: "ˈʒɔu̯kvʲi"}}})
	long := longRead(60_000)
	for _, name := range []string{"uk-UA-Chirp3-HD-Kore", "uk-UA-Standard-A"} {
		t.Run(name, func(t *testing.T) {
			// The quota, too, is kept above the client.
			server := start(t, emulator.Options{Speaker: beep, Quotas: map[string]int{"chirp3-hd": 10_000}})
			synth := client(t, google.Options{Endpoint: server.Endpoint})
			v := voice(t, name, "uk")
			made, err := script.Build(long, script.Options{Limit: v.Limit(), Lexicon: []*lexicon.Layer{town}})
			if err != nil {
				t.Fatal(err)
			}
			var spoken strings.Builder
			for _, segment := range made.Segments {
				req := v.Call(segment.Said())
				spoken.WriteString(req.Words())
				if _, err := synth.Synthesize(t.Context(), req); err != nil {
					t.Errorf("%q: %v", segment.Spoken, err)
				}
			}
			checkLongRead(t, server, spoken.String(), made)
		})
	}
}

func checkLongRead(t *testing.T, server *emulatortest.Server, spoken string, made script.Script) {
	t.Helper()
	var heard strings.Builder
	for _, record := range server.Records() {
		heard.WriteString(record.Said)
	}
	if heard.String() != spoken || !strings.Contains(spoken, "Жовкві") {
		t.Errorf("%d bytes were said of %d", heard.Len(), len(spoken))
	}
	stats := server.Stats()
	if stats.Answered != len(made.Segments) || len(stats.Refused) > 0 || stats.Billed < 60_000 {
		t.Errorf("%d segments: %+v", len(made.Segments), stats)
	}
	t.Logf("%d requests, %d characters billed", stats.Requests, stats.Billed)
}

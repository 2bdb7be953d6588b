package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestLanguage(t *testing.T) {
	const english = "<p>The council voted on Tuesday to close the old bridge for the whole of the winter.</p>"
	const german = "Der Rat beschloss am Dienstag, die alte Brücke über den Fluss für den ganzen Winter zu sperren. " +
		"Die Bewohner am anderen Ufer fahren nun eine halbe Stunde länger zur Arbeit, und die Schule beginnt später."
	options := article.Options{Languages: map[string][]string{"uk": {"ukrainian", "hash-uk"}, "pl_PL": {"hash-pl"}}, DefaultLanguage: "de"}
	for _, test := range []struct {
		name    string
		payload article.Payload
		lang    string
		by      string
	}{
		{"the payload says", article.Payload{Language: "en_us", HTML: `<html lang="uk"><body>x`}, "en-US", "payload"},
		{"the payload says nonsense", article.Payload{Language: "ua", HTML: `<html lang="uk"><body>x`}, "uk", "page's lang"},
		{"the page says", article.Payload{HTML: `<html lang="fr-CA"><body>x`, Tags: []string{"hash-uk"}}, "fr-CA", "page's lang"},
		{"the page says nothing valid", article.Payload{HTML: `<html lang="english!"><body>x`, Tags: []string{"hash-uk"}}, "uk", "tag hash-uk"},
		{"the text contradicts the payload", article.Payload{Language: "en", HTML: "<p>" + german}, "de", "text"},
		{"the text contradicts the page", article.Payload{HTML: `<html lang="en-US"><body><p>` + german}, "de", "text"},
		{"a short text contradicts nothing", article.Payload{Language: "uk", HTML: english}, "uk", "payload"},
		{"a quotation contradicts nothing", article.Payload{Language: "en", HTML: english + "<p>The sign said: “" + german + "”</p>"}, "en", "payload"},
		{"a tag says", article.Payload{HTML: english, Tags: []string{"news", "ukrainian"}}, "uk", "tag ukrainian"},
		{"the site's rule is normalised", article.Payload{HTML: english, Tags: []string{"hash-pl"}}, "pl-PL", "tag hash-pl"},
		{"the first tag that tells decides", article.Payload{HTML: english, Tags: []string{"hash-pl", "hash-uk"}}, "pl-PL", "tag hash-pl"},
		{"the text says", article.Payload{HTML: english, Tags: []string{"news"}}, "en", "text"},
		{"too little text", article.Payload{HTML: "<p>Ferry sails again.</p>"}, "de", "site default"},
		{"words that several languages have", article.Payload{HTML: "<p>A tale by a man.</p>"}, "de", "site default"},
		{"what is skipped says nothing", article.Payload{HTML: english + "<aside>Рада проголосувала за бюджет на новий рік, і їжак теж.</aside>"}, "en", "text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(test.payload, options)
			if err != nil {
				t.Fatal(err)
			}
			if a.Language != test.lang || a.LanguageBy != test.by {
				t.Errorf("got %s by %s, want %s by %s", a.Language, a.LanguageBy, test.lang, test.by)
			}
		})
	}
}

func TestLanguageWithoutSettings(t *testing.T) {
	a, err := article.Parse(article.Payload{Text: "Hm."}, article.Options{})
	if err != nil || a.Language != "en" || a.LanguageBy != "site default" {
		t.Errorf("got %s by %s, %v; want en by site default", a.Language, a.LanguageBy, err)
	}
}

func TestDetection(t *testing.T) {
	for _, test := range []struct{ want, text string }{
		{"en", "The boats stayed in the harbour because the wind had turned to the north."},
		{"uk", "Рада проголосувала за бюджет на новий рік."},
		{"uk", "Школа постане у центрі села вже восени цього року, обіцяє влада."},
		{"uk", "Мер міста Рыбинск подав у відставку після рішення суду, пишуть місцеві видання."},
		{"uk", "Прокуратура: міноборони, СБУ, ДБР"},
		{"ru", "Суды, выборы, рынки: газета «Київ» вышла"},
		{"ru", "Лодки остались в гавани, потому что ветер повернул на север, и море было чёрным."},
		{"ru", "Новая школа откроется осенью в центре города, обещает администрация."},
		{"be", "Рада прагаласавала за закрыццё старога моста ў аўторак, а дзеці пайшлі ў школу."},
		{"bg", "Съветът гласува във вторник затварянето на стария мост през цялата зима."},
		{"de", "Die Boote blieben im Hafen, weil der Wind auf Nord gedreht hatte."},
		{"fr", "Les bateaux sont restés au port parce que le vent avait tourné au nord."},
		{"es", "Los barcos se quedaron en el puerto porque el viento había girado al norte."},
		{"pl", "Łodzie zostały w porcie, bo wiatr zmienił kierunek na północny."},
		{"pl", "Rada miasta zagłosowała we wtorek za zamknięciem mostu."},
		{"it", "Le barche sono rimaste in porto perché il vento era girato a nord durante la notte."},
		{"el", "Τα σκάφη έμειναν στο λιμάνι γιατί ο άνεμος γύρισε βόρειος."},
		{"ar", "بقيت القوارب في الميناء لأن الرياح تحولت إلى الشمال."},
		{"zh", "由于风向转为北风，船只整个上午都留在港口里没有出海。"},
		{"ja", "風が北に変わったため、船は午前中ずっと港に残りました。"},
	} {
		t.Run(test.want+" "+test.text, func(t *testing.T) {
			a, err := article.Parse(article.Payload{Text: test.text}, article.Options{DefaultLanguage: "tlh"})
			if err != nil || a.Language != test.want {
				t.Errorf("got %s by %s, %v; want %s", a.Language, a.LanguageBy, err, test.want)
			}
		})
	}
}

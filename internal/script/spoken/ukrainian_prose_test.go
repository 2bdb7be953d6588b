package spoken

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// ukProse has nothing that a voice reads wrong.
const ukProse = `Уранці місто прокинулося від дощу. Люди поспішали на роботу, тримаючи парасольки, а діти бігли до школи й сміялися.
«Ми чекали цього дня дуже довго, — сказала вчителька Оксана Гнатюк. — І ось він настав!» Її чоловік, інженер, лише кивнув.
За словами міського голови, ремонт мосту триватиме до зими; кошти на нього виділили ще торік. Чи вистачить їх? Навряд чи.
У п'ятницю ввечері на площі заграє оркестр: вхід вільний. Слов'янськ, Кам'янець-Подільський, Івано-Франківськ надіслали гостей.
Президент США й прем'єр-міністр Канади обговорили з НАТО підтримку України (деталі не розголошують). Що далі… побачимо.
І. Франко та Леся Українка листувалися. Хтось із них писав частіше, хтось — рідше. Так, це правда. О Боже, як гарно!
Він прийшов о пів на третю, з друзями, без парасольки, через дощ. А втім, усе скінчилося добре. В Україні так буває.
Том Круз приїхав у Львів; пан Степан, пані Марія і професор теж. Ст. Ковалем він не був. Буд-який привід добрий. Тел-Авів далеко.`

func TestUkrainianLeavesProseAlone(t *testing.T) {
	if form := Say("uk", strings.ReplaceAll(ukProse, "\n", " ")); len(form.Edits) > 0 {
		for _, e := range form.Edits {
			t.Errorf("%s: said %q", e.Rule, form.Text[e.Said.Start:e.Said.End])
		}
	}
}

// Whatever is written, the edits fit the text, and what is said is as well-formed as what is written.
func TestUkrainianHoldsForAnyText(t *testing.T) {
	parts := rapid.SliceOf(rapid.SampledFrom([]string{
		"24", "лютого", "2022", "р.", "рр.", "-", "–", "—", " ", " ", " ", "\u00A0", "1,5", "млн", "тис.", "грн", "$", "%", "м.", "Київ", "о", "15:30", "до", "з",
		"№", "ст.", "ч.", "XIV", "ХІХ", "F", "16", "Су", "155", "мм", "km", "СБУ", "@a", "#б", "/", ".", ",", "(", ")", "000", "°C", "ім.", "а", "ʼ", "ген.", "🔥", "-го", "\xff",
	}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(parts.Draw(t, "parts"), "")
		form := Say("uk", text)
		if utf8.ValidString(text) && !utf8.ValidString(form.Text) {
			t.Fatalf("%q became invalid: %q", text, form.Text)
		}
		written, said := 0, 0
		for _, e := range form.Edits {
			if e.Written.Start < written || e.Said.Start < said || e.Written.End > len(text) || e.Said.End > len(form.Text) ||
				text[written:e.Written.Start] != form.Text[said:e.Said.Start] {
				t.Fatalf("edits of %q do not fit: %+v", text, form)
			}
			written, said = e.Written.End, e.Said.End
		}
		if text[written:] != form.Text[said:] {
			t.Fatalf("the end of %q is not that of %q", text, form.Text)
		}
	})
}

package lexicon

import (
	"bytes"
	"strings"
	"testing"
)

func TestDecline(t *testing.T) {
	for _, c := range []struct{ pattern, forms string }{
		{"uk-place", "Бахмут Бахмута Бахмуту Бахмутом Бахмуті"},
		{"uk-place", "Харків Харкова Харкову Харковом Харкові"},
		{"uk-place", "Київ Києва Києву Києвом Києві"},
		{"uk-place", "Тернопіль Тернополя Тернополю Тернополем Тернополі"},
		{"uk-place", "Маріуполь Маріуполя Маріуполю Маріуполем Маріуполі"},
		{"uk-place", "Авдіївка Авдіївки Авдіївці Авдіївку Авдіївкою"},
		{"uk-place", "Буча Бучі Бучу Бучею"},
		{"uk-place", "Запоріжжя Запоріжжю Запоріжжям Запоріжжі"},
		{"uk-place", "Вінниця Вінниці Вінницю Вінницею"},
		{"uk-place", "Суми Сум Сумам Сумами Сумах"},
		{"uk-place", "Рівне Рівного Рівному Рівним"},
		{"uk-place", "Луцьк Луцька Луцьку Луцьком"},
		{"uk-place", "Івано-Франківськ Івано-Франківська Івано-Франківську Івано-Франківськом"},
		{"uk-man", "Зеленський Зеленського Зеленському Зеленським"},
		{"uk-man", "Порошенко Порошенка Порошенку Порошенкові Порошенком"},
		{"uk-man", "Буданов Буданова Буданову Будановим"},
		{"uk-man", "Єрмак Єрмака Єрмаку Єрмакові Єрмаком"},
		{"uk-man", "Сергій Сергія Сергію Сергієві Сергієм Сергії"},
		{"uk-man", "Шмигаль Шмигаля Шмигалю Шмигалеві Шмигалем Шмигалі"},
		{"uk-man", "Микола Миколи Миколі Миколу Миколою"},
		{"uk-woman", "Зеленська Зеленської Зеленській Зеленську Зеленською"},
		{"uk-woman", "Ольга Ольги Ользі Ольгу Ольгою"},
		{"pl-man", "Kowalski Kowalskiego Kowalskiemu Kowalskim"},
		{"pl-man", "Tusk Tuska Tuskowi Tuskiem Tusku"},
		{"pl-man", "Duda Dudy Dudzie Dudę Dudą"},
		{"pl-woman", "Kowalska Kowalskiej Kowalską"},
		{"pl-woman", "Maria Marii Marię Marią"},
		{"pl-place", "Warszawa Warszawy Warszawie Warszawę Warszawą"},
		{"pl-place", "Polska Polski Polsce Polskę Polską"},
		{"pl-place", "Praga Pragi Pradze Pragę Pragą"},
		{"pl-place", "Kraków Krakowa Krakowowi Krakowem Krakowie"},
		{"pl-place", "Gdańsk Gdańska Gdańskowi Gdańskiem Gdańsku"},
	} {
		want := strings.Fields(c.forms)
		entries, err := Decline(c.pattern, Entry{Written: want[:1], Alias: want[0]})
		if err != nil {
			t.Errorf("%s: %v", want[0], err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, e.Written[0])
			if e.Alias != e.Written[0] {
				t.Errorf("%s has the alias %s", e.Written[0], e.Alias)
			}
		}
		if strings.Join(got, " ") != c.forms {
			t.Errorf("%s: got %v, want %v", c.pattern, got, want)
		}
	}
}

func TestDeclineAliasAndIPA(t *testing.T) {
	for _, c := range []struct{ pattern, written, alias, ipa, form, formAlias, formIPA string }{
		{"uk-place", "Бахмут", "Бахму\u0301т", "bɐxˈmut", "Бахмуті", "Бахму\u0301ті", "bɐxˈmutʲi"},
		{"uk-man", "Зеленський", "", "zeˈlɛnʲsʲkɪj", "Зеленського", "", "zeˈlɛnʲsʲkɔɦɔ"},
		{"uk-man", "Сергій", "Сергі\u0301й", "serˈɦʲij", "Сергієві", "Сергі\u0301єві", "serˈɦʲijɛʋʲi"},
		{"uk-place", "Харків", "Ха\u0301рків", "ˈxɑrkiu̯", "Харкова", "Ха\u0301ркова", ""}, // the IPA does not end as the word is spelled
		{"pl-man", "Kowalski", "Kovalski", "kɔˈvalskʲi", "Kowalskiego", "Kovalskiego", ""}, // the stress would move
	} {
		entries, err := Decline(c.pattern, Entry{[]string{c.written}, c.alias, c.ipa})
		if err != nil {
			t.Fatal(err)
		}
		m := New(c.pattern[:2], NewLayer("site", List{c.pattern[:2], entries})).Find(c.form)
		if len(m) != 1 || m[0].Entry.Alias != c.formAlias || m[0].IPA != c.formIPA {
			t.Errorf("%s: got %+v", c.form, m)
		}
		if err := Write(&bytes.Buffer{}, List{c.pattern[:2], entries}); err != nil {
			t.Error(err)
		}
	}
}

func TestDeclineRefuses(t *testing.T) {
	for _, c := range []struct {
		name, pattern string
		e             Entry
		want          string
	}{
		{"an unknown pattern", "de-man", Entry{Written: []string{"Merz"}, Alias: "x"}, "uk-place"},
		{"several words", "uk-place", Entry{Written: []string{"Кривий Ріг"}, Alias: "Кривий Ріг"}, "single word"},
		{"an ending it has no row for", "uk-place", Entry{Written: []string{"Баку"}, Alias: "Баку"}, "one by one"},
		{"an ending that tells nothing", "uk-man", Entry{Written: []string{"Швець"}, Alias: "Швець"}, "one by one"},
		{"an alias that ends otherwise", "uk-place", Entry{Written: []string{"Полтава"}, Alias: "Полтаво"}, "does not end"},
		{"stress on the ending", "uk-place", Entry{Written: []string{"Дніпро"}, Alias: "Дніпро\u0301"}, "does not end"},
		{"IPA alone that cannot follow", "pl-man", Entry{Written: []string{"Tusk"}, IPA: "tusk"}, "alias"},
		{"an entry that is not valid", "uk-place", Entry{}, "written form"},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries, err := Decline(c.pattern, c.e)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %+v, %v", entries, err)
			}
		})
	}
}

func TestNoRowRepeatsAForm(t *testing.T) {
	for _, p := range patterns() {
		for _, row := range p.endings {
			seen := map[string]bool{row.nominative: true}
			for _, ending := range strings.Fields(row.others) {
				if seen[ending] {
					t.Errorf("%s, -%s: -%s is listed twice", p.Name, row.nominative, ending)
				}
				seen[ending] = true
			}
		}
	}
}

// TestPatternExamples checks the examples, because editors see them.
func TestPatternExamples(t *testing.T) {
	for _, p := range Patterns("") {
		forms := strings.Split(p.Example, ", ")
		entries, err := Decline(p.Name, Entry{Written: forms[:1], Alias: forms[0]})
		if err != nil || len(entries) != len(forms) || entries[len(forms)-1].Written[0] != forms[len(forms)-1] {
			t.Errorf("%s: got %+v, %v, want %v", p.Name, entries, err, forms)
		}
	}
	if n := len(Patterns("uk-UA")); n != 3 {
		t.Errorf("found %d patterns for Ukrainian", n)
	}
}

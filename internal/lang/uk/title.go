package uk

import (
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// titles are ranks and titles before names.
var titles = sync.OnceValue(func() map[string]noun { return phrases(vocab().Titles) })

// named matches initials or a name, and a surname.
var named = rewrite.Lazy(`^` + space + `?(?:[А-ЯІЇЄҐ]\.` + space + `?){0,2}([А-ЯІЇЄҐ][\p{L}'’ʼ-]+)(?:` + space + `([А-ЯІЇЄҐ][\p{L}'’ʼ-]+))?`)

// nameCases maps the endings of a man's surname to its case.
var nameCases = []struct {
	endings string
	c       grammaticalCase
}{
	{"ого нка ука юка чака ьова яка ака", genitive}, {"ому ові еві єві нку", dative}, {"им ом ем єм нком", instrumental},
}

// sayTitle says ranks and titles, in the case of the name after them.
func sayTitle(m rewrite.Match) (string, bool) {
	short := strings.ToLower(strings.Join(slices.DeleteFunc(slices.Clone(m.Groups[1:]), func(g string) bool { return g == "" }), "-"))
	noun, known := titles()[short]
	name := named().FindStringSubmatch(m.After)
	if !known || name == nil || !apart(m) || m.Groups[1] == "П" || m.Groups[1] == "О" || short == "о" && islands().MatchString(name[1]) { // initials, an island
		return "", false
	}
	if short == "п" && endsIn(name[1], []string{"а", "я"}) {
		return "пані" + gap(m.After), true
	}
	return noun.singular[nameCase(m.Before, name)] + gap(m.After), true
}

func nameCase(before string, name []string) grammaticalCase {
	surname := name[1]
	if name[2] != "" {
		surname = name[2]
	}
	for _, by := range nameCases {
		if endsIn(surname, strings.Fields(by.endings)) {
			return by.c
		}
	}
	if endsIn(surname, []string{"ова", "ева", "єва", "іна", "їна"}) {
		return first(before)
	}
	return nominative
}

// saySaint says "св. Миколая": the adjective agrees with the name.
func saySaint(m rewrite.Match) (string, bool) {
	name := name().FindStringSubmatch(m.After)
	if name == nil || !apart(m) {
		return "", false
	}
	for _, by := range saints {
		if endsIn(name[1], strings.Fields(by.names)) {
			return by.adjective, true
		}
	}
	return "", false
}

// saints are the forms of "святий", by the name after it.
var saints = []struct{ names, adjective string }{
	{"Миколая Андрія Георгія Юрія Павла Петра Іоанна Володимира Валентина Патрика Михайла Василя Пантелеймона Антонія Феодосія Іллі Марка Духа", "святого"},
	{"Софії Варвари Ольги Анни Катерини Марії Терези Юри", "святої"},
	{"Софія Варвара Ольга Анна Катерина Марія Тереза Трійця", "свята"},
	{"Миколай Андрій Георгій Юрій Павло Петро Іоанн Володимир Валентин Патрик Михайло Василь Дух", "святий"},
}

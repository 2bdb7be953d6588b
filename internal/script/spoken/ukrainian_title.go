package spoken

import (
	"slices"
	"strings"
)

// ukTitles are ranks and titles in front of names, without full stops.
var ukTitles = map[string]ukNoun{
	"ген": ukNouns["генерал"], "ген-лейт": ukNouns["лейтенант"].joined("генерал-", ""), "ген-майор": ukNouns["майор"].joined("генерал-", ""),
	"ген-полк": ukNouns["полковник"].joined("генерал-", ""), "полк": ukNouns["полковник"], "підполк": ukNouns["підполковник"],
	"кап": ukNouns["капітан"], "май": ukNouns["майор"], "м-р": ukNouns["майор"], "лейт": ukNouns["лейтенант"], "серж": ukNouns["сержант"],
	"ст-лейт": ukNouns["лейтенант"].described("старш"), "мол-лейт": ukNouns["лейтенант"].described("молодш"),
	"ст-серж": ukNouns["сержант"].described("старш"), "мол-серж": ukNouns["сержант"].described("молодш"), "адм": ukNouns["адмірал"],
	"л-т": ukNouns["лейтенант"], "с-нт": ukNouns["сержант"], "к-н": ukNouns["капітан"], "п-к": ukNouns["полковник"], "підп-к": ukNouns["підполковник"],
	"ст-л-т": ukNouns["лейтенант"].described("старш"), "мол-л-т": ukNouns["лейтенант"].described("молодш"),
	"ст-с-нт": ukNouns["сержант"].described("старш"), "мол-с-нт": ukNouns["сержант"].described("молодш"), "о": ukNouns["отець"],
	"проф": ukNouns["професор"], "акад": ukNouns["академік"], "доц": ukNouns["доцент"], "д-р": ukNouns["доктор"], "дир": ukNouns["директор"],
	"деп": ukNouns["депутат"], "гр": ukNouns["громадянин"], "тов": ukNouns["товариш"], "п": ukNouns["пан"],
}

// ukNamed matches initials or a name, and a surname.
var ukNamed = lazy(`^` + ukSpace + `?(?:[А-ЯІЇЄҐ]\.` + ukSpace + `?){0,2}([А-ЯІЇЄҐ][\p{L}'’ʼ-]+)(?:` + ukSpace + `([А-ЯІЇЄҐ][\p{L}'’ʼ-]+))?`)

// ukNameCases are the cases of a man's surname by its ending.
var ukNameCases = []struct {
	endings string
	c       ukCase
}{
	{"ого нка ука юка чака ьова яка ака", ukGenitive}, {"ому ові еві єві нку", ukDative}, {"им ом ем єм нком", ukInstrumental},
}

// ukSayTitle is the rule for ranks and titles; their case is that of the name behind.
func ukSayTitle(m match) (string, bool) {
	short := strings.ToLower(strings.Join(slices.DeleteFunc(slices.Clone(m.groups[1:]), func(g string) bool { return g == "" }), "-"))
	noun, known := ukTitles[short]
	name := ukNamed().FindStringSubmatch(m.after)
	if !known || name == nil || !ukApart(m) || m.groups[1] == "П" || m.groups[1] == "О" || short == "о" && ukIslands().MatchString(name[1]) { // initials, an island
		return "", false
	}
	if short == "п" && ukEndsIn(name[1], []string{"а", "я"}) {
		return "пані" + ukGap(m.after), true
	}
	return noun.singular[ukNameCase(m.before, name)] + ukGap(m.after), true
}

func ukNameCase(before string, name []string) ukCase {
	surname := name[1]
	if name[2] != "" {
		surname = name[2]
	}
	for _, by := range ukNameCases {
		if ukEndsIn(surname, strings.Fields(by.endings)) {
			return by.c
		}
	}
	if ukEndsIn(surname, []string{"ова", "ева", "єва", "іна", "їна"}) {
		return ukFirst(before)
	}
	return ukNominative
}

// ukSaySaint is the rule for "св. Миколая": the adjective agrees with the name.
func ukSaySaint(m match) (string, bool) {
	name := ukName().FindStringSubmatch(m.after)
	if name == nil || !ukApart(m) {
		return "", false
	}
	for _, by := range ukSaints {
		if ukEndsIn(name[1], strings.Fields(by.names)) {
			return by.adjective, true
		}
	}
	return "", false
}

// ukSaints are the forms of "святий" by the name behind.
var ukSaints = []struct{ names, adjective string }{
	{"Миколая Андрія Георгія Юрія Павла Петра Іоанна Володимира Валентина Патрика Михайла Василя Пантелеймона Антонія Феодосія Іллі Марка Духа", "святого"},
	{"Софії Варвари Ольги Анни Катерини Марії Терези Юри", "святої"},
	{"Софія Варвара Ольга Анна Катерина Марія Тереза Трійця", "свята"},
	{"Миколай Андрій Георгій Юрій Павло Петро Іоанн Володимир Валентин Патрик Михайло Василь Дух", "святий"},
}

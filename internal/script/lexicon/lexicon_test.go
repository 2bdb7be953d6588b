package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// layerOf makes a layer of "written=alias" entries; | separates written forms.
func layerOf(name, language string, entries ...string) *Layer {
	list := List{Language: language}
	for _, e := range entries {
		written, alias, _ := strings.Cut(e, "=")
		list.Entries = append(list.Entries, Entry{Written: strings.Split(written, "|"), Alias: alias})
	}
	return NewLayer(name, list)
}

// said replaces the matches in a text with their aliases, in brackets.
func said(lex *Lexicon, text string) string {
	var out strings.Builder
	at := 0
	for _, m := range lex.Find(text) {
		out.WriteString(text[at:m.Start] + "[" + m.Alias + "]")
		at = m.End
	}
	return out.String() + text[at:]
}

func TestFindsWholeWords(t *testing.T) {
	en := []string{"Kyiv=Keev", "Kyiv Independent=Keev Paper", "Sumy=Soomy", "hryvnia=hriv-nya", "Rih=Reeh", "Kryvyi Rih=Krivee Reeh",
		"Mar'inka=Maryinka", "SBU=S B U", "Ivano-Frankivsk=Eevano", "Frankivsk=Frahnk", "MiG=mig", "U=you", "McDonald's=Macs", "Café=kaf"}
	uk := []string{"Київ=Ки́їв", "Слов'янськ=СЛОВ", "Івано-Франківськ=ІФ", "гривня|гривні=грн", "Odesa=Оде́са", "Львів=ЛЬВІВ"}
	for _, c := range []struct{ name, language, text, want string }{
		{"a word", "en", "In Kyiv today.", "In [Keev] today."},
		{"no part of a word", "en", "Kyivan and Kyivstar and OldKyiv", "Kyivan and Kyivstar and OldKyiv"},
		{"capitals must fit", "en", "kyiv and sumy", "kyiv and sumy"},
		{"headline in capitals", "en", "KYIV FALLS SILENT", "[Keev] FALLS SILENT"},
		{"small letters fit any", "en", "hryvnia Hryvnia HRYVNIA", "[hriv-nya] [hriv-nya] [hriv-nya]"},
		{"an initialism in small letters is a word", "en", "SBU, Sbu, sbu", "[S B U], Sbu, sbu"},
		{"the longest wins", "en", "The Kyiv Independent of Kyiv", "The [Keev Paper] of [Keev]"},
		{"a phrase that breaks off", "en", "Kryvyi Roh, Kryvyi Rih, Rih", "Kryvyi Roh, [Krivee Reeh], [Reeh]"},
		{"any space", "en", "Kryvyi\u00a0Rih Kryvyi \n Rih", "[Krivee Reeh] [Krivee Reeh]"},
		{"possessive", "en", "Kyiv's, Kyiv’s, KYIV’S", "[Keev's], [Keev's], [Keev's]"},
		{"possessive of a phrase", "en", "Kryvyi Rih’s mayor", "[Krivee Reeh's] mayor"},
		{"plural", "en", "MiGs and hryvnias; Kyivs' parks", "[migs] and [hriv-nyas]; [Keevs]' parks"},
		{"two letters have no plural", "en", "Us and U's", "Us and [you's]"},
		{"an entry that has its own s", "en", "McDonald’s", "[Macs]"},
		{"in a compound", "en", "Kyiv-based, pro-Kyiv", "[Keev]-based, pro-[Keev]"},
		{"hyphens are part of a form", "en", "Ivano-Frankivsk, Ivano\u2011Frankivsk, Ivano Frankivsk", "[Eevano], [Eevano], Ivano [Frahnk]"},
		{"apostrophes of any kind", "en", "Mar’inka Mar'inka Marʼinka Mar`inka", "[Maryinka] [Maryinka] [Maryinka] [Maryinka]"},
		{"addresses and handles", "en", "kyiv.ua a@Kyiv.ua @Kyiv Kyiv_Post", "kyiv.ua a@Kyiv.ua @Kyiv Kyiv_Post"},
		{"hashtags and quotes", "en", "#Kyiv “Kyiv” (Kyiv).", "#[Keev] “[Keev]” ([Keev])."},
		{"composed or not", "en", "Cafe\u0301 Café", "[kaf] [kaf]"},
		{"soft hyphens", "en", "Ky\u00adiv", "[Keev]"},
		{"Ukrainian", "uk", "Київ. Києва. КИЇВ", "[Ки́їв]. Києва. [Ки́їв]"},
		{"a mark of stress", "uk", "Ки\u0301їв", "[Ки́їв]"},
		{"decomposed letters", "uk", "Киі\u0308в", "[Ки́їв]"},
		{"no space after an abbreviation", "uk", "м.Київ", "м.[Ки́їв]"},
		{"apostrophe in Ukrainian", "uk", "Слов’янськ, Слов`янськ", "[СЛОВ], [СЛОВ]"},
		{"listed forms", "uk", "П'ять гривні, Гривня", "П'ять [грн], [грн]"},
		{"no English endings", "uk", "Odesa's Odesas", "Odesa's Odesas"},
		{"French elision", "uk", "d’Odesa", "d’[Оде́са]"},
		{"nothing", "en", "", ""},
		{"broken UTF-8", "en", "Kyiv \xff Kyiv \xc3", "[Keev] \xff [Keev] \xc3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lex := New(c.language, layerOf("en", "en", en...), layerOf("uk", "uk", uk...))
			if got := said(lex, c.text); got != c.want {
				t.Errorf("%q is said %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestPrecedence(t *testing.T) {
	article := layerOf("article", "en", "Kyiv=A")
	site := layerOf("site", "en", "kyiv=s", "Kyiv Post=S P", "Lviv=S")
	own := layerOf("built-in", "en", "Kyiv=B", "Lviv=B", "Odesa=B", "Odesa=late")
	lex := New("en-GB", article, nil, site, own, layerOf("other", "uk", "Rivne=uk"), layerOf("US", "en-US", "Rivne=us"), layerOf("one letter", "e", "Rivne=e"))
	for _, c := range []struct{ name, text, want, layer string }{
		{"the article before all", "Kyiv", "A", "article"},
		{"a form in small letters where no other fits", "kyiv", "s", "site"},
		{"more words before a higher layer", "Kyiv Post", "S P", "site"},
		{"the site before what is built in", "Lviv", "S", "site"},
		{"the first of a list", "Odesa", "B", "built-in"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := lex.Find(c.text)
			if len(found) != 1 || found[0].Alias != c.want || found[0].Layer != c.layer {
				t.Errorf("got %+v, want %s of %s", found, c.want, c.layer)
			}
		})
	}
	if found := lex.Find("Rivne"); found != nil {
		t.Errorf("lists for other languages were used: %+v", found)
	}
}

func TestMatchHasSomethingToSay(t *testing.T) {
	lex := New("en", NewLayer("site", List{"en", []Entry{{Written: []string{"Kyiv"}, IPA: "kiv"}, {Written: []string{"Lutsk"}, IPA: "lutsk"}, {Written: []string{"Bush"}, IPA: "bʊʃ"}}}))
	for _, c := range []struct{ text, alias, ipa string }{
		{"Kyiv", "Kyiv", "kiv"},
		{"Kyiv’s", "Kyiv’s", "kivz"},
		{"Lutsk's", "Lutsk's", "lutsks"},
		{"Bush's", "Bush's", "bʊʃɪz"},
	} {
		m := lex.Find(c.text)[0]
		if m.Alias != c.alias || m.IPA != c.ipa {
			t.Errorf("%s: alias %q, IPA %q, want %q, %q", c.text, m.Alias, m.IPA, c.alias, c.ipa)
		}
	}
}

// scraps are the building blocks of the texts in property tests.
var scraps = []string{"Kyiv", "kyiv", "KYIV", "Київ", "'s", "’", "s", " ", "  ", "-", ".", "Rih", "Kryvyi", "Слов", "янськ", "`", "\u0301", "\u00ad", "\xff", "\n", "@", "é", "基辅", "🙂"}

func TestMatchesNeverOverlapAndLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(scraps)).Draw(t, "text"), "")
		forms := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(scraps), 1, 4), 0, 6).Draw(t, "forms")
		list := List{Language: "en"}
		for _, f := range forms {
			list.Entries = append(list.Entries, Entry{Written: []string{strings.Join(f, "")}, Alias: "x"})
		}
		end := 0
		for _, m := range New("en", NewLayer("site", list)).Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("the match %d–%d of %q overlaps one that ends at %d", m.Start, m.End, text, end)
			}
			if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End]) {
				t.Fatalf("the match %d–%d of %q cuts a character", m.Start, m.End, text)
			}
			if m.Alias == "" {
				t.Fatalf("the match %d–%d of %q has nothing to say", m.Start, m.End, text)
			}
			end = m.End
		}
	})
}

// TestEveryFormIsFound checks that a form between spaces is found in any text: its own entry or a
// longer one wins.
func TestEveryFormIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-ZА-ЯІЇЄŁ][a-zа-яіїєł]{1,6}(['’-][a-zа-я]{1,4})?( [A-ZА-Я][a-zа-я]{1,4})?`)
		forms := rapid.SliceOfN(word, 1, 5).Draw(t, "forms")
		list := List{Language: "uk"}
		for _, f := range forms {
			list.Entries = append(list.Entries, Entry{Written: []string{f}, Alias: "x"})
		}
		lex := New("uk", NewLayer("site", list))
		form := rapid.SampledFrom(forms).Draw(t, "form")
		for _, text := range []string{form, "; " + form + ", ", "“" + strings.ToUpper(form) + "”"} {
			if len(lex.Find(text)) != 1 {
				t.Fatalf("%q is not found in %q: %+v", form, text, lex.Find(text))
			}
		}
	})
}

func TestHigherLayersWin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var layers []*Layer
		first := -1
		for i := range 3 {
			has := rapid.Bool().Draw(t, "has")
			entries := []string{"Lviv=x"}
			if has {
				entries = append(entries, "Kyiv=said")
			}
			if has && first < 0 {
				first = i
			}
			layers = append(layers, layerOf(string(rune('0'+i)), "en", entries...))
		}
		found := New("en", layers...).Find("Kyiv")
		if first < 0 && found != nil || first >= 0 && (len(found) != 1 || found[0].Layer != string(rune('0'+first))) {
			t.Fatalf("want layer %d, got %+v", first, found)
		}
	})
}

// BenchmarkFind searches an article of 10,000 characters for 10,000 entries.
func BenchmarkFind(b *testing.B) {
	list := List{Language: "en"}
	for i := range 10_000 {
		name := "Kyiv" + strings.Map(func(r rune) rune { return r - '0' + 'a' }, string(rune('0'+i%10))+string(rune('0'+i/10%10))+string(rune('0'+i/100%10))+string(rune('0'+i/1000)))
		list.Entries = append(list.Entries, Entry{Written: []string{name, "The " + name + " Brigade"}, Alias: "x"})
	}
	lex := New("en", NewLayer("site", list), BuiltIn("en"))
	text := strings.Repeat("The mayor of Kyiv said on Monday that Kyivaaba’s brigade had left the town of Kharkiv, near Lviv. ", 102)[:10_000]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		lex.Find(text)
	}
}

func BenchmarkNewLayer(b *testing.B) {
	list := BuiltIn("en").List()
	for b.Loop() {
		NewLayer("built-in", list)
	}
}

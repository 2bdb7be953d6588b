package lexicon

import (
	"bytes"
	"encoding/xml"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const head = `<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
`

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, pls string
		want      []Entry
	}{
		{"an empty lexicon", head + `</lexicon>`, nil},
		{"all of a lexeme", head + `<meta name="x" content="y"/><metadata><x:y xmlns:x="urn:x">z</x:y></metadata>
			<lexeme role="x:noun" xml:id="a"><grapheme> Kryvyi
			 Rih </grapheme><grapheme>Krivoy Rog</grapheme><phoneme>kɹɪˈvi ˈɹi</phoneme><alias>Krivvy &amp; Ree</alias><example>no</example></lexeme></lexicon>`,
			[]Entry{{[]string{"Kryvyi Rih", "Krivoy Rog"}, "Krivvy & Ree", "kɹɪˈvi ˈɹi"}}},
		{"the first is preferred", head + `<lexeme><grapheme>a</grapheme><alias>b</alias><alias>c</alias><phoneme>i</phoneme><phoneme>u</phoneme></lexeme></lexicon>`,
			[]Entry{{[]string{"a"}, "b", "i"}}},
		{"unless another is", head + `<lexeme><grapheme>a</grapheme><alias>b</alias><alias prefer="true">c</alias><phoneme>i</phoneme><phoneme prefer="true">u</phoneme></lexeme></lexicon>`,
			[]Entry{{[]string{"a"}, "c", "u"}}},
		{"a prefix for the namespace", `<p:lexicon version="1.0" xmlns:p="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en"><p:lexeme><p:grapheme>a</p:grapheme><p:alias>b</p:alias></p:lexeme></p:lexicon>`,
			[]Entry{{[]string{"a"}, "b", ""}}},
		{"other namespaces", head + `<lexeme xmlns:x="urn:x"><grapheme>a</grapheme><x:alias>no</x:alias><alias>b</alias></lexeme><x:lexeme xmlns:x="urn:x"/></lexicon>`,
			[]Entry{{[]string{"a"}, "b", ""}}},
		{"an alphabet of its own", strings.Replace(head, "ipa", "x-sampa", 1) + `<lexeme><grapheme>a</grapheme><phoneme alphabet="ipa">i</phoneme></lexeme></lexicon>`,
			[]Entry{{[]string{"a"}, "", "i"}}},
		{"a byte order mark", "\ufeff" + head + `</lexicon>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read(strings.NewReader(c.pls))
			if err != nil || !reflect.DeepEqual(got, List{"en", c.want}) {
				t.Errorf("got %+v, %v, want %+v", got, err, c.want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	lexeme := func(inner string) string { return head + "<lexeme>" + inner + "</lexeme>\n</lexicon>" }
	for _, c := range []struct{ name, pls, want string }{
		{"nothing", "", "no lexicon"},
		{"another document", "<html/>", "line 1: the root is html"},
		{"no namespace", `<lexicon version="1.0" alphabet="ipa" xml:lang="en"/>`, "line 1: the root"},
		{"another version", strings.Replace(head, `version="1.0" xmlns`, `version="2.0" xmlns`, 1) + "</lexicon>", `line 2: the version is "2.0"`},
		{"no language", strings.Replace(head, `xml:lang="en"`, "", 1) + "</lexicon>", "line 2: xml:lang"},
		{"broken XML", head + "<lexeme></lexicon>", "line 3"},
		{"an end too soon", head + "<lexeme>", "line 3"},
		{"text after the lexicon", head + "</lexicon><lexicon/>", "second document"},
		{"an unknown element", head + "\n<lexem/></lexicon>", "line 4: unknown element lexem in a lexicon"},
		{"no grapheme", lexeme("<alias>b</alias>"), "line 3: an entry needs"},
		{"an empty grapheme", lexeme("<grapheme> </grapheme><alias>b</alias>"), "line 3: written form"},
		{"no pronunciation", lexeme("<grapheme>Kyiv</grapheme>"), `line 3: "Kyiv" needs an alias or IPA`},
		{"x-sampa", lexeme(`<grapheme>Kyiv</grapheme><phoneme alphabet="x-sampa">ki:v</phoneme>`), `line 3: the phoneme "ki:v" is in the alphabet "x-sampa"`},
		{"an apostrophe for stress", lexeme(`<grapheme>Kyiv</grapheme><phoneme>'kiv</phoneme>`), "stress is ˈ"},
		{"entities of a document type", "<!DOCTYPE lexicon [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + lexeme("<grapheme>&x;</grapheme><alias>b</alias>"), "line 3"},
		{"another encoding", strings.Replace(head, "UTF-8", "windows-1251", 1) + "</lexicon>", "save it as UTF-8"},
		{"too many forms", lexeme(strings.Repeat("<grapheme>a</grapheme>", MaxForms+1) + "<alias>b</alias>"), "the limit is"},
		{"a form that is too long", lexeme("<grapheme>" + strings.Repeat("a", 201) + "</grapheme><alias>b</alias>"), "more than 200"},
		{"too large a file", head + strings.Repeat(" ", MaxFileBytes) + "</lexicon>", "the limit is"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.pls))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func TestWriteRefusesWhatIsNotValid(t *testing.T) {
	for name, list := range map[string]List{
		"language":     {"English", nil},
		"no form":      {"en", []Entry{{Alias: "b"}}},
		"nothing said": {"en", []Entry{{Written: []string{"a"}}}},
		"control":      {"en", []Entry{{Written: []string{"a\x01"}, Alias: "b"}}},
		"direction":    {"en", []Entry{{Written: []string{"a"}, Alias: "b\u202e"}}},
		"encoding":     {"en", []Entry{{Written: []string{"a\xff"}, Alias: "b"}}},
		"punctuation":  {"en", []Entry{{Written: []string{"—"}, Alias: "b"}}},
		"IPA":          {"en", []Entry{{Written: []string{"a"}, IPA: "/a/"}}},
		"mute IPA":     {"en", []Entry{{Written: []string{"a"}, IPA: "ˈ"}}},
	} {
		if err := Write(&bytes.Buffer{}, list); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// drawList draws a valid list.
func drawList(t *rapid.T) List {
	text := rapid.Custom(func(t *rapid.T) string {
		return tidy(rapid.StringOfN(rapid.RuneFrom([]rune("aZé<&>\"' –ї\u0301’🙂]基\u200d")), 0, 9, -1).Draw(t, "text")) + "x"
	})
	entry := rapid.Custom(func(t *rapid.T) Entry {
		e := Entry{Written: rapid.SliceOfN(text, 1, 3).Draw(t, "written"), IPA: rapid.SampledFrom([]string{"", "ˈkiv", "t͡s ʲ̃a"}).Draw(t, "IPA")}
		if e.IPA == "" || rapid.Bool().Draw(t, "alias too") {
			e.Alias = text.Draw(t, "alias")
		}
		return e
	})
	return List{Language: rapid.SampledFrom([]string{"en", "uk", "pt-BR"}).Draw(t, "language"), Entries: rapid.SliceOf(entry).Draw(t, "entries")}
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawList(t)
		var file bytes.Buffer
		if err := Write(&file, want); err != nil {
			t.Fatal(err)
		}
		got, err := Read(bytes.NewReader(file.Bytes()))
		if err != nil {
			t.Fatalf("%v in\n%s", err, file.Bytes())
		}
		if got.Language != want.Language || len(got.Entries) != len(want.Entries) ||
			len(want.Entries) > 0 && !reflect.DeepEqual(got.Entries, want.Entries) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

// FuzzRead checks that what Read accepts is valid, and that writing and reading it restores it.
func FuzzRead(f *testing.F) {
	f.Add(head + `<lexeme><grapheme>a</grapheme><alias prefer="true">b</alias></lexeme></lexicon>`)
	f.Add(head + `<lexeme><grapheme>a<b/></grapheme><![CDATA[<]]><!-- c --><phoneme alphabet="ipa">&#x259;</phoneme></lexeme><x/></lexicon>`)
	f.Fuzz(func(t *testing.T, pls string) {
		list, err := Read(strings.NewReader(pls))
		if err != nil {
			return
		}
		var file bytes.Buffer
		if err := Write(&file, list); err != nil {
			t.Fatalf("cannot write what Read returned: %v", err)
		}
		if err := xml.Unmarshal(file.Bytes(), &struct{ XMLName xml.Name }{}); err != nil {
			t.Fatalf("Read rejects the output of Write: %v", err)
		}
		again, err := Read(&file)
		if err != nil || !reflect.DeepEqual(again, list) {
			t.Fatalf("got %+v, %v, want %+v", again, err, list)
		}
		if len(list.Entries) > 0 && len(New(list.Language, NewLayer("site", list)).Find(list.Entries[0].Written[0])) == 0 {
			t.Fatalf("the lexicon does not find its own entry %q", list.Entries[0].Written[0])
		}
	})
}

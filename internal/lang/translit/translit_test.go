package translit

import (
	"strings"
	"testing"
	"unicode"
)

const table = `# a note
[ru Cyrillic ы ergei]
г	g
е	e
р	r
ы	y
[uk Cyrillic]
г	h
зг	zgh
і ї	i
^ї	yi
и$	y
ь ’	
а	a
[ar Arabic +a]
ب	b
ن	n
`

func TestSpell(t *testing.T) {
	own, err := Read(table)
	if err != nil {
		t.Fatal(err)
	}
	latin := Reader{Scripts: Scripts("Latin"), Tables: []*Table{own}}
	for name, test := range map[string]struct{ text, language, want string }{
		"Latin stays":                        {"Plain café, naïve ½ №5 10 µg", "", "Plain café, naïve ½ №5 10 µg"},
		"the longest row":                    {"a Зга b", "", "a Zgha b"},
		"the beginning and the end":          {"її аи", "", "yii ay"},
		"an apostrophe within":               {"а’а’", "", "aa’"},
		"a letter with no row":               {"ђа", "", "dja"},
		"the last section by default":        {"Гр", "", "Hr"},
		"letters that only one language has": {"Гыр Гр", "", "Gyr Gr"},
		"which decide nothing about others":  {"Гыр, Гр", "", "Gyr, Hr"},
		"the language of the text":           {"Гр", "ru", "Gr"},
		"capitals that are spelled":          {"ГР", "", "H R"},
		"capitals that are a word":           {"ГА", "", "HA"},
		"vowels that are not written":        {"ببن", "", "Baban"},
		"a script without a section":         {"北京 and 東京市", "", "Bei Jing and Dong Jing Shi"},
		"digits":                             {"٣ days", "", "3 days"},
		"a word of two scripts":              {"Lіviv", "", "Liviv"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := spelled(latin, test.text, test.language); got != test.want {
				t.Errorf("%q is spelled %q, want %q", test.text, got, test.want)
			}
		})
	}
}

// TestSpellTwice uses a voice without Latin letters: Latin spellings are respelled with its own
// table.
func TestSpellTwice(t *testing.T) {
	own, err := Read("[en Latin]\na\tа\nb\tб\n^a$\tей\n^b$\tбі\ne\tе\ni\tі\nj\tж\nn\tн\ng\tг\n")
	if err != nil {
		t.Fatal(err)
	}
	cyrillic := Reader{Scripts: Scripts("Cyrillic"), Tables: []*Table{own}}
	for text, want := range map[string]string{
		"Ban, BB і a 北京": "Бан, БІ БІ і ей Беі Жінг", "Київ": "Київ", "1905–2024": "1905–2024",
	} {
		if got := spelled(cyrillic, text, ""); got != want {
			t.Errorf("%q is spelled %q, want %q", text, got, want)
		}
	}
}

func spelled(r Reader, text, language string) string {
	var b strings.Builder
	at := 0
	for _, s := range r.Spell(text, language) {
		b.WriteString(text[at:s.Start] + s.Spelled)
		at = s.End
	}
	return b.String() + text[at:]
}

func TestScripts(t *testing.T) {
	if got := Scripts("Latin Klingon Greek Latin"); len(got) != 2 || got[1] != unicode.Greek {
		t.Errorf("found %d scripts, want Latin and Greek", len(got))
	}
}

func TestBrokenTables(t *testing.T) {
	for data, want := range map[string]string{
		"а\ta": "line 1", "[uk]": "[uk]", "[uk Runes]": "[uk Runes]", "# note\n[uk Cyrillic]\nа a": "line 3",
	} {
		if _, err := Read(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got error %v, want one containing %q", data, err, want)
		}
	}
}

package detect

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLanguage(t *testing.T) {
	for _, test := range []struct{ want, text string }{
		{"en", "The harbour master closed both piers before the storm reached the coast."},
		{"uk", "Начальник порту закрив обидва причали, перш ніж шторм дійшов до узбережжя."},
		{"uk", "Мер міста Рыбинск подав у відставку після рішення суду, пишуть місцеві видання."},
		{"ru", "Начальник порта закрыл оба причала, прежде чем шторм дошёл до побережья."},
		{"be", "Начальнік порта зачыніў абодва прычалы, перш чым шторм дайшоў да ўзбярэжжа."},
		{"bg", "Началникът на пристанището затвори двата кея, преди бурята да стигне до брега."},
		{"sr", "Управник луке затворио је оба пристаништа пре него што је олуја стигла до обале."},
		{"de", "Der Hafenmeister schloss beide Anleger, bevor der Sturm die Küste erreichte."},
		{"nl", "De havenmeester sloot beide pieren voordat de storm de kust bereikte."},
		{"da", "Havnechefen lukkede begge moler, før stormen nåede kysten i aftes."},
		{"nb", "Havnesjefen stengte begge moloene før stormen nådde kysten i går kveld."},
		{"sv", "Hamnchefen stängde båda pirarna innan stormen nådde kusten i går kväll."},
		{"fi", "Satamapäällikkö sulki molemmat laiturit ennen kuin myrsky saapui rannikolle."},
		{"fr", "Le capitaine du port a fermé les deux jetées avant que la tempête n'atteigne la côte."},
		{"es", "El capitán del puerto cerró los dos muelles antes de que la tormenta llegara a la costa."},
		{"pt", "O capitão do porto fechou os dois cais antes que a tempestade chegasse à costa."},
		{"it", "Il comandante del porto ha chiuso entrambi i moli prima che la tempesta arrivasse."},
		{"ro", "Căpitanul portului a închis ambele diguri înainte ca furtuna să ajungă la țărm."},
		{"pl", "Kapitan portu zamknął oba pirsy, zanim sztorm dotarł do wybrzeża."},
		{"cs", "Správce přístavu uzavřel obě mola dříve, než bouře dorazila k pobřeží."},
		{"sk", "Správca prístavu uzavrel obe móla skôr, ako búrka dorazila k pobrežiu."},
		{"hr", "Lučki kapetan zatvorio je oba mola prije nego što je oluja stigla do obale."},
		{"hu", "A kikötő vezetője lezárta mindkét mólót, mielőtt a vihar elérte a partot."},
		{"tr", "Liman başkanı, fırtına kıyıya ulaşmadan önce her iki iskeleyi de kapattı."},
		{"lt", "Uosto kapitonas uždarė abi prieplaukas, kol audra dar nepasiekė pakrantės."},
		{"el", "Ο λιμενάρχης έκλεισε και τις δύο προβλήτες πριν φτάσει η καταιγίδα."},
		{"he", "מנהל הנמל סגר את שני המזחים לפני שהסערה הגיעה לחוף."},
		{"ar", "أغلق مدير الميناء الرصيفين قبل أن تصل العاصفة إلى الساحل."},
		{"fa", "رئیس بندر پیش از رسیدن طوفان به ساحل هر دو اسکله را بست."},
		{"hi", "तूफान के तट पर पहुंचने से पहले बंदरगाह के प्रमुख ने दोनों घाट बंद कर दिए।"},
		{"zh", "风暴到达海岸之前,港口负责人关闭了两个码头。"},
		{"ja", "嵐が海岸に達する前に、港長は両方の桟橋を閉鎖した。"},
		{"ko", "폭풍이 해안에 닿기 전에 항만 책임자가 부두 두 곳을 폐쇄했다."},
	} {
		for _, expected := range []string{"", "en", "uk", test.want} {
			if got := Language(test.text, expected); got != test.want {
				t.Errorf("%q, expected %q: got %q, want %q", test.text, expected, got, test.want)
			}
		}
	}
}

func TestExpectation(t *testing.T) {
	for _, test := range []struct{ name, text, expected, want string }{
		{"nothing to read", "42 %, 7:30", "de", ""},
		{"a short text in Latin letters decides nothing", "Ferry sails again", "de", ""},
		{"a short text may be in the expected language", "Ferry sails again", "en", "en"},
		{"nothing expected and not certain", "Maria Santos", "", ""},
		{"a name of another language is no evidence", "Emmanuel Macron in Berlin eingetroffen", "de", "de"},
		{"another script than the expected one", "Рада, суд, СБУ", "en", "uk"},
		{"a quotation is longer than the text", "Der Bürgermeister antwortete knapp: „The bridge stays closed until the spring, and nobody knows what happens after that.“", "", "de"},
		{"a quotation does not turn the text", "Bürgermeisterin Anna Berger sagte am Dienstag vor dem Rathaus, die Brücke bleibe bis zum Frühjahr gesperrt. „We are sorry for the delay“, stand auf dem Schild.", "de", "de"},
	} {
		if got := Language(test.text, test.expected); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestNewsSentences uses the written forms in spoken.tsv: news sentences of ten languages. It
// expects the language of a long text always, and of a short one unless Language leaves it open.
func TestNewsSentences(t *testing.T) {
	files, err := filepath.Glob("../*/spoken.tsv")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, size := range []struct{ letters, wrongPerMille int }{{1000, 0}, {60, 25}} {
		texts, wrong := 0, 0
		for _, file := range files {
			want := filepath.Base(filepath.Dir(file))
			for _, text := range windows(written(t, file), size.letters) {
				texts++
				if got := Language(text, "en"); got != want && got != "" {
					t.Logf("%d letters: got %s, want %s: %s", size.letters, got, want, text)
					wrong++
				}
			}
		}
		if texts < 50 || wrong*1000 > size.wrongPerMille*texts {
			t.Errorf("%d letters: wrong language for %d of %d texts", size.letters, wrong, texts)
		}
	}
}

// written returns the first column of a file of spoken forms.
func written(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if first, _, row := strings.Cut(line, "\t"); row && !strings.HasPrefix(line, "#") {
			text.WriteString(first + " ")
		}
	}
	return text.String()
}

// windows cuts a text into pieces of whole words with at least size characters.
func windows(text string, size int) []string {
	var pieces []string
	piece := ""
	for word := range strings.FieldsSeq(text) {
		piece += word + " "
		if utf8.RuneCountInString(piece) >= size {
			pieces, piece = append(pieces, piece), ""
		}
	}
	return pieces
}

func TestModels(t *testing.T) {
	all, err := readModels(packed)
	if err != nil || len(all) != len(shared) {
		t.Fatalf("%d scripts, %v; want %d", len(all), err, len(shared))
	}
	for _, m := range all {
		if m.script == nil || len(m.languages) < 2 || len(m.levels) != len(m.rows)*len(m.languages) {
			t.Errorf("%v: %d rows, %d levels", m.languages, len(m.rows), len(m.levels))
		}
	}
}

// TestDataIsFresh checks that the committed data is what tools/trigrams generates: neither the
// program nor its version of lingua-go is newer than the data.
func TestDataIsFresh(t *testing.T) {
	manifest, err := os.ReadFile("data/MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../../tools/trigrams/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range append(files, "../../../tools/trigrams/go.mod", "data/trigrams.gz") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x\t%s\n", sha256.Sum256(data), filepath.Base(file)); !strings.Contains(string(manifest), sum) {
			t.Errorf("%s differs from data/MANIFEST: run make trigrams", file)
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	text := strings.Repeat("The harbour master closed both piers before the storm reached the coast. ", 30)
	models()
	for b.Loop() {
		Language(text, "en")
	}
}

func BenchmarkReadModels(b *testing.B) {
	for b.Loop() {
		if _, err := readModels(packed); err != nil {
			b.Fatal(err)
		}
	}
}

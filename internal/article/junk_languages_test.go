package article_test

import (
	"os"
	"strings"
	"testing"
)

// aroundJunk are two paragraphs of a text, by language.
var aroundJunk = map[string][2]string{
	"en": {"The drivers had asked for more rest between shifts since the autumn, and the company had not answered them.", "Both sides will meet again on Thursday, when the mayor is back in town, the union said."},
	"uk": {"Водії ще з осені просили більше відпочинку між змінами, але компанія їм так і не відповіла, каже профспілка.", "Сторони зустрінуться знову в четвер, коли міський голова повернеться до міста, сказали у профспілці."},
	"de": {"Die Fahrer hatten seit dem Herbst mehr Pausen zwischen den Schichten verlangt, und das Unternehmen hatte nicht geantwortet.", "Beide Seiten treffen sich am Donnerstag wieder, wenn der Bürgermeister zurück ist, sagte die Gewerkschaft."},
	"fr": {"Les conducteurs demandaient depuis l’automne plus de repos entre les services, et la société ne leur avait pas répondu.", "Les deux parties se retrouveront jeudi, quand le maire sera de retour en ville, a dit le syndicat."},
	"es": {"Los conductores pedían desde el otoño más descanso entre turnos, y la empresa no les había respondido todavía.", "Las dos partes se reunirán de nuevo el jueves, cuando el alcalde vuelva a la ciudad, dijo el sindicato."},
	"pl": {"Motorniczowie od jesieni prosili o dłuższy odpoczynek między zmianami, a spółka im nie odpowiedziała.", "Obie strony spotkają się ponownie w czwartek, kiedy burmistrz wróci do miasta, powiedział związek."},
	"pt": {"Os motoristas pediam desde o outono mais descanso entre os turnos, e a empresa ainda não lhes tinha respondido.", "As duas partes voltam a reunir-se na quinta-feira, quando o prefeito estiver de volta, disse o sindicato."},
	"ru": {"Водители ещё с осени просили больше отдыха между сменами, но компания им так и не ответила, говорит профсоюз.", "Стороны снова встретятся в четверг, когда мэр вернётся в город, сказали в профсоюзе."},
	"it": {"I conducenti chiedevano dall’autunno più riposo tra i turni, e l’azienda non aveva ancora risposto loro.", "Le due parti si incontreranno di nuovo giovedì, quando il sindaco tornerà in città, ha detto il sindacato."},
	"nl": {"De bestuurders vroegen sinds de herfst om meer rust tussen de diensten, en het bedrijf had nog niet geantwoord.", "Beide partijen spreken elkaar donderdag weer, als de burgemeester terug is, zei de vakbond."},
	"nb": {"Førerne hadde siden høsten bedt om mer hvile mellom skiftene, og selskapet hadde ennå ikke svart dem.", "Partene møtes igjen på torsdag, når ordføreren er tilbake i byen, opplyser fagforeningen."},
	"sv": {"Förarna hade sedan i höstas bett om mer vila mellan passen, och bolaget hade ännu inte svarat dem.", "Parterna möts igen på torsdag, när borgmästaren är tillbaka i staden, säger facket."},
	"da": {"Førerne havde siden efteråret bedt om mere hvile mellem vagterne, og selskabet havde endnu ikke svaret.", "Parterne mødes igen torsdag, når borgmesteren er tilbage i byen, siger fagforeningen."},
	"tr": {"Sürücüler sonbahardan beri vardiyalar arasında daha uzun dinlenme istiyordu, şirket ise onlara cevap vermemişti.", "Sendikaya göre taraflar, belediye başkanı şehre döndüğünde perşembe günü yeniden buluşacak."},
}

// TestJunkOfLanguages: what newsrooms of fourteen languages put between and below paragraphs is not
// read, and sentences that begin like it are.
func TestJunkOfLanguages(t *testing.T) {
	rows, err := os.ReadFile("testdata/junk.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(rows)) {
		language, rest, _ := strings.Cut(strings.TrimSpace(row), "\t")
		kind, line, isRow := strings.Cut(rest, "\t")
		around := aroundJunk[language]
		if !isRow || around[0] == "" {
			continue
		}
		isRead := func(texts ...string) bool {
			blocks, _ := parse(t, paragraphs(texts...))
			return len(blocks) > 2
		}
		between, below := isRead(around[0], line, around[1]), isRead(around[0], around[1], line)
		if kind == "text" && (!between || !below) {
			t.Errorf("%s: %q is not read", language, line)
		}
		if kind == "junk" && between || kind == "author" && below {
			t.Errorf("%s: %q is read", language, line)
		}
	}
}

func paragraphs(texts ...string) string {
	return "<p>" + strings.Join(texts, "</p><p>") + "</p>"
}

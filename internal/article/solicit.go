package article

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// asks are ways to ask the reader for a membership, a donation, a subscription or an address, by language. News about
// memberships and donations has the same words, so only what is said to the reader counts: an English imperative must
// open its clause; in the other languages the imperative is a form of its own.
var asks = []struct{ opening, anywhere string }{
	{ // English
		opening: `(support|back|help) (us( (today|now|here))?$|us (with|by|to|on|in|at|via|keep)|(our|this|independent|local|quality|free|public|honest) (work|\w+ ?(journalism|news|media|reporting)|journalism|news|media|newsroom|reporting|team|mission|project|coverage|publication|site|community))` +
			`|become an? (\w+ ){0,3}(member|subscriber|supporter|patron|donor)( (today|now|here|and|to|for|from|at|of our)|$)` +
			`|donate( (now|today|here|online|monthly|to|via|through|and help)|$)` +
			`|make an? (\w+ )?(donation|contribution)|chip in|contribute( (now|today|here)|$)` +
			`|subscribe( (now|today|here|to|for|and)|$)` +
			`|sign up( (now|today|here|free|below)|$|.* (newsletters?|emails?|alerts|updates|briefings?|digest|bulletin|mailing list|account|membership)$)` +
			`|join (us( (today|now|here|on|as)|$)|now$|today$|our|.*(community|membership|our members|newsletter)$)` +
			`|follow us|buy us a|get (unlimited|full) access`,
		anywhere: `(subscribe|subscribing|sign up|signing up|sign-up|subscription) (to|for) our|our (\w+ ){0,2}newsletters?|(in|to|into|straight to) your inbox` +
			`|consider (becoming|making an? \w*|donating|subscribing|supporting|joining)|becoming an? (\w+ ){0,2}(member|subscriber|supporter|patron)( today| now)?$` +
			`|you can (support|help) (us|our)|your (support|donations?|contributions?|membership|subscription) (helps?|keeps?|makes?|allows?|funds?|means|will)` +
			`|with your (support|help)$|support our (work|journalism|newsroom|reporting)$|thank you for (subscribing|your support)`,
	},
	{ // Ukrainian
		anywhere: `підтрим(ай|айте|уй|уйте|ати) (нас|наш\S*|незалежн\S*|редакці\S*|журналіст\S*|видання|нашу роботу)` +
			`|ста(нь|ньте) (\S+ ){0,2}(частиною|учасни\S+|член\S*|патрон\S*|підписни\S+|друг\S*|донор\S*)|долуч(ай|айте|іть)с[яь]|приєдну(й|йте)с[яь]` +
			`|підпи(шіться|шись|суйтес[яь]|суйся)( на|$)|передплатіть|оформ(іть|и) (передплату|підписку)` +
			`|задонать(те)?|донать(те)?|пожертвуй(те)?|зроб(іть|и) (внесок|донат|пожертву)|наш(а|у|ої) розсилк\S+`,
	},
	{ // Russian
		anywhere: `поддерж(ите|и|ивайте) (нас|наш\S*|независим\S*|редакци\S*|журналист\S*)|стань(те)? (\S+ ){0,2}(частью|участни\S+|член\S*|патрон\S*|подписчи\S+)` +
			`|подпи(шитесь|шись|сывайтесь|сывайся)|оформ(ите|и) подписку|задонать(те)?|пожертвуй(те)?|сделай(те)? (взнос|пожертвование)|присоединяй(тесь|ся) к на\S+|наш(а|у|ей) рассылк\S+`,
	},
	{ // German
		anywhere: `unterstütz(en sie|e|t) (uns|unser\S*|unabhängig\S*)|werde(n sie)? (jetzt |noch heute )?(mitglied|abonnent\S*|unterstützer\S*|fördermitglied)|(jetzt|hier) (mitglied werden|abonnieren|spenden|anmelden)` +
			`|abonnier(en sie|e|t) (uns|unser\S*|den|die|jetzt|hier)|spende(n sie)? (jetzt|hier|an uns|für uns)|melde(n sie)? (dich|sich) .*(newsletter|an)$|unser(en|em|e)? newsletter`,
	},
	{ // French
		anywhere: `soutenez (nous|notre|nos|le journalisme|la presse|un journalisme|une presse)|abonnez vous|inscrivez vous|devenez (\S+ )?(membre|abonnée?|adhérente?|donateur|mécène)|fai(tes|re) un don|rejoignez (nous|notre)|notre (newsletter|infolettre|lettre d'information)`,
	},
	{ // Spanish
		anywhere: `apóya(nos|me)|apoy(a|e) (nuestro|nuestra|el periodismo)|suscríb(ete|ase|anse)|hazte (\S+ )?(soci[oa]|miembro|suscriptora?)|(haz|haga) una donación|dona (ahora|hoy|aquí)|únete a (nuestr\S+|nosotros)|nuestro (boletín|newsletter)`,
	},
	{ // Polish
		anywhere: `wesprzyj(cie)? (nas|nasz\S*|niezależn\S*)|wspieraj(cie)? (nas|nasz\S*|niezależn\S*)|zapisz się|(za)?subskrybuj(cie)?|dołącz(cie)? do (nas|naszej|naszego|grona|społeczności)|zosta(ń|ńcie) (\S+ ){0,2}(członk\S+|patron\S*|subskrybent\S*|wspierając\S+)|przekaż(cie)? darowiznę|nasz(ego)? newslettera?`,
	},
}

// leadIns may stand between the beginning of an English clause and its imperative.
const leadIns = `((please|and|or|so|then|now|today|just|also|simply|help|to|click here to|tap here to|you can|you can also|want to|would you like to|don't forget to) )*`

var (
	opens    = asksPattern(`^`+leadIns, func(i int) string { return asks[i].opening })
	contains = asksPattern(`(^|\s)`, func(i int) string { return asks[i].anywhere })
)

func asksPattern(before string, part func(int) string) func() *regexp.Regexp {
	var parts []string
	for i := range asks {
		if p := part(i); p != "" {
			parts = append(parts, p)
		}
	}
	return lazily(before + `(` + strings.Join(parts, "|") + `)(\s|$)`)
}

// solicits says whether a text, as rawText gives it, asks its reader for money, membership or an address, or links to
// where that is done.
func solicits(text string, links []string) bool {
	const enough = 4 << 10 // bytes; who asks does so at once
	for _, link := range links {
		if isSolicitationLink(link) {
			return true
		}
	}
	for _, clause := range clauses(text[:min(len(text), enough)]) {
		if opens().MatchString(clause) || contains().MatchString(clause) {
			return true
		}
	}
	return false
}

// clauses are the parts of a text between punctuation marks, in lower case.
func clauses(text string) []string {
	text = strings.NewReplacer("’", "'", "ʼ", "'", "-", " ", "‑", " ", "\n", " ", lineBreak, ".").Replace(strings.ToLower(text))
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return !isWordRune(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) && r != '\''
	})
	for i, part := range parts {
		parts[i] = fold(part)
	}
	return parts
}

var (
	solicitationHosts = regexp.MustCompile(`(^|\.)(patreon\.com|buymeacoffee\.com|ko-fi\.com|liberapay\.com|opencollective\.com|donorbox\.org|paypal\.me|send\.monobank\.ua|boosty\.to)$`)
	solicitationPath  = regexp.MustCompile(`(?i)(^|/)(subscri(be|ption|ptions)|memberships?|donat(e|ion|ions)|support-us|sign-?up|newsletters?)/?$`)
)

// isSolicitationLink knows Ghost's own sign-up and support windows (#/portal/…), the usual pages of a publication, and
// the sites that collect for others.
func isSolicitationLink(link string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return false
	}
	return strings.HasPrefix(u.Fragment, "/portal") || solicitationHosts.MatchString(u.Hostname()) || solicitationPath.MatchString(u.Path)
}

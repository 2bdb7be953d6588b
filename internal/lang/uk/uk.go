package uk

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of Ukrainian, the most specific first.
//
// A number is said in the case that the word before it governs or the ending of the noun after it
// shows, and in the nominative if neither does. Where the gender is unknown and would be heard, the
// digits are left to the voice.
func Rules(*grammar.Grammar) []rewrite.Rule {
	return []rewrite.Rule{
		rule("web", `([A-Za-z0-9][\w.+-]*)@((?:[\w-]+\.)+[A-Za-z]{2,})`, sayMail),
		rule("web", `(?:https?://|\bwww\.)([\w.-]+(?:/[^\s<>«»"]*[^\s<>«»".,;:!?)])?)/?`, sayAddress),
		rule("web", `\b((?:[A-Za-z][\w-]*\.)+(?:com|ua|org|net|gov|info|eu|uk|io|tv|me)(?:/[a-z]+)?)\b`, sayAddress),
		rule("web", `@([A-Za-z]\w+)`, sayHandle),
		rule("web", `#([\p{L}\d_]*\p{L}[\p{L}\d_]*)`, sayHashtag),

		rule("phone", `\(?\+\d[\d \x{A0}()-]{8,20}\d|\(?0\d{2}\)?(?:[ \x{A0}-]?\d{2,3}){3,4}|\b0[ \x{A0}-]?800(?:[ \x{A0}-]?\d{2,3}){2,3}`, sayPhone),

		rule("date", `\b(\d{4})-(\d{2})-(\d{2})\b`, sayNumericDate),
		rule("date", `\b(\d{1,2})[./](\d{2})[./](\d{4}|\d{2})(?:`+space+`?(?:року|р\.))?`, sayNumericDate),
		rule("date", days+space+month+yearBehind, sayDay),
		rule("date", `(\d{4})(-го)?(?:`+space+`?(року|р\.))?`, sayMonthYear),
		rule("date", `\b(\d{2})\.(0[1-9]|1[0-2])\b`, sayShortDate),

		rule("year", years+space+`?(років|роках|роками|рокам|роки|року|році|роком|рокові|рік|рр\.?|р\.(?:`+space+`?[вн]\.)?)`, sayYears),
		rule("year", `\b(\d{1,3})`+space+`?(року|році|роком|р\.)`, sayOldYear),
		rule("year", `\b((?:19|20)\d{2})/((?:19|20)\d{2})`+space+`(?:навч\.|н\.|навчальн\p{Ll}+)`+space+`?(рік|року|році|р\.)`, saySchoolYear),
		rule("year", `\b((?:19|20)\d{2})/(\d{2})\b`, saySeason),

		rule("time", `\b(\d{1,2})[:.](\d{2})`+space+`?[–—-]`+space+`?(\d{1,2})[:.](\d{2})\b`, sayTimes),
		rule("time", `\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:`+space+`?(год)\.?)?`, sayTime),
		rule("time", `\b(\d{1,2})\.(\d{2})(\b)(?:`+space+`?(год)\.?)?`, sayDottedTime),
		rule("time", `\b(\d{1,2})(`+space+`(?:ранку|вечора|ночі|дня)|(?:`+space+`год\.?(?:`+space+`(\d{1,2})`+space+`хв\.?)?))?`, sayHour),
		rule("score", `\b(\d{1,3}):(\d{1,3})\b`, sayScore),

		rule("roman", `(`+romanNumeral+`|\d{1,2})(?:`+space+`?[–—-]`+space+`?(`+romanNumeral+`|\d{1,2}))?(?:-[а-яіїє]{1,3})?`+space+
			`?(століттям|століттях|століттю|столітті|століття|століть|ст\.?)`, sayCentury),
		rule("roman", `(`+romanNumeral+`|\d)`+space+`?пол\.`, sayHalfOf),
		rule("roman", `№`+space+`?(\d{1,6})-(`+romanNumeral+`)`, sayLawNumber),
		rule("roman", `(`+romanNumeral+`)`, sayRoman),

		rule("designation", `(\p{L}+)-(\d{1,4})((?:\p{Lu}{1,3}\d{0,2})?)(?:([/-])(\d{1,4}))?`, sayDesignation),
		rule("designation", `([A-ZА-ЯІЇЄҐ]{1,3})(\d{1,4}(?:[A-ZА-ЯІЇЄҐ]\d{0,2})?)|\b(\d{1,3})([A-Z]\d{0,3}|[А-ЯІЇЄҐ]\d{1,3})`, sayModel),
		rule("designation", `(\p{Lu}\p{Ll}{2,})-(\p{Lu})`, sayVariant),

		rule("money", `(US\$|C\$|A\$|[$€£₴₽]|USD|EUR|UAH)`+space+`?`+amountPattern+`(?:`+space+`(тисяч\p{L}*|мільйон\p{L}*|мільярд\p{L}*|трильйон\p{L}*))?`, saySignedMoney),
		rule("money", amountPattern+space+`?(`+anyOf(currencies())+`)(?:\.?/(`+anyOf(per())+`))?\.?`, sayMoney),
		rule("ordinal", `\b(\d+)(-|-?`+space+`?)(мм|см|м|км|кг|т|л|кВт|МВт|кВ|хв|год|%|грн)(?:-([а-яіїєґ]{1,4}))?`, sayUnitAdjective),
		rule("unit", `(`+numeral+`(?:`+space+`?[×хxХ]`+space+`?`+numeral+`){1,2})(?:`+space+`?(мм|см|м|км))?`, saySize),
		rule("unit", `\b(\d{1,3})°`+space+`?(\d{1,2}(?:[.,]\d+)?)['’′]`+space+`?(?:(\d{1,2}(?:[.,]\d+)?)(?:["”″]|′′)`+space+`?)?(?:([NSEW])\b)?`, sayAngle),
		rule("percent", amountPattern+space+`?(%)`, sayUnit),
		rule("unit", amountPattern+space+`?(`+anyOf(units())+`)\.?`, sayUnit),

		// A full stop or hyphen outside of alternatives lets the finder pass over words without
		// one.
		rule("unit", `(кв|куб)\.`+space+`?(к?м)`, sayArea),
		rule("title", `(ст|мол)\.`+space+`(?:(лейт|серж)\.|(л-т|с-нт))`, sayTitle),
		rule("title", `(підп|п|л|с|к)-(к|т|нт|н)`, sayTitle),
		rule("title", `((?i:ген))\.-((?i:лейт|майор|полк))\.?`, sayTitle),
		rule("title", `([А-Яа-яі]{1,7})\.`, sayTitle),
		rule("title", `([дДм])-(р)`, sayTitle),
		rule("title", `(св)\.`, saySaint),
		rule("abbreviation", `(р)-(н[уі]?)\.?`, sayRegion),
		rule("abbreviation", `(обл)\.()`, sayRegion),
		rule("abbreviation", `((?i:ін|ун|ф|ком))-т(у|і|а|ом)?`, sayInstitute),
		rule("abbreviation", `((?i:обл))\.`+space+`((?:рад|лікарн|прокуратур|адміністраці)\p{L}*)`, sayRegional),
		rule("abbreviation", `[тнцмТНP]\.`+space+`?(?:д|п|ін|ч|зв|є|е|р|S)\.|дол\.`+space+`США`, sayAbbreviation),

		rule("abbreviation", `([А-Яа-яІіЇїЄєҐґ]{1,7})\.`, sayDotted),
		rule("abbreviation", `смт|(?:пр-т|б-р)`, sayHyphened),
		rule("ordinal", `\b(\d{1,4})`, sayItemNumber),

		rule("ordinal", `\b(\d+)-([а-яіїєґ]{1,4})`, sayEnded),
		rule("ordinal", `\b1,5-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, sayOneAndAHalf),
		rule("ordinal", `\b(\d{1,6})[-–](\d{1,6})-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, sayCompoundRange),
		rule("ordinal", `\b(\d{1,6})-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, sayCompound),
		rule("ordinal", rangePattern+`()`+space+`(\p{Ll}+)`, sayNumbered),
		rule("year", years, sayBareYear),
		rule("number", `\b(\d{1,3})/(\d{1,3})\b`, sayFraction),
		rule("number", `\b(\d{1,9}) ?[–−-] ?(\d{1,9})`, sayDifference),
		rule("number", `\b(\d+)½`, sayHalves),
		rule("number", `\b(\d{1,2})\.(\d{1,2})\b`, sayVersion),
		rule("number", `(№)`+space+`?(\d{1,6})/(\d{1,6})`, sayStroke),
		rule("number", rangePattern+magnitudePattern, sayNumber),
		rule("number", rangePattern+`()`, sayNumber),
		rule("abbreviation", space+`(?:тис|трлн|млрд|млн|грн)`, sayAbbreviation),

		rule("acronym", `БпЛА|[А-ЯІЇЄҐ]{1,3}Бр`, sayMixedAcronym),
		rule("acronym", `[А-ЯІЇЄҐ]{2,}|[A-Z]{2,}`, sayAcronym),
		rule("symbol", `№№|§§|[№§&=+×≥≤½¼¾⅓⅔%‰<>]`, saySymbol),
		rule("symbol", `ʼ`, sayApostrophe),
		rule(rewrite.PauseRule, ` ?\[(?:…|\.\.\.)\]`, rewrite.Silent),
		rule(rewrite.PauseRule, `[ \x{A0}](?:-|--|―)[ \x{A0}]|(?:\b| )--(?:\b| )`, sayPause),
	}
}

// rule makes a rule that keeps the capital at the start of a sentence.
func rule(name, pattern string, say func(rewrite.Match) (string, bool)) rewrite.Rule {
	return rewrite.Rule{Name: name, Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		said, ok := say(m)
		if !ok {
			return "", false
		}
		return capitalised(m, said), true
	}}
}

package spoken

// ukrainian are the rules of Ukrainian, the most specific first.
//
// Numbers are said in the case that the word in front or the ending of the noun behind asks for, and in the nominative
// where neither does; where the gender is unknown and would be heard, the digits are left to the voice.
func ukrainian() []rule {
	return []rule{
		ukRule("web", `([A-Za-z0-9][\w.+-]*)@((?:[\w-]+\.)+[A-Za-z]{2,})`, ukSayMail),
		ukRule("web", `(?:https?://|\bwww\.)([\w.-]+(?:/[^\s<>«»"]*[^\s<>«»".,;:!?)])?)/?`, ukSayAddress),
		ukRule("web", `\b((?:[A-Za-z][\w-]*\.)+(?:com|ua|org|net|gov|info|eu|uk|io|tv|me)(?:/[a-z]+)?)\b`, ukSayAddress),
		ukRule("web", `@([A-Za-z]\w+)`, ukSayHandle),
		ukRule("web", `#([\p{L}\d_]*\p{L}[\p{L}\d_]*)`, ukSayHashtag),

		ukRule("phone", `\(?\+\d[\d \x{A0}()-]{8,20}\d|\(?0\d{2}\)?(?:[ \x{A0}-]?\d{2,3}){3,4}|\b0[ \x{A0}-]?800(?:[ \x{A0}-]?\d{2,3}){2,3}`, ukSayPhone),

		ukRule("date", `\b(\d{4})-(\d{2})-(\d{2})\b`, ukSayNumericDate),
		ukRule("date", `\b(\d{1,2})[./](\d{2})[./](\d{4}|\d{2})(?:`+ukSpace+`?(?:року|р\.))?`, ukSayNumericDate),
		ukRule("date", ukDays+ukSpace+ukMonth+ukYearBehind, ukSayDay),
		ukRule("date", `(\d{4})(-го)?(?:`+ukSpace+`?(року|р\.))?`, ukSayMonthYear),
		ukRule("date", `\b(\d{2})\.(0[1-9]|1[0-2])\b`, ukSayShortDate),

		ukRule("year", ukYears+ukSpace+`?(років|роках|роками|рокам|роки|року|році|роком|рокові|рік|рр\.?|р\.(?:`+ukSpace+`?[вн]\.)?)`, ukSayYears),
		ukRule("year", `\b(\d{1,3})`+ukSpace+`?(року|році|роком|р\.)`, ukSayOldYear),
		ukRule("year", `\b((?:19|20)\d{2})/((?:19|20)\d{2})`+ukSpace+`(?:навч\.|н\.|навчальн\p{Ll}+)`+ukSpace+`?(рік|року|році|р\.)`, ukSaySchoolYear),
		ukRule("year", `\b((?:19|20)\d{2})/(\d{2})\b`, ukSaySeason),

		ukRule("time", `\b(\d{1,2})[:.](\d{2})`+ukSpace+`?[–—-]`+ukSpace+`?(\d{1,2})[:.](\d{2})\b`, ukSayTimes),
		ukRule("time", `\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:`+ukSpace+`?(год)\.?)?`, ukSayTime),
		ukRule("time", `\b(\d{1,2})\.(\d{2})(\b)(?:`+ukSpace+`?(год)\.?)?`, ukSayDottedTime),
		ukRule("time", `\b(\d{1,2})(`+ukSpace+`(?:ранку|вечора|ночі|дня)|(?:`+ukSpace+`год\.?(?:`+ukSpace+`(\d{1,2})`+ukSpace+`хв\.?)?))?`, ukSayHour),
		ukRule("score", `\b(\d{1,3}):(\d{1,3})\b`, ukSayScore),

		ukRule("roman", `(`+ukRomanNumeral+`|\d{1,2})(?:`+ukSpace+`?[–—-]`+ukSpace+`?(`+ukRomanNumeral+`|\d{1,2}))?(?:-[а-яіїє]{1,3})?`+ukSpace+
			`?(століттям|століттях|століттю|столітті|століття|століть|ст\.?)`, ukSayCentury),
		ukRule("roman", `(`+ukRomanNumeral+`|\d)`+ukSpace+`?пол\.`, ukSayHalfOf),
		ukRule("roman", `№`+ukSpace+`?(\d{1,6})-(`+ukRomanNumeral+`)`, ukSayLawNumber),
		ukRule("roman", `(`+ukRomanNumeral+`)`, ukSayRoman),

		ukRule("designation", `(\p{L}+)-(\d{1,4})((?:\p{Lu}{1,3}\d{0,2})?)(?:([/-])(\d{1,4}))?`, ukSayDesignation),
		ukRule("designation", `([A-ZА-ЯІЇЄҐ]{1,3})(\d{1,4}(?:[A-ZА-ЯІЇЄҐ]\d{0,2})?)|\b(\d{1,3})([A-Z]\d{0,3}|[А-ЯІЇЄҐ]\d{1,3})`, ukSayModel),
		ukRule("designation", `(\p{Lu}\p{Ll}{2,})-(\p{Lu})`, ukSayVariant),

		ukRule("money", `(US\$|C\$|A\$|[$€£₴₽]|USD|EUR|UAH)`+ukSpace+`?`+ukAmountPattern+`(?:`+ukSpace+`(тисяч\p{L}*|мільйон\p{L}*|мільярд\p{L}*|трильйон\p{L}*))?`, ukSaySignedMoney),
		ukRule("money", ukAmountPattern+ukSpace+`?(`+ukAnyOf(ukCurrencies)+`)(?:\.?/(`+ukAnyOf(ukPer)+`))?\.?`, ukSayMoney),
		ukRule("ordinal", `\b(\d+)(-|-?`+ukSpace+`?)(мм|см|м|км|кг|т|л|кВт|МВт|кВ|хв|год|%|грн)(?:-([а-яіїєґ]{1,4}))?`, ukSayUnitAdjective),
		ukRule("unit", `(`+ukNumeral+`(?:`+ukSpace+`?[×хxХ]`+ukSpace+`?`+ukNumeral+`){1,2})(?:`+ukSpace+`?(мм|см|м|км))?`, ukSaySize),
		ukRule("unit", `\b(\d{1,3})°`+ukSpace+`?(\d{1,2}(?:[.,]\d+)?)['’′]`+ukSpace+`?(?:(\d{1,2}(?:[.,]\d+)?)(?:["”″]|′′)`+ukSpace+`?)?(?:([NSEW])\b)?`, ukSayAngle),
		ukRule("percent", ukAmountPattern+ukSpace+`?(%)`, ukSayUnit),
		ukRule("unit", ukAmountPattern+ukSpace+`?(`+ukAnyOf(ukUnits)+`)\.?`, ukSayUnit),

		// A full stop or hyphen outside of alternatives lets the finder pass over words without one.
		ukRule("unit", `(кв|куб)\.`+ukSpace+`?(к?м)`, ukSayArea),
		ukRule("title", `(ст|мол)\.`+ukSpace+`(?:(лейт|серж)\.|(л-т|с-нт))`, ukSayTitle),
		ukRule("title", `(підп|п|л|с|к)-(к|т|нт|н)`, ukSayTitle),
		ukRule("title", `((?i:ген))\.-((?i:лейт|майор|полк))\.?`, ukSayTitle),
		ukRule("title", `([А-Яа-яі]{1,7})\.`, ukSayTitle),
		ukRule("title", `([дДм])-(р)`, ukSayTitle),
		ukRule("title", `(св)\.`, ukSaySaint),
		ukRule("abbreviation", `(р)-(н[уі]?)\.?`, ukSayRegion),
		ukRule("abbreviation", `(обл)\.()`, ukSayRegion),
		ukRule("abbreviation", `((?i:ін|ун|ф|ком))-т(у|і|а|ом)?`, ukSayInstitute),
		ukRule("abbreviation", `((?i:обл))\.`+ukSpace+`((?:рад|лікарн|прокуратур|адміністраці)\p{L}*)`, ukSayRegional),
		ukRule("abbreviation", `[тнцмТНP]\.`+ukSpace+`?(?:д|п|ін|ч|зв|є|е|р|S)\.|дол\.`+ukSpace+`США`, ukSayAbbreviation),

		ukRule("abbreviation", `([А-Яа-яІіЇїЄєҐґ]{1,7})\.`, ukSayDotted),
		ukRule("abbreviation", `смт|(?:пр-т|б-р)`, ukSayHyphened),
		ukRule("ordinal", `\b(\d{1,4})`, ukSayItemNumber),

		ukRule("ordinal", `\b(\d+)-([а-яіїєґ]{1,4})`, ukSayEnded),
		ukRule("ordinal", `\b1,5-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, ukSayOneAndAHalf),
		ukRule("ordinal", `\b(\d{1,6})[-–](\d{1,6})-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, ukSayCompoundRange),
		ukRule("ordinal", `\b(\d{1,6})-([а-яіїєґ][а-яіїєґ'’ʼ]{3,})`, ukSayCompound),
		ukRule("ordinal", ukRangePattern+`()`+ukSpace+`(\p{Ll}+)`, ukSayNumbered),
		ukRule("year", ukYears, ukSayBareYear),
		ukRule("number", `\b(\d{1,3})/(\d{1,3})\b`, ukSayFraction),
		ukRule("number", `\b(\d{1,9}) ?[–−-] ?(\d{1,9})`, ukSayDifference),
		ukRule("number", `\b(\d+)½`, ukSayHalves),
		ukRule("number", `\b(\d{1,2})\.(\d{1,2})\b`, ukSayVersion),
		ukRule("number", `(№)`+ukSpace+`?(\d{1,6})/(\d{1,6})`, ukSayStroke),
		ukRule("number", ukRangePattern+ukMagnitudePattern, ukSayNumber),
		ukRule("number", ukRangePattern+`()`, ukSayNumber),
		ukRule("abbreviation", ukSpace+`(?:тис|трлн|млрд|млн|грн)`, ukSayAbbreviation),

		ukRule("acronym", `БпЛА|[А-ЯІЇЄҐ]{1,3}Бр`, ukSayMixedAcronym),
		ukRule("acronym", `[А-ЯІЇЄҐ]{2,}|[A-Z]{2,}`, ukSayAcronym),
		ukRule("symbol", `№№|§§|[№§&=+×≥≤½¼¾⅓⅔%‰<>]`, ukSaySymbol),
		ukRule("symbol", `ʼ`, ukSayApostrophe),
		ukRule(rulePause, ` ?\[(?:…|\.\.\.)\]`, nothing),
		ukRule(rulePause, `[ \x{A0}](?:-|--|―)[ \x{A0}]|(?:\b| )--(?:\b| )`, ukSayPause),
	}
}

// ukRule makes a rule that keeps the capital at the start of a sentence.
func ukRule(name, pattern string, say func(match) (string, bool)) rule {
	return rule{name, pattern, func(m match) (string, bool) {
		said, ok := say(m)
		if !ok {
			return "", false
		}
		return ukCapitalised(m, said), true
	}}
}

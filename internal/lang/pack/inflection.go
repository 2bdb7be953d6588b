package pack

// Inflection is what a language with cases needs beyond the keys above, when the word in front and
// the noun behind decide how a number is said: Czech, Polish, Russian, Ukrainian. With it, package
// inflect says figures instead of package grammar.
type Inflection struct {
	Few         string                       `yaml:"few"`         // the form of a noun behind 2 to 4: "genitive singular"; "plural", where living beings are a genitive; "" where they are not
	Nouns       []NounClass                  `yaml:"nouns"`       //
	Endings     []Ending                     `yaml:"endings"`     // that tell the forms of other nouns: the longest that fits
	Adjectives  string                       `yaml:"adjectives"`  // endings of words that may stand between a number and its noun
	Government  map[string]map[string]string `yaml:"government"`  // what is governed → cases → words
	Adverbs     string                       `yaml:"adverbs"`     // that may stand between a word that governs and the number
	Numbered    string                       `yaml:"numbered"`    // words before a number that only names something: "No."
	Codes       string                       `yaml:"codes"`       // words before a telephone number and the like
	Nominatives string                       `yaml:"nominatives"` // words before a number in the nominative
	Objects     string                       `yaml:"objects"`     // endings of verbs, whose object a number is
	Nameless    string                       `yaml:"nameless"`    // the gender of a number behind which stands nothing, or the name of a type: 41 Lancet-3
	Spans       map[string]string            `yaml:"spans"`       // what a sum is paid by: грн/л
	Verbs       string                       `yaml:"verbs"`       // endings of verbs, whose subject or object a number may be
	Joiners     map[string]string            `yaml:"joiners"`     // between the numbers of a range, and the case that they put the latter in
	To          string                       `yaml:"to"`          // said for the dash of a range
	Times       string                       `yaml:"times"`       // said for the cross of 7,62×39
	Minus       string                       `yaml:"minus"`
	Plus        string                       `yaml:"plus"`
	Signs       map[string]string            `yaml:"signs"`    // other signs in front of a number: "~"
	Point       string                       `yaml:"point"`    // the decimal marks; "": a comma
	Suffixes    map[string]string            `yaml:"suffixes"` // endings behind figures → what they can be, the likelier first: "masculine genitive, plural locative"
	Decimals    Fraction                     `yaml:"decimals"`
	Units       map[string]string            `yaml:"units"` // written → the noun, or CLDR's unit
	Percents    map[string]string            `yaml:"percents"`
	Currencies  map[string]string            `yaml:"currencies"`
	Magnitudes  map[string]string            `yaml:"magnitudes"`
	Cents       map[string]string            `yaml:"cents"`    // currency → its hundredth
	Places      []Place                      `yaml:"places"`   //
	Respell     map[string]string            `yaml:"respell"`  // number words that a voice needs spelled otherwise; "^" for those at the start
	Ordinals    map[string]map[string]string `yaml:"ordinals"` // marks of stems → gender, or plural → endings by case
	Lists       map[string]string            `yaml:"lists"`    // nouns that phrases name
	Phrases     []InflectedPhrase            `yaml:"phrases"`
}

// NounClass is a group of nouns with the same endings: "- а у - ом е / ы ов ам ы ами ах", by case
// in the singular and the plural, behind each of its stems. "-" is no ending. A class of one noun
// may list its forms in full, with commas between.
type NounClass struct {
	Gender     string `yaml:"gender"`
	Animate    bool   `yaml:"animate"`    // the accusative is the genitive: of masculine nouns, and in the plural
	Personal   bool   `yaml:"personal"`   // a number makes it a genitive in the nominative too: dwóch żołnierzy
	Adjectival bool   `yaml:"adjectival"` // declined as an adjective is
	Endings    string `yaml:"endings"`
	Stems      string `yaml:"stems"`
	Forms      string `yaml:"forms"`
	Name       string `yaml:"name"` // of the noun with these forms, if it is not the first
}

// Ending tells the forms of words that no list has.
type Ending struct {
	Endings string `yaml:"endings"`
	Gender  string `yaml:"gender"` // "": it does not tell
	Plural  bool   `yaml:"plural"`
	Cases   string `yaml:"cases"`
	Animate bool   `yaml:"animate"`
}

// Fraction is how a number with decimals is said.
type Fraction struct {
	Gender    string            `yaml:"gender"`    // of the whole part; "": that of what is counted
	Point     string            `yaml:"point"`     // the word or noun behind the whole part, if there is one
	Join      string            `yaml:"join"`      // a word before the decimals
	Fractions []string          `yaml:"fractions"` // nouns for tenths, hundredths, thousandths
	Declined  bool              `yaml:"declined"`  // the decimals take the case too
	Zero      string            `yaml:"zero"`      // behind a whole part of zero, in place of Join
	Nought    string            `yaml:"nought"`    // in place of a whole part of zero and Point; the decimals are not declined then
	Half      map[string]string `yaml:"half"`      // a word for 1,5 by gender, and by "oblique"
}

// Place is a measure that says where something is, or what is a part of what: "в 5 км от города".
type Place struct {
	Before string `yaml:"before"` // the words in front
	After  string `yaml:"after"`  // pattern of what follows
	Kind   string `yaml:"kind"`   // "unit" or "percent"
	Case   string `yaml:"case"`
}

// InflectedPhrase is a way to write a date, a time, a year or the like, and how it is said. Written
// is a pattern with parts in braces, "{day} {month} {year}"; said has the parts with what is made
// of them:
//
//	{month}                            the word, in full
//	{year: cardinal masculine dative}  a number in words; with a zero in front, each zero
//	{year: ordinal masculine dative}   the same as an ordinal; "Ordinal" with a capital
//	{hour: count час accusative}       a number and a noun that it counts
//	{год: singular dative}             a noun
//	{n: set compound}                  a number by a rule set of number_rules
//	{n: ending @next}                  the ending of an ordinal alone
//	{of: fraction n @count}            the second part of a fraction
//	[ {year: …} года]                  said only if the part is written
//
// In place of a case, @table is the one that the word in front governs there. In place of gender
// and case, @next are those of the noun that follows, and @part those of a noun among the parts.
type InflectedPhrase struct {
	Rule      string `yaml:"rule"`
	Written   string `yaml:"written"`
	Said      string `yaml:"said"`
	Before    string `yaml:"before"`    // the word in front governs in this table; or words, with spaces between; "! " in front: is none of them
	After     string `yaml:"after"`     // pattern of what follows
	Prefer    string `yaml:"prefer"`    // the case of a noun that could be several, behind a word
	Behind    string `yaml:"behind"`    // pattern of what stands in front
	Alone     bool   `yaml:"alone"`     // no unit, currency or magnitude may follow
	Uncounted string `yaml:"uncounted"` // "n noun": the number can't count the noun as it is written
}

package en

import (
	_ "embed"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

//go:embed words.yaml
var wordsYAML []byte

// vocab returns the words that the rules of English use. They are decoded on first use.
var vocab = sync.OnceValue(func() *vocabulary { return pack.Decode[vocabulary]("en/words.yaml", wordsYAML) })

// vocabulary is words.yaml, which explains each list.
type vocabulary struct {

	// abbreviation
	NumberedNames map[string]string `yaml:"numbered_names"`
	Answered      pack.Set          `yaml:"answered"`
	DottedWords   map[string]string `yaml:"dotted_words"`
	Lettered      pack.Set          `yaml:"lettered"`
	Names         map[string]string `yaml:"names"`
	WordsToo      pack.Set          `yaml:"words_too"`
	Words         map[string]string `yaml:"words"`
	BeforeFigure  pack.Set          `yaml:"before_figure"`

	// acronyms: which words in capitals are said as words, and which are spelled
	Onsets        pack.Set          `yaml:"onsets"`
	AcronymSaid   map[string]string `yaml:"acronym_said"`
	SpeltInNames  pack.Set          `yaml:"spelt_in_names"`
	SpokenWords   pack.Set          `yaml:"spoken_words"`
	Initialisms   pack.Set          `yaml:"initialisms"`
	Ambiguous     pack.Set          `yaml:"ambiguous"`
	OrdinaryWords pack.Set          `yaml:"ordinary_words"`

	// context
	Starters        pack.Set `yaml:"starters"`
	DescribedThings pack.Set `yaml:"described_things"`
	Dimensions      pack.Set `yaml:"dimensions"`
	Determiners     pack.Set `yaml:"determiners"`
	Function        pack.Set `yaml:"function"`
	Counted         pack.Set `yaml:"counted"`

	// date
	Dated pack.Set `yaml:"dated"`

	// designation
	SetNumbers      map[string]string `yaml:"set_numbers"`
	SetDesignations map[string]string `yaml:"set_designations"`
	Places          pack.Set          `yaml:"places"`

	// power
	Winds map[string]string `yaml:"winds"`

	// ratio
	Books  pack.Set `yaml:"books"`
	Rated  pack.Set `yaml:"rated"`
	Rating pack.Set `yaml:"rating"`
	Coded  pack.Set `yaml:"coded"`

	// roman
	NumberedThings pack.Set `yaml:"numbered_things"`
	AfterNumeral   pack.Set `yaml:"after_numeral"`
	Thrones        pack.Set `yaml:"thrones"`
	Rulers         pack.Set `yaml:"rulers"`

	// states
	States     map[string]string `yaml:"states"`
	InState    pack.Set          `yaml:"in_state"`
	OnlyStates pack.Set          `yaml:"only_states"`
	Addressing pack.Set          `yaml:"addressing"`

	// symbol
	Operators map[string]string `yaml:"operators"`

	// title
	Titles      map[string]string `yaml:"titles"`
	NeedsName   pack.Set          `yaml:"needs_name"`
	BeforeSaint pack.Set          `yaml:"before_saint"`
	Parties     map[string]string `yaml:"parties"`

	// unit
	Dotted  pack.Set `yaml:"dotted"`
	Degrees pack.Set `yaml:"degrees"`

	// web
	TopLevels   pack.Set `yaml:"top_levels"`
	WordEndings pack.Set `yaml:"word_endings"`
	HostWords   pack.Set `yaml:"host_words"`

	// year
	Yearly   pack.Set `yaml:"yearly"`
	Numbered pack.Set `yaml:"numbered"`

	// units
	Units map[string][]string `yaml:"units"`

	// money
	Currencies map[string][]string `yaml:"currencies"`
}

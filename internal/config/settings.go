package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/aloud-audio/aloud/internal/speech"
)

// settings is aloud.yaml.
type settings struct {
	Sites  map[string]siteSettings `yaml:"sites"`
	Prices speech.Prices           `yaml:"prices"`
	Quotas speech.Quotas           `yaml:"quotas"`
}

type siteSettings struct {
	URL          string                `yaml:"url"`
	Language     string                `yaml:"language"`
	Languages    map[string][]string   `yaml:"languages"`
	Hooks        hooksSettings         `yaml:"hooks"`
	Notify       notifySettings        `yaml:"notify"`
	Voices       map[string]stringList `yaml:"voices"`
	VoiceVersion string                `yaml:"voice_version"`
	MembersOnly  string                `yaml:"members_only"`
	Skip         stringList            `yaml:"skip"`
	Read         stringList            `yaml:"read"`
	SkipPhrases  stringList            `yaml:"skip_phrases"`
	SkipTags     stringList            `yaml:"skip_tags"`
	SpokenOff    []string              `yaml:"spoken_off"`
	Lexicon      map[string]string     `yaml:"lexicon"`
	Pauses       map[string]string     `yaml:"pauses"`
	BitRate      int                   `yaml:"bit_rate"`
	Loudness     float64               `yaml:"loudness"`
	Disclosure   map[string]string     `yaml:"disclosure"`
	Verify       string                `yaml:"verify"`
	Intro        jingleSettings        `yaml:"intro"`
	Outro        jingleSettings        `yaml:"outro"`
	Cover        string                `yaml:"cover"`
	Budget       budgetSettings        `yaml:"budget"`
}

type hooksSettings struct {
	Ghost    hookSettings `yaml:"ghost"`
	Articles hookSettings `yaml:"articles"`
}

type hookSettings struct {
	Secret     stringList `yaml:"secret"`
	SecretFile stringList `yaml:"secret_file"`
	Tolerance  string     `yaml:"tolerance"`
}

// stringList is one string or a list of them.
type stringList []string

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (l *stringList) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if err := unmarshal(&one); err == nil {
		*l = stringList{one}
		return nil
	}
	return unmarshal((*[]string)(l))
}

// parseSettings decodes strictly: an unknown or doubled key is an error that shows its line. Relative file names start at
// dir.
func parseSettings(text []byte, dir string, env Environment) (Config, error) {
	var s settings
	decoder := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict())
	if err := decoder.Decode(&s); err != nil && !errors.Is(err, io.EOF) {
		return Config{}, withLine(err)
	}
	if err := decoder.Decode(new(any)); !errors.Is(err, io.EOF) {
		return Config{}, errors.New("more than one YAML document: keep the first")
	}
	if len(s.Sites) == 0 {
		return Config{}, errors.New("no sites: add at least\nsites:\n  main:\n    url: https://example.com")
	}
	cfg := Config{Environment: env, Sites: map[string]Site{}, Prices: speech.DefaultPrices().With(s.Prices), Quotas: speech.DefaultQuotas().With(s.Quotas)}
	problems := []error{checkPrices(s.Prices), checkQuotas(s.Quotas)}
	for name, raw := range s.Sites {
		site, err := raw.site(name, dir, env)
		cfg.Sites[name] = site
		problems = append(problems, err)
	}
	return cfg, errors.Join(problems...)
}

func checkPrices(prices speech.Prices) error {
	var problems []error
	for _, family := range prices.Families() {
		if !strings.Contains(family, ":") {
			problems = append(problems, fmt.Errorf("prices: %q is not provider:family, like google:chirp3-hd", family))
		}
		if provider, name, _ := strings.Cut(family, ":"); !knownFamily(provider, name) {
			problems = append(problems, fmt.Errorf("prices: %s has no family %q: there are %v", provider, name, familiesOf(provider)))
		}
		if prices[family] < 0 {
			problems = append(problems, fmt.Errorf("prices.%s: %g dollars for a million characters is no price", family, prices[family]))
		}
	}
	return errors.Join(problems...)
}

// knownFamily tells slips from families of providers whose families are known; new models of Gemini are not.
func knownFamily(provider, family string) bool {
	families := familiesOf(provider)
	return provider == "openai" || families == nil || family == "" || strings.HasPrefix(family, "gemini-") || slices.Contains(families, family)
}

func familiesOf(provider string) (families []string) {
	for _, key := range speech.DefaultPrices().Families() {
		if family, ok := strings.CutPrefix(key, provider+":"); ok {
			families = append(families, family)
		}
	}
	return families
}

// withLine says where the file is wrong, without quoting it: secrets stand there.
func withLine(err error) error {
	var wrong yaml.Error
	if !errors.As(err, &wrong) || wrong.GetToken() == nil {
		return err
	}
	return fmt.Errorf("line %d: %s", wrong.GetToken().Position.Line, wrong.GetMessage())
}

// secrets are those in the settings and those in files.
func secrets(inline, files []string, dir string) ([]string, error) {
	secrets := slices.Clone(inline)
	for _, name := range files {
		if !filepath.IsAbs(name) {
			name = filepath.Join(dir, name)
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("secret_file: %w", err)
		}
		secrets = append(secrets, strings.TrimSpace(string(text)))
	}
	for _, secret := range secrets {
		if secret == "" {
			return nil, errors.New("secret: is empty")
		}
	}
	return secrets, nil
}

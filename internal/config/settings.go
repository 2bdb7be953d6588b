package config

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/aloud-audio/aloud/internal/speech"
)

// settings is the content of aloud.yaml.
type settings struct {
	Sites  map[string]siteSettings `yaml:"sites"`
	Prices speech.Prices           `yaml:"prices"`
	Quotas speech.Quotas           `yaml:"quotas"`
}

type siteSettings struct {
	URL          stringList                `yaml:"url"`
	Language     string                    `yaml:"language"`
	Languages    map[string][]string       `yaml:"languages"`
	Hooks        map[string]hookSettings   `yaml:"hooks"` // by source
	Sources      map[string]askSettings    `yaml:"sources"`
	TrustFuture  bool                      `yaml:"trust_future"`
	Notify       oneOrMore[noticeReceiver] `yaml:"notify"`
	Purge        oneOrMore[purgeReceiver]  `yaml:"purge"`
	AllowPrivate stringList                `yaml:"allow_private"`
	Voices       map[string]voiceSettings  `yaml:"voices"`
	Foreign      string                    `yaml:"foreign"`
	VoiceVersion string                    `yaml:"voice_version"`
	MembersOnly  string                    `yaml:"members_only"`
	Embeds       string                    `yaml:"embeds"`
	Skip         stringList                `yaml:"skip"`
	Read         stringList                `yaml:"read"`
	SkipPhrases  stringList                `yaml:"skip_phrases"`
	SkipTags     stringList                `yaml:"skip_tags"`
	SpokenOff    []string                  `yaml:"spoken_off"`
	Lexicon      map[string]string         `yaml:"lexicon" json:"-"`
	Pauses       map[string]string         `yaml:"pauses"`
	BitRate      int                       `yaml:"bit_rate"`
	Loudness     float64                   `yaml:"loudness"`
	Disclosure   map[string]string         `yaml:"disclosure"`
	Player       playerSettings            `yaml:"player"`
	Analytics    analyticsSettings         `yaml:"analytics"`
	Feed         feedSettings              `yaml:"feed"`
	Verify       string                    `yaml:"verify"`
	Words        bool                      `yaml:"words"`
	Intro        jingleSettings            `yaml:"intro"`
	Outro        jingleSettings            `yaml:"outro"`
	Cover        string                    `yaml:"cover" json:"-"`
	Credential   credentialSettings        `yaml:"credential"`
	Budget       budgetSettings            `yaml:"budget"`
	Previous     string                    `yaml:"previous"`
	Retention    string                    `yaml:"retention"`
	Late         string                    `yaml:"late"`
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

// parse decodes aloud.yaml strictly: an unknown or repeated key is an error. Every error names
// file, line and key.
func (f *files) parse(text []byte, file string, env Environment, providers speech.Registry) (Config, error) {
	var s settings
	if err := checkShape(text); err != nil {
		return Config{}, fmt.Errorf("%s: %w", file, err)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict(), plainText)
	if err := decoder.Decode(&s); err != nil && !errors.Is(err, io.EOF) {
		return Config{}, broken(file, text, err)
	}
	if err := decoder.Decode(new(any)); !errors.Is(err, io.EOF) {
		return Config{}, fmt.Errorf("%s: has more than one YAML document: keep only the first", file)
	}
	if len(s.Sites) == 0 {
		return Config{}, fmt.Errorf("%s: has no sites: add at least\nsites:\n  main:\n    url: https://example.com", file)
	}
	cfg, err := s.config(f, env, providers)
	if err != nil {
		return Config{}, withLines(file, text, err)
	}
	cfg.Hash = s.hash(f, env)
	return cfg, nil
}

// broken says where the syntax is wrong, without quoting the file, which contains secrets.
func broken(file string, text []byte, err error) error {
	if message, line, ok := mistyped(text, err); ok {
		return fmt.Errorf("%s:%d: %s", file, line, message)
	}
	var wrong yaml.Error
	if !errors.As(err, &wrong) || wrong.GetToken() == nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return fmt.Errorf("%s:%d: %s: compare it with docs/settings.md, which has every key and its type", file, wrong.GetToken().Position.Line, wrong.GetMessage())
}

func (s settings) config(f *files, env Environment, providers speech.Registry) (Config, error) {
	cfg := Config{
		Environment: env,
		Sites:       map[string]Site{},
		Prices:      providers.Prices().With(s.Prices),
		Quotas:      providers.Quotas().With(s.Quotas),
	}
	problems := []error{checkPrices(s.Prices, providers), checkQuotas(s.Quotas, providers)}
	for _, name := range slices.Sorted(maps.Keys(s.Sites)) {
		site, err := s.Sites[name].site(name, f, env)
		cfg.Sites[name] = site
		problems = append(problems, at("sites", at(name, err)))
	}
	return cfg, errors.Join(problems...)
}

// hash covers everything but secrets. Two hosts with the same settings have the same hash, wherever
// their files are.
func (s settings) hash(f *files, env Environment) string {
	plain, err := json.Marshal(s)
	if err != nil {
		panic("config: settings are plain data: " + err.Error())
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%s\n%x%s", env.Voice, plain, f.sum.Sum(nil), env.Credential.Certificate)
	return hex.EncodeToString(sum.Sum(nil))[:hashLength]
}

// hashLength is long enough to distinguish settings, and short enough to compare by eye.
const hashLength = 12

func checkPrices(prices speech.Prices, providers speech.Registry) error {
	var problems []error
	for _, family := range slices.Sorted(maps.Keys(prices)) {
		err := providers.CheckFamily(family)
		if price := prices[family]; err == nil && !(price >= 0 && price < math.MaxInt32) {
			err = fmt.Errorf("%g is not a price: write US dollars per million characters", prices[family])
		}
		problems = append(problems, at("prices", at(family, err)))
	}
	return errors.Join(problems...)
}

func checkQuotas(quotas speech.Quotas, providers speech.Registry) error {
	var problems []error
	for _, family := range slices.Sorted(maps.Keys(quotas)) {
		err := providers.CheckFamily(family)
		if owner := providers.Quotas()[family].CountsIn; owner != "" {
			err = fmt.Errorf("its requests count towards the quota of %s: set that one", owner)
		}
		if q := quotas[family]; q.Requests < 0 || q.Characters < 0 {
			err = errors.New("is negative: write a number per minute, or 0 for no limit")
		}
		problems = append(problems, at("quotas", at(family, err)))
	}
	return errors.Join(problems...)
}

package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

const (
	defaultLanguage  = "en"
	defaultTolerance = "5m" // Standard Webhooks' own
	defaultBitRate   = 64   // kbit/s
	longestPause     = 10 * time.Second
)

// defaultSite is what runs without a settings file.
func defaultSite(env Environment) Site {
	site, _ := siteSettings{}.site(DefaultSite, "", env) // nothing in it can be wrong
	site.GenerateSecret = true
	return site
}

// defaultVoices are ALOUD_VOICE for every language, or the local ones.
func defaultVoices(env Environment) map[string][]string {
	if env.Voice != "" {
		return map[string][]string{narrate.AnyLanguage: {env.Voice}}
	}
	return map[string][]string{"en": {"flite:slt"}, narrate.AnyLanguage: {"espeak-ng"}}
}

// site checks the settings of one site and fills in what they leave out. The error joins all that is wrong, each with
// its key.
func (s siteSettings) site(name, dir string, env Environment) (Site, error) {
	site := Site{Site: narrate.Site{
		Name:         name,
		URL:          s.URL,
		Language:     cmp.Or(s.Language, defaultLanguage),
		Languages:    s.Languages,
		Voices:       s.voices(),
		VoiceVersion: s.VoiceVersion,
		MembersOnly:  cmp.Or(s.MembersOnly, narrate.MembersOnlyNone),
		Skip:         s.Skip,
		Read:         s.Read,
		SkipPhrases:  s.SkipPhrases,
		SkipTags:     s.SkipTags,
		Pauses:       script.DefaultPauses(),
		BitRate:      cmp.Or(s.BitRate, defaultBitRate),
		Loudness:     s.Loudness,
		Disclosure:   s.Disclosure,
		Verify:       s.Verify == verifyASR,
	}}
	if len(s.Voices) == 0 {
		site.Voices = defaultVoices(env)
	}
	var ghostErr, articlesErr, notifyErr, budgetErr error
	site.Budget, budgetErr = s.Budget.budget()
	site.Ghost, ghostErr = s.Hooks.Ghost.hook(dir)
	site.Articles, articlesErr = s.Hooks.Articles.hook(dir)
	site.Notify, notifyErr = s.Notify.receivers(dir)
	var lexiconErr error
	site.SpokenOff = s.SpokenOff
	site.Lexicons = s.lexicons(dir)
	site.Lexicon, lexiconErr = loadLexicons(site.Lexicons)
	var introErr, outroErr, coverErr error
	site.Intro, introErr = s.Intro.jingle(dir)
	site.Outro, outroErr = s.Outro.jingle(dir)
	site.Cover, coverErr = s.cover(dir)
	problems := []error{
		at("intro", introErr), at("outro", outroErr), coverErr,
		s.checkSpokenOff(), lexiconErr, budgetErr,
		library.CheckSite(name), s.checkURL(), s.checkLanguages(), s.checkVoices(), s.checkMembersOnly(), s.checkPauses(),
		s.checkLoudness(), s.checkDisclosure(), s.checkVerify(),
		site.Reading().Validate(),
		at("hooks.ghost", ghostErr), at("hooks.articles", articlesErr), at("hooks.articles", checkStandardSecrets(site.Articles.Secrets)),
		at("notify", notifyErr),
	}
	for role, pause := range s.Pauses {
		site.Pauses[role], _ = time.ParseDuration(pause) // checked above
	}
	return site, at("sites."+name, errors.Join(problems...))
}

func (h hookSettings) hook(dir string) (Hook, error) {
	secrets, err := secrets(h.Secret, h.SecretFile, dir)
	tolerance, wrong := time.ParseDuration(cmp.Or(h.Tolerance, defaultTolerance))
	if wrong != nil || tolerance <= 0 {
		err = errors.Join(err, fmt.Errorf("tolerance: %q is not a time like 5m", h.Tolerance))
	}
	return Hook{Secrets: secrets, Tolerance: tolerance}, err
}

func (s siteSettings) checkURL() error {
	if s.URL == "" {
		return nil
	}
	u, err := url.Parse(s.URL)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return fmt.Errorf("url: %q is not an address like https://example.com", s.URL)
	}
	return nil
}

func (s siteSettings) checkLanguages() error {
	problems := []error{checkLanguage("language", cmp.Or(s.Language, defaultLanguage))}
	for _, lang := range slices.Sorted(maps.Keys(s.Languages)) {
		problems = append(problems, checkLanguage("languages", lang))
	}
	return errors.Join(problems...)
}

func checkLanguage(key, tag string) error {
	if _, err := language.Parse(tag); err != nil {
		return fmt.Errorf("%s: %q is not a language like en or pt-BR", key, tag)
	}
	return nil
}

func (s siteSettings) checkVoices() error {
	var problems []error
	for _, lang := range slices.Sorted(maps.Keys(s.Voices)) {
		if lang != narrate.AnyLanguage {
			problems = append(problems, checkLanguage("voices", lang))
		}
		if len(s.Voices[lang]) == 0 {
			problems = append(problems, fmt.Errorf(`voices.%s: is empty: write "provider:voice", or a list of them`, lang))
		}
		for _, voice := range s.Voices[lang] {
			if provider, _, _ := strings.Cut(voice, ":"); provider == "" {
				problems = append(problems, fmt.Errorf(`voices.%s: %q is not "provider:voice"`, lang, voice))
			}
		}
	}
	return errors.Join(problems...)
}

func (s siteSettings) voices() map[string][]string {
	voices := map[string][]string{}
	for lang, list := range s.Voices {
		voices[lang] = list
	}
	return voices
}

func (s siteSettings) checkMembersOnly() error {
	switch s.MembersOnly {
	case "", narrate.MembersOnlyNone, narrate.MembersOnlyPreview:
		return nil
	}
	return fmt.Errorf("members_only: %q is neither none nor preview", s.MembersOnly)
}

func (s siteSettings) checkPauses() error {
	var problems []error
	for _, role := range slices.Sorted(maps.Keys(s.Pauses)) {
		if _, known := script.DefaultPauses()[role]; !known {
			problems = append(problems, fmt.Errorf("pauses: %q is none of %v", role, slices.Sorted(maps.Keys(script.DefaultPauses()))))
		}
		if pause, err := time.ParseDuration(s.Pauses[role]); err != nil || pause < 0 || pause > longestPause {
			problems = append(problems, fmt.Errorf("pauses.%s: %q is not a time from 0s to %s, like 900ms", role, s.Pauses[role], longestPause))
		}
	}
	return errors.Join(problems...)
}

func (s siteSettings) checkSpokenOff() error {
	if len(s.SpokenOff) == 0 {
		return nil // the list makes the rules of every language, which takes a while
	}
	known := script.Rules()
	for _, name := range s.SpokenOff {
		if !slices.Contains(known, name) {
			return fmt.Errorf("spoken_off: %q is none of %v", name, known)
		}
	}
	return nil
}

// lexicons are the site's PLS files by language; relative names start at dir.
func (s siteSettings) lexicons(dir string) map[string]string {
	files := map[string]string{}
	for lang, file := range s.Lexicon {
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		files[lang] = file
	}
	return files
}

// loadLexicons makes a layer of each file that is there.
func loadLexicons(files map[string]string) (layers []*lexicon.Layer, err error) {
	for _, lang := range slices.Sorted(maps.Keys(files)) {
		list, wrong := lexicon.Load(files[lang])
		if errors.Is(wrong, fs.ErrNotExist) {
			continue
		}
		if wrong == nil && list.Language != lang {
			wrong = fmt.Errorf("the language of %s is %q", files[lang], list.Language)
		}
		if wrong != nil {
			err = errors.Join(err, fmt.Errorf("lexicon.%s: %w", lang, wrong))
			continue
		}
		layers = append(layers, lexicon.NewLayer("site", list))
	}
	return layers, err
}

// checkStandardSecrets refuses secrets that are not base64, which the Standard Webhooks specification asks for.
func checkStandardSecrets(secrets []string) error {
	for _, secret := range secrets {
		if _, err := standardwebhooks.NewWebhook(secret); err != nil {
			return errors.New("secret: must be whsec_ followed by base64")
		}
	}
	return nil
}

// at puts the key in front of each problem.
func at(key string, err error) error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var problems []error
		for _, e := range joined.Unwrap() {
			problems = append(problems, at(key, e))
		}
		return errors.Join(problems...)
	}
	return fmt.Errorf("%s.%w", key, err)
}

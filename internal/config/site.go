package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

const (
	defaultLanguage = "en"
	defaultBitRate  = 64 // kbit/s
	longestPause    = 10 * time.Second

	defaultRetention = "30d"
)

// defaultSite returns the site that exists without a settings file.
func defaultSite(env Environment) Site {
	site, _ := siteSettings{}.site(DefaultSite, newFiles(""), env) // nothing in it can be wrong
	site.GenerateSecret = true
	return site
}

// site checks the settings of one site and adds the defaults. The error joins all problems, each
// with its key.
func (s siteSettings) site(name string, f *files, env Environment) (Site, error) {
	site := Site{
		Site: narrate.Site{
			Name:         name,
			URL:          s.mainURL(),
			VoiceVersion: s.VoiceVersion,
			Foreign:      cmp.Or(s.Foreign, narrate.ForeignSame),
			MembersOnly:  cmp.Or(s.MembersOnly, narrate.MembersOnlyNone),
			Embeds:       cmp.Or(s.Embeds, narrate.EmbedsSkip),
			Skip:         s.Skip,
			Read:         s.Read,
			SkipPhrases:  s.SkipPhrases,
			SkipTags:     s.SkipTags,
			SpokenOff:    s.SpokenOff,
			BitRate:      cmp.Or(s.BitRate, defaultBitRate),
			Loudness:     s.Loudness,
			Verify:       s.Verify == verifyASR,
			Words:        s.Words,
			BytesOnly:    s.Verify == verifyBytes,
			PreviousGone: s.Previous == previousGone,
		},
		URLs: s.URL,
	}
	problems := []error{
		library.CheckSite(name), s.checkURL(), s.checkForeign(), s.checkMembersOnly(), s.checkEmbeds(), s.checkPrevious(), s.checkSpokenOff(), s.checkLoudness(), s.checkVerify(),
		site.Reading().Validate(),
		s.fillText(&site, f), s.fillSound(&site, f), s.fillOperation(&site, f, env),
	}
	return site, errors.Join(problems...)
}

// fillText sets the fields that decide which words are said.
func (s siteSettings) fillText(site *Site, f *files) error {
	var languageErr, languagesErr, lexiconErr, disclosureErr, playerErr error
	site.Language, languageErr = parseLanguage(cmp.Or(s.Language, defaultLanguage))
	site.Languages, languagesErr = byLanguage("languages", s.Languages, "")
	site.Lexicons, site.Lexicon, lexiconErr = s.lexicons(f)
	site.Disclosure, disclosureErr = s.disclosures()
	site.Player, playerErr = s.Player.player()
	site.Player.Events = s.Analytics.Events
	if site.Player.UpNext && reflect.ValueOf(s.Feed).IsZero() {
		playerErr = errors.Join(playerErr, at("up_next", errors.New("needs the site's feed: set feed too, or leave up_next out")))
	}
	return errors.Join(at("language", languageErr), languagesErr, lexiconErr, disclosureErr, at("player", playerErr))
}

// fillSound sets how a track sounds and looks, apart from its speech.
func (s siteSettings) fillSound(site *Site, f *files) error {
	var pausesErr, introErr, outroErr, coverErr error
	site.Pauses, pausesErr = s.pauses()
	site.Intro, introErr = s.Intro.jingle(f)
	site.Outro, outroErr = s.Outro.jingle(f)
	site.Cover, coverErr = s.cover(f)
	return errors.Join(pausesErr, at("intro", introErr), at("outro", outroErr), coverErr)
}

// fillOperation sets voices, budgets, hooks, receivers of notices, retention and feeds.
func (s siteSettings) fillOperation(site *Site, f *files, env Environment) error {
	var voicesErr, credentialErr, budgetErr, hooksErr, sourcesErr, notifyErr, purgeErr, retentionErr, lateErr, feedErr error
	site.AllowPrivate = s.AllowPrivate
	voicesErr = s.fillVoices(site, env)
	site.Credential, credentialErr = s.Credential.signer(f, env.Credential)
	site.Budget, budgetErr = s.Budget.budget()
	site.Hooks, hooksErr = s.hooks(f)
	site.MaxAhead = s.maxAhead(site.Hooks)
	site.Sources, sourcesErr = s.sources(f)
	site.Notify, notifyErr = receivers("notify", s.Notify, f, s.AllowPrivate)
	site.Purge, purgeErr = receivers("purge", s.Purge, f, s.AllowPrivate)
	site.Retention, retentionErr = parseDays(cmp.Or(s.Retention, defaultRetention))
	site.Late, lateErr = s.late()
	site.Feed, feedErr = s.feed(site.Name, site.Language, env.PublicURL)
	return errors.Join(voicesErr, at("credential", credentialErr), budgetErr, hooksErr, sourcesErr, notifyErr, purgeErr, at("retention", retentionErr), lateErr, feedErr)
}

// mainURL is the first address of the publication; "" if none is given.
func (s siteSettings) mainURL() string {
	if len(s.URL) == 0 {
		return ""
	}
	return s.URL[0]
}

func (s siteSettings) checkURL() error {
	var problems []error
	for _, address := range s.URL {
		problems = append(problems, at("url", checkURL(address)))
	}
	return errors.Join(problems...)
}

func (s siteSettings) checkForeign() error {
	switch s.Foreign {
	case "", narrate.ForeignSame, narrate.ForeignVoice, narrate.ForeignSkip:
		return nil
	}
	return at("foreign", fmt.Errorf("%q is not same, voice or skip: write one of them", s.Foreign))
}

func (s siteSettings) checkMembersOnly() error {
	switch s.MembersOnly {
	case "", narrate.MembersOnlyNone, narrate.MembersOnlyPreview:
		return nil
	}
	return at("members_only", fmt.Errorf("%q is neither none nor preview: write one of them", s.MembersOnly))
}

func (s siteSettings) checkEmbeds() error {
	switch s.Embeds {
	case "", narrate.EmbedsSkip, narrate.EmbedsRead:
		return nil
	}
	return at("embeds", fmt.Errorf("%q is neither skip nor read: write one of them", s.Embeds))
}

// What happens to a track that a new one replaces.
const (
	previousKept = "24h"
	previousGone = "gone"
)

func (s siteSettings) checkPrevious() error {
	switch s.Previous {
	case "", previousKept, previousGone:
		return nil
	}
	return at("previous", fmt.Errorf("%q is neither 24h nor gone: write one of them", s.Previous))
}

// pauses returns the default pauses with the site's values in their place.
func (s siteSettings) pauses() (script.Pauses, error) {
	pauses := script.DefaultPauses()
	var problems []error
	for role, value := range s.Pauses {
		if _, known := pauses[role]; !known {
			problems = append(problems, at("pauses", fmt.Errorf("unknown pause %q: write one of %v", role, slices.Sorted(maps.Keys(script.DefaultPauses())))))
			continue
		}
		pause, err := parsePause(value)
		pauses[role] = pause
		problems = append(problems, at("pauses", at(role, err)))
	}
	return pauses, errors.Join(problems...)
}

func (s siteSettings) checkSpokenOff() error {
	if len(s.SpokenOff) == 0 {
		return nil // listing the rules of every language takes a while
	}
	known := script.Rules()
	for _, name := range s.SpokenOff {
		if !slices.Contains(known, name) {
			return at("spoken_off", fmt.Errorf("unknown rule %q: write one of %v", name, known))
		}
	}
	return nil
}

// lexicons returns the site's PLS files by language, and the layers of those that exist.
func (s siteSettings) lexicons(f *files) (files map[string]string, layers []*lexicon.Layer, err error) {
	given, err := byLanguage("lexicon", s.Lexicon, "")
	files = map[string]string{}
	problems := []error{err}
	for _, lang := range slices.Sorted(maps.Keys(given)) {
		files[lang] = f.path(given[lang])
		layer, err := loadLexicon(f, files[lang], lang)
		if layer != nil {
			layers = append(layers, layer)
		}
		problems = append(problems, at("lexicon", at(lang, err)))
	}
	return files, layers, errors.Join(problems...)
}

// loadLexicon returns nil for a missing file, which CheckFiles reports.
func loadLexicon(f *files, file, lang string) (*lexicon.Layer, error) {
	text, err := f.content(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	list, err := lexicon.Read(bytes.NewReader(text))
	switch {
	case err != nil:
		return nil, fmt.Errorf("lexicon %s: %w", file, err)
	case article.NormalLanguage(list.Language) != lang:
		return nil, fmt.Errorf("%s is for the language %q: put it under that language", file, list.Language)
	}
	return lexicon.NewLayer("site", list), nil
}

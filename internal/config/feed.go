package config

import (
	"cmp"
	"errors"
	"fmt"
	"net/mail"
	"path"
	"reflect"
	"regexp"
	"strings"

	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/httpurl"
)

// feedSettings describe a site's podcast and JSON feeds. Without them it has none.
type feedSettings struct {
	Title       string               `yaml:"title"`
	Description string               `yaml:"description"`
	Image       string               `yaml:"image"`
	Category    stringList           `yaml:"category"`
	Author      string               `yaml:"author"`
	Email       string               `yaml:"email"`
	Copyright   string               `yaml:"copyright"`
	Explicit    bool                 `yaml:"explicit"`
	Locked      bool                 `yaml:"locked"`
	GUID        string               `yaml:"guid"`
	Languages   map[string]feedTexts `yaml:"languages"`
	Tags        map[string]feedTag   `yaml:"tags"`
}

// feedTexts are what differs in the feed of a language.
type feedTexts struct {
	Title       string `yaml:"title"`
	Description string `yaml:"description"`
}

// feedTag says which articles the feed of a tag has, and what differs in it.
type feedTag struct {
	Title       string     `yaml:"title"`
	Description string     `yaml:"description"`
	Tags        stringList `yaml:"tags"`
}

// feed returns the settings of a site's feeds; nil if it has none.
func (s siteSettings) feed(name, language, publicURL string) (*feed.Settings, error) {
	given := s.Feed
	if reflect.ValueOf(given).IsZero() {
		return nil, nil
	}
	categories, categoryErr := given.categories()
	languages, languagesErr := given.languages()
	tags, tagsErr := given.tags()
	base := strings.TrimSuffix(publicURL, "/") + "/" + name + "/"
	settings := feed.Settings{
		Title: given.Title, Description: given.Description, Link: s.mainURL(), Image: given.Image, Language: language,
		Author: cmp.Or(given.Author, given.Title), Email: given.Email, Copyright: given.Copyright, GUID: given.GUID,
		Categories: categories, Explicit: given.Explicit, Locked: given.Locked, Languages: languages, Tags: tags,
		Base: base + "feeds/", Files: base + "articles/",
	}
	err := errors.Join(given.checkTexts(), given.checkImage(), given.checkOwner(), categoryErr, languagesErr, tagsErr, s.checkFeedAddresses(publicURL))
	return &settings, at("feed", err)
}

func (s feedSettings) checkTexts() error {
	var problems []error
	if s.Title == "" {
		problems = append(problems, at("title", errors.New("is missing: write the name under which the feed is listed")))
	}
	if s.Description == "" {
		problems = append(problems, at("description", errors.New("is missing: write what listeners get, in a few sentences; directories require it")))
	}
	return errors.Join(problems...)
}

// checkImage holds Apple's rules that an address shows.
func (s feedSettings) checkImage() error {
	address, err := httpurl.Parse(s.Image)
	switch {
	case s.Image == "":
		err = errors.New("is missing: write the address of a square picture of 1400 to 3000 pixels; directories require it")
	case err != nil:
	case address.Scheme != "https":
		err = errors.New("is not an https address: podcast directories load no other pictures")
	case path.Ext(address.Path) != ".jpg" && path.Ext(address.Path) != ".jpeg" && path.Ext(address.Path) != ".png":
		err = errors.New("ends with neither .jpg nor .png: podcast directories take only JPEG and PNG")
	}
	return at("image", err)
}

// uuid is the form of a podcast:guid.
var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

func (s feedSettings) checkOwner() error {
	var problems []error
	if _, err := mail.ParseAddress(s.Email); s.Email != "" && (err != nil || strings.ContainsAny(s.Email, "<> ")) {
		problems = append(problems, at("email", fmt.Errorf("%q is not an address: write one like podcast@example.com", s.Email)))
	}
	if s.GUID != "" && !uuid.MatchString(s.GUID) {
		problems = append(problems, at("guid", fmt.Errorf("%q is not a podcast:guid: copy it from the feed's former host, like 9b024349-ccf0-5f69-a609-6b82873eab3c", s.GUID)))
	}
	return errors.Join(problems...)
}

func (s feedSettings) categories() (all []feed.Category, err error) {
	if len(s.Category) == 0 {
		return nil, at("category", errors.New("is missing: write one or more of Apple's, like News or News/Politics; directories require it"))
	}
	for _, text := range s.Category {
		category, categoryErr := feed.ParseCategory(text)
		all, err = append(all, category), errors.Join(err, at("category", categoryErr))
	}
	return all, err
}

func (s feedSettings) languages() (map[string]feed.Variant, error) {
	given, err := byLanguage("languages", s.Languages, "")
	variants := map[string]feed.Variant{}
	for language, texts := range given {
		variants[language] = feed.Variant{Title: texts.Title, Description: texts.Description}
	}
	return variants, err
}

// tagName is part of an address and of a key of the store.
var tagName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,62}$`)

func (s feedSettings) tags() (map[string]feed.Variant, error) {
	var problems []error
	variants := map[string]feed.Variant{}
	for name, tag := range s.Tags {
		if !tagName.MatchString(name) {
			problems = append(problems, at("tags", at(name, errors.New("is not a name for an address: use lower-case letters, digits and dashes, and list the CMS's names in tags"))))
		}
		variants[name] = feed.Variant{Title: tag.Title, Description: tag.Description, Tags: tag.Tags}
	}
	return variants, errors.Join(problems...)
}

// checkFeedAddresses requires what every feed has to link to.
func (s siteSettings) checkFeedAddresses(publicURL string) error {
	var problems []error
	if s.mainURL() == "" {
		problems = append(problems, errors.New("needs the site's url, to which every feed links: set url beside feed"))
	}
	if publicURL == "" {
		problems = append(problems, errors.New("needs absolute addresses: set ALOUD_PUBLIC_URL to the address of the CDN or, without one, to that of /public on this server, like https://audio.example.com/public"))
	}
	return errors.Join(problems...)
}

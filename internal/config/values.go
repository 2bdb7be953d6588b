package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/httpurl"
)

// Parsers of values that several keys have.

// checkURL requires the address of an HTTP server. The error does not quote the value, which may
// contain a password.
func checkURL(value string) error {
	_, err := httpurl.Parse(value)
	return err
}

// parseLanguage returns a tag in its canonical form: en_GB becomes en-GB.
func parseLanguage(tag string) (string, error) {
	if canonical := article.NormalLanguage(tag); canonical != "" {
		return canonical, nil
	}
	return "", fmt.Errorf("%q is not a language: write a tag like en or pt-BR", tag)
}

// byLanguage returns a map of settings with its languages in canonical form; other is a key that
// stays as it is.
func byLanguage[V any](key string, given map[string]V, other string) (map[string]V, error) {
	canonical := map[string]V{}
	var problems []error
	for tag, value := range given {
		lang, err := tag, error(nil)
		if tag != other {
			lang, err = parseLanguage(tag)
		}
		if _, twice := canonical[lang]; twice {
			err = fmt.Errorf("%s is set twice: keep one", lang)
		}
		if err != nil {
			problems = append(problems, at(key, at(tag, err)))
			continue
		}
		canonical[lang] = value
	}
	return canonical, errors.Join(problems...)
}

// parsePause parses the duration of a silence.
func parsePause(value string) (time.Duration, error) {
	pause, err := time.ParseDuration(value)
	if err != nil || pause < 0 || pause > longestPause {
		return 0, fmt.Errorf("%q is not a duration from 0s to %s: write one like 900ms", value, longestPause)
	}
	return pause, nil
}

// parseDays parses a number of days, 30d, or any other duration; 0 needs no unit.
func parseDays(value string) (time.Duration, error) {
	text := value
	if days, whole := strings.CutSuffix(value, "d"); whole {
		n, err := strconv.Atoi(days)
		if err != nil || n > 36500 {
			return 0, fmt.Errorf("%q is not a number of days: write one like 30d", value)
		}
		text = strconv.Itoa(24*n) + "h"
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is not a duration: write one like 30d or 12h, or 0", value)
	}
	return d, nil
}

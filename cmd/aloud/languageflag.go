package main

import "github.com/aloud-audio/aloud/internal/lang"

// languageFlag is a flag that takes a language tag and keeps its canonical form: en-GB for en_GB.
type languageFlag string

// String, Type and Set implement pflag.Value.
func (f *languageFlag) String() string { return string(*f) }

// Type returns the name of the value in help.
func (f *languageFlag) Type() string { return "language" }

// Set refuses an invalid tag.
func (f *languageFlag) Set(tag string) error {
	normal, err := lang.Normal(tag)
	*f = languageFlag(normal)
	return err
}

package main

import "github.com/aloud-audio/aloud/internal/lang"

// languageFlag is a flag that takes a language tag and keeps its canonical form: en-GB for en_GB.
type languageFlag string

// String and the two below are pflag.Value's.
func (f *languageFlag) String() string { return string(*f) }

// Type is what help calls the value.
func (f *languageFlag) Type() string { return "language" }

// Set refuses what is no tag.
func (f *languageFlag) Set(tag string) error {
	normal, err := lang.Normal(tag)
	*f = languageFlag(normal)
	return err
}

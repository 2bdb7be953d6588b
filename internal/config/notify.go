package config

import (
	"errors"

	"github.com/aloud-audio/aloud/internal/notify"
)

// notifySettings is one receiver or a list of them.
type notifySettings []receiverSettings

type receiverSettings struct {
	URL        string     `yaml:"url"`
	Secret     stringList `yaml:"secret"`
	SecretFile stringList `yaml:"secret_file"`
	Events     stringList `yaml:"events"`
}

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (s *notifySettings) UnmarshalYAML(unmarshal func(any) error) error {
	var list []any
	if err := unmarshal(&list); err == nil {
		return unmarshal((*[]receiverSettings)(s))
	}
	*s = make(notifySettings, 1)
	return unmarshal(&(*s)[0])
}

func (s notifySettings) receivers(dir string, allowPrivate []string) ([]notify.Receiver, error) {
	var receivers []notify.Receiver
	var problems []error
	for _, raw := range s {
		secrets, err := secrets(raw.Secret, raw.SecretFile, dir)
		if err == nil {
			var receiver notify.Receiver
			receiver, err = notify.NewReceiver(raw.URL, secrets, raw.Events, allowPrivate)
			receivers = append(receivers, receiver)
		}
		problems = append(problems, err)
	}
	return receivers, at("notify", errors.Join(problems...))
}

// purgeSettings is one receiver of purges or a list of them.
type purgeSettings []purgeReceiverSettings

type purgeReceiverSettings struct {
	URL        string     `yaml:"url"`
	Secret     stringList `yaml:"secret"`
	SecretFile stringList `yaml:"secret_file"`
}

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (s *purgeSettings) UnmarshalYAML(unmarshal func(any) error) error {
	var list []any
	if err := unmarshal(&list); err == nil {
		return unmarshal((*[]purgeReceiverSettings)(s))
	}
	*s = make(purgeSettings, 1)
	return unmarshal(&(*s)[0])
}

func (s purgeSettings) receivers(dir string, allowPrivate []string) ([]notify.Receiver, error) {
	var receivers []notify.Receiver
	var problems []error
	for _, raw := range s {
		secrets, err := secrets(raw.Secret, raw.SecretFile, dir)
		if err == nil {
			var receiver notify.Receiver
			receiver, err = notify.NewPurgeReceiver(raw.URL, secrets, allowPrivate)
			receivers = append(receivers, receiver)
		}
		problems = append(problems, err)
	}
	return receivers, at("purge", errors.Join(problems...))
}

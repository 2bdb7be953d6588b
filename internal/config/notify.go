package config

import (
	"errors"

	"github.com/aloud-audio/aloud/internal/notify"
)

// oneOrMore is one value or a list of them.
type oneOrMore[T any] []T

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (s *oneOrMore[T]) UnmarshalYAML(unmarshal func(any) error) error {
	var list []any
	if err := unmarshal(&list); err == nil {
		return unmarshal((*[]T)(s))
	}
	*s = make(oneOrMore[T], 1)
	return unmarshal(&(*s)[0])
}

// noticeReceiver receives notices.
type noticeReceiver struct {
	URL        string     `yaml:"url"`
	Secret     stringList `yaml:"secret" json:"-"`
	SecretFile stringList `yaml:"secret_file" json:"-"`
	Events     stringList `yaml:"events"`
}

func (r noticeReceiver) receiver(f *files, allowPrivate []string) (notify.Receiver, error) {
	secrets, err := secrets(r.Secret, r.SecretFile, f)
	if err != nil {
		return notify.Receiver{}, err
	}
	return notify.NewReceiver(r.URL, secrets, r.Events, allowPrivate)
}

// purgeReceiver receives purges.
type purgeReceiver struct {
	URL        string     `yaml:"url"`
	Secret     stringList `yaml:"secret" json:"-"`
	SecretFile stringList `yaml:"secret_file" json:"-"`
}

func (r purgeReceiver) receiver(f *files, allowPrivate []string) (notify.Receiver, error) {
	secrets, err := secrets(r.Secret, r.SecretFile, f)
	if err != nil {
		return notify.Receiver{}, err
	}
	return notify.NewPurgeReceiver(r.URL, secrets, allowPrivate)
}

// receivers reads the receivers of a field of a site's settings.
func receivers[T interface {
	receiver(f *files, allowPrivate []string) (notify.Receiver, error)
}](field string, settings oneOrMore[T], f *files, allowPrivate []string) ([]notify.Receiver, error) {
	var all []notify.Receiver
	var problems []error
	for _, s := range settings {
		r, err := s.receiver(f, allowPrivate)
		all, problems = append(all, r), append(problems, err)
	}
	return all, at(field, errors.Join(problems...))
}

package config

import (
	"maps"
	"slices"
)

// changeable are the variables, besides the providers', that can change while a process runs.
var changeable = []string{voiceVariable, certificateVariable, keyVariable, tsaVariable}

// Replacing returns c as it can take the place of former in a process that runs: variables that
// cannot change while it runs keep their former values. restart names those that have another value
// now, which a restart applies.
func (c Config) Replacing(former Config) (next Config, restart []string) {
	next = c
	next.Environment = former.Environment
	next.Voice, next.Providers, next.Credential = c.Voice, c.Providers, c.Credential
	next.values = maps.Clone(former.values)
	for name, value := range c.values {
		_, isProviders := c.Providers[name]
		_, wasProviders := former.Providers[name]
		switch {
		case value == former.values[name]:
		case isProviders || wasProviders || slices.Contains(changeable, name):
			next.values[name] = value
		default:
			restart = append(restart, name)
		}
	}
	slices.Sort(restart)
	return next, restart
}

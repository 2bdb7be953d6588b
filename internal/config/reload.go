package config

import (
	"maps"
	"slices"
)

// changeable are the variables, besides the providers', that can change while a process runs.
var changeable = []string{voiceVariable, certificateVariable, keyVariable, tsaVariable}

// Replacing returns c as a replacement for former in a running process: variables that cannot
// change keep their former values. restart names those with another value, which need a restart.
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

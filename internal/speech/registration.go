package speech

import (
	"fmt"
	"slices"
	"strings"
)

// Registration describes a provider to the rest of aloud. Each provider's package exports one, and
// package providers lists them all.
type Registration struct {
	Name      string     // in settings, before the colon
	Variables []Variable // of the environment: ALOUD_<NAME>_…
	New       func(Env) Synthesizer

	// Local means that the provider is a program on this machine. Its answer is complete if it ends
	// without an error, so it is not compared with a reference reading.
	Local bool

	Prices      map[string]float64 // US dollars per million characters, by family; free: {"": 0}
	PricesAsOf  string             // when they were read
	NewFamilies []string           // prefixes of families missing in Prices that can be priced; "": any
	Quotas      map[string]Quota   // by family, for new accounts

	Examples []Example // for the table of voices in docs/providers.md
}

// Env has the values of a provider's variables, by name. They have passed their checks.
type Env map[string]string

// Variable is an environment variable with its documentation.
type Variable struct {
	Name    string // ALOUD_GOOGLE_ENDPOINT
	Default string // readable description of the default
	Meaning string

	URL   bool                     // the value is the URL of an HTTP server
	Check func(value string) error // of a non-empty value; nil: any value
}

// Example is a voice as settings name it, and a language that it speaks.
type Example struct{ Voice, Language string }

// Registry is a list of providers.
type Registry []Registration

// Variables returns the variables of all providers.
func (r Registry) Variables() (all []Variable) {
	for _, p := range r {
		all = append(all, p.Variables...)
	}
	return all
}

// Synthesizers returns a client for each provider. None of them connects before it is called.
func (r Registry) Synthesizers(env Env) Providers {
	all := Providers{}
	for _, p := range r {
		all[p.Name] = p.New(env)
	}
	return all
}

// Prices returns the prices of all families, as provider:family.
func (r Registry) Prices() Prices {
	all := Prices{}
	for _, p := range r {
		for family, price := range p.Prices {
			all[p.Name+":"+family] = price
		}
	}
	return all
}

// Quotas returns the quotas of all families, as provider:family.
func (r Registry) Quotas() Quotas {
	all := Quotas{}
	for _, p := range r {
		for family, quota := range p.Quotas {
			if quota.CountsIn != "" {
				quota.CountsIn = p.Name + ":" + quota.CountsIn
			}
			all[p.Name+":"+family] = quota
		}
	}
	return all
}

// CheckFamily returns an error if a key of the prices or quotas in the settings names no voice
// family.
func (r Registry) CheckFamily(key string) error {
	name, family, found := strings.Cut(key, ":")
	at := slices.IndexFunc(r, func(p Registration) bool { return p.Name == name })
	switch {
	case !found:
		return fmt.Errorf("%q is not provider:family, like google:chirp3-hd", key)
	case at < 0:
		return fmt.Errorf("there is no provider %q; providers are %s", name, strings.Join(r.names(), ", "))
	case r[at].mayHave(family):
		return nil
	}
	return fmt.Errorf("%s has no family %q; families are %s", name, family, strings.Join(r[at].families(), ", "))
}

func (r Registry) names() (names []string) {
	for _, p := range r {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	return names
}

func (p Registration) mayHave(family string) bool {
	return slices.Contains(p.families(), family) ||
		slices.ContainsFunc(p.NewFamilies, func(begin string) bool { return strings.HasPrefix(family, begin) })
}

func (p Registration) families() (families []string) {
	for family := range p.Prices {
		families = append(families, family)
	}
	slices.Sort(families)
	return families
}

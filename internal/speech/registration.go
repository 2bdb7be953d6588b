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

	// Local is a program on this machine: its answer is whole if it ends without an error, so it is
	// not compared with a reference reading.
	Local bool

	Prices      map[string]float64 // US dollars for a million characters, by family; {"": 0} if it is free
	PricesAsOf  string             // the day on which they were read
	NewFamilies []string           // how families begin that settings may price although they are not in Prices; "": any
	Quotas      map[string]Quota   // by family, what new accounts have

	Examples []Example // for the table of voices in docs/providers.md
}

// Env has the values of a provider's variables, by name. Their checks have passed.
type Env map[string]string

// Variable is a variable of the environment with its documentation.
type Variable struct {
	Name    string // ALOUD_GOOGLE_ENDPOINT
	Default string // for people: what happens if it is not set
	Meaning string

	URL   bool                     // it is the address of an HTTP server
	Check func(value string) error // of a value that is not empty; nil: any value
}

// Example is a voice as settings name it, and a language that it speaks.
type Example struct{ Voice, Language string }

// Registry is a list of providers.
type Registry []Registration

// Variables of all providers.
func (r Registry) Variables() (all []Variable) {
	for _, p := range r {
		all = append(all, p.Variables...)
	}
	return all
}

// Synthesizers returns a client of each provider. None of them connects before it is called.
func (r Registry) Synthesizers(env Env) Providers {
	all := Providers{}
	for _, p := range r {
		all[p.Name] = p.New(env)
	}
	return all
}

// Prices of all families, as provider:family.
func (r Registry) Prices() Prices {
	all := Prices{}
	for _, p := range r {
		for family, price := range p.Prices {
			all[p.Name+":"+family] = price
		}
	}
	return all
}

// Quotas of all families, as provider:family.
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

// CheckFamily refuses a key of the settings' prices or quotas that names no family of voices.
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

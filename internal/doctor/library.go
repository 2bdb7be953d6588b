package doctor

import (
	"context"
	"strconv"
	"strings"
)

// Library is a C library that the program is linked with.
type Library struct {
	Name, Version string // as it reports at run time
	Least         string // the oldest version that is known to work
}

// Libraries proves that no library is older than what is known to work.
func Libraries(all []Library) Check {
	return Check{Name: "libraries", Means: "tracks may be refused by players, or speech lost when it is stored", Run: func(context.Context) Result {
		var found []string
		for _, l := range all {
			if older(l.Version, l.Least) {
				return Failed("install "+l.Name+" "+l.Least+" or newer, and start aloud again", "%s %s is older than %s", l.Name, l.Version, l.Least)
			}
			found = append(found, l.Name+" "+l.Version)
		}
		return Found("%s", strings.Join(found, ", "))
	}}
}

// older compares versions number by number. What a library reports besides numbers does not count.
func older(version, least string) bool {
	have, want := numbers(version), numbers(least)
	for i := range want {
		switch {
		case i >= len(have) || have[i] < want[i]:
			return true
		case have[i] > want[i]:
			return false
		}
	}
	return false
}

func numbers(version string) (all []int) {
	for _, digits := range strings.FieldsFunc(version, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(digits) // digits alone, and few
		all = append(all, n)
	}
	return all
}

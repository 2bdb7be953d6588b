package doctor

import (
	"errors"
	"fmt"
	"strings"
)

// Verdict returns why a process cannot start, nil if it can. away reports that the failures may
// pass by themselves.
func Verdict(reports []Report) (away bool, err error) {
	var faults []string
	away = true
	for _, r := range reports {
		if r.Required && r.Status == Fail {
			faults = append(faults, fmt.Sprintf("%s: %s: %s", r.Name, r.Detail, r.Fix))
			away = away && r.MayPass
		}
	}
	if faults == nil {
		return false, nil
	}
	return away, errors.New(strings.Join(faults, "\n"))
}

// Failures returns an error with the number of checks that failed, nil if none did.
func Failures(reports []Report) error {
	failed := 0
	for _, r := range reports {
		if r.Status == Fail {
			failed++
		}
	}
	if failed == 0 {
		return nil
	}
	return fmt.Errorf("%d of %d checks failed", failed, len(reports))
}

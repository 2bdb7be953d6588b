package config

import (
	"cmp"
	"fmt"
	"time"
)

const defaultLate = "10m" // a render takes seconds, and a provider's short outage minutes

func (s siteSettings) late() (time.Duration, error) {
	limit, err := time.ParseDuration(cmp.Or(s.Late, defaultLate))
	if err != nil || limit < 0 {
		return 0, at("late", fmt.Errorf("%q is not a duration: write one like 10m, or 0s for no such notices", s.Late))
	}
	return limit, nil
}

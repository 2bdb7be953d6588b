package config

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
)

// budgetSettings limit what a site spends: a number of characters, an amount like "$20", or a list of both.
type budgetSettings struct {
	Article stringList `yaml:"article"`
	Day     stringList `yaml:"day"`
	Month   stringList `yaml:"month"`
}

func (s budgetSettings) budget() (spend.Budget, error) {
	article, articleErr := limit("article", s.Article)
	day, dayErr := limit("day", s.Day)
	month, monthErr := limit("month", s.Month)
	err := errors.Join(articleErr, dayErr, monthErr)
	return spend.Budget{Article: article, Day: day, Month: month}, at("budget", err)
}

func limit(key string, amounts []string) (spend.Limit, error) {
	var l spend.Limit
	for _, amount := range amounts {
		money, isMoney := strings.CutPrefix(amount, "$")
		if isMoney {
			dollars, err := strconv.ParseFloat(money, 64)
			if err != nil || !(dollars > 0) || dollars > math.MaxInt32 {
				return l, fmt.Errorf("%s: %q is not an amount like $20 or $0.50", key, amount)
			}
			l.Money = speech.USD(math.Round(dollars * 1e6))
			continue
		}
		n, err := strconv.Atoi(strings.ReplaceAll(amount, "_", ""))
		if err != nil || n <= 0 {
			return l, fmt.Errorf(`%s: %q is neither a number of characters, like 500000, nor an amount, like "$20"`, key, amount)
		}
		l.Characters = n
	}
	return l, nil
}

func checkQuotas(quotas speech.Quotas) error {
	var problems []error
	for _, family := range slices.Sorted(maps.Keys(quotas)) {
		if !strings.Contains(family, ":") {
			problems = append(problems, fmt.Errorf("quotas: %q is not provider:family, like google:chirp3-hd", family))
		}
		if provider, name, _ := strings.Cut(family, ":"); !knownFamily(provider, name) {
			problems = append(problems, fmt.Errorf("quotas: %s has no family %q: there are %v", provider, name, familiesOf(provider)))
		}
		if owner := speech.Shared(family); owner != "" {
			problems = append(problems, fmt.Errorf("quotas.%s: its requests count in the quota of %s: set that", family, owner))
		}
		if q := quotas[family]; q.Requests < 0 || q.Characters < 0 {
			problems = append(problems, fmt.Errorf("quotas.%s: a negative number is no quota; 0 is none", family))
		}
	}
	return errors.Join(problems...)
}

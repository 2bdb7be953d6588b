package config

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
)

// budgetSettings limit what a site spends: a number of characters, an amount such as "$20", or a
// list of both.
type budgetSettings struct {
	Article stringList `yaml:"article"`
	Day     stringList `yaml:"day"`
	Month   stringList `yaml:"month"`
}

func (s budgetSettings) budget() (spend.Budget, error) {
	article, articleErr := limit(s.Article)
	day, dayErr := limit(s.Day)
	month, monthErr := limit(s.Month)
	err := errors.Join(at("article", articleErr), at("day", dayErr), at("month", monthErr))
	return spend.Budget{Article: article, Day: day, Month: month}, at("budget", err)
}

// fewCharacters is less than an article has: such a number may be meant as dollars.
const fewCharacters = 1000

func limit(amounts []string) (spend.Limit, error) {
	var l spend.Limit
	for _, amount := range amounts {
		money, isMoney := strings.CutPrefix(amount, "$")
		if isMoney {
			dollars, err := strconv.ParseFloat(money, 64)
			if err != nil || !(dollars > 0) || dollars > math.MaxInt32 {
				return l, fmt.Errorf("%q is not an amount: write one like $20 or $0.50", amount)
			}
			l.Money = speech.USD(math.Round(dollars * 1e6))
			continue
		}
		digits, withUnit := strings.CutSuffix(amount, " characters")
		n, err := strconv.Atoi(strings.ReplaceAll(digits, "_", ""))
		switch {
		case err != nil || n <= 0:
			return l, fmt.Errorf(`%q is neither a number of characters, like 500000, nor an amount, like "$20"`, amount)
		case n < fewCharacters && !withUnit:
			return l, fmt.Errorf(`%s has no unit: write "$%[1]s" for dollars, or %[1]s characters`, amount)
		}
		l.Characters = n
	}
	return l, nil
}

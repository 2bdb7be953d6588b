package config

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
)

func TestBudget(t *testing.T) {
	cfg, err := parseSettings([]byte(`
sites:
  main:
    budget: {article: 50_000, day: "$20", month: [10000000, "$250.50"]}
quotas:
  google:chirp3-hd: {requests: 600}
`), "aloud.yaml", Environment{}, testProviders)
	if err != nil {
		t.Fatal(err)
	}
	want := spend.Budget{
		Article: spend.Limit{Characters: 50_000}, Day: spend.Limit{Money: 20_000_000},
		Month: spend.Limit{Characters: 10_000_000, Money: 250_500_000},
	}
	if got := cfg.Sites["main"].Budget; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := cfg.Quotas["google:chirp3-hd"]; got != (speech.Quota{Requests: 600}) || cfg.Quotas["google:studio"].Requests != 500 {
		t.Errorf("quotas are %+v", cfg.Quotas)
	}
}

func TestBudgetRefused(t *testing.T) {
	for settings, want := range map[string]string{
		"sites: {main: {budget: {day: -1}}}":                      `sites.main.budget.day: "-1"`,
		"sites: {main: {budget: {day: lots}}}":                    `nor an amount, like "$20"`,
		"sites: {main: {budget: {month: $x}}}":                    `"$x" is not an amount`,
		"sites: {main: {budget: {article: $-3}}}":                 "budget.article",
		"sites: {main: {budget: {week: 3}}}":                      "week",
		"sites: {main: {}}\nquotas: {studio: {requests: 3}}":      `"studio" is not provider:family`,
		"sites: {main: {}}\nquotas: {'a:b': {requests: -1}}":      "is negative",
		"sites: {main: {voices: {en: []}}}":                       "voices.en: no voice",
		"sites: {main: {voices: {en: ['flite:slt', ':nobody']}}}": `":nobody" is not "provider:voice"`,
	} {
		if _, err := parseSettings([]byte(settings), "aloud.yaml", Environment{}, testProviders); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q in it", settings, err, want)
		}
	}
}

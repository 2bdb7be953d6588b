package config

import (
	"strings"
	"testing"
)

func TestPlayerSettings(t *testing.T) {
	texts := map[string]map[string]string{"uk-UA": {"label": "Озвучено машиною"}}
	player, err := playerSettings{Texts: texts, Policy: "https://pier.example/ai", Download: true}.player()
	if err != nil || player.Texts["uk-UA"]["label"] != "Озвучено машиною" || !player.Download {
		t.Errorf("%+v %v", player, err)
	}
	for want, wrong := range map[string]playerSettings{
		"unknown text \"lable\"": {Texts: map[string]map[string]string{"uk": {"lable": "…"}}},
		"is empty":               {Texts: map[string]map[string]string{"uk": {"label": ""}}},
		"policy":                 {Policy: "our rules"},
		"not a language":         {Texts: map[string]map[string]string{"ukrainish": {"label": "…"}}},
	} {
		if _, err := wrong.player(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

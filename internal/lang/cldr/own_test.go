package cldr

import "testing"

func TestParseRules(t *testing.T) {
	rules, err := ParseRules("cs", "# ordinals\n%stem:\n0: nult;\n1: prv;\n20: dvacát[ >>];\n100: =%spellout-cardinal-feminine= krát;\n")
	if err != nil {
		t.Fatal(err)
	}
	for number, words := range map[string]string{"21": "dvacát prv", "20": "dvacát", "102": "sto dvě krát"} {
		if said, ok := rules.Spell("stem", number); !ok || said != words {
			t.Errorf("%s is spelled %q, want %q", number, said, words)
		}
	}
	if said, ok := rules.Spell("none", "1"); ok {
		t.Errorf("an unknown ruleset returns %q", said)
	}
}

func TestParseRulesRefuses(t *testing.T) {
	for tag, text := range map[string]string{"xx": "%a:\n1: one;\n", "cs": "1: one;\n", "pl": "%a:\n1: one\n", "ru": "%a:\n1: =%b=;\n"} {
		if _, err := ParseRules(tag, text); err == nil {
			t.Errorf("%s: ParseRules accepts %q", tag, text)
		}
	}
}

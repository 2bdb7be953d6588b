package spoken

import (
	"slices"
	"strings"
	"testing"
)

// english cases: the rule that must have a part in it, and pairs of what is written and what is said.
type englishCases map[string][][2]string

func (cases englishCases) check(t *testing.T) {
	for rule, pairs := range cases {
		for _, pair := range pairs {
			t.Run(rule+"/"+pair[0], func(t *testing.T) {
				form := Say("en", pair[0])
				if form.Text != pair[1] {
					t.Errorf("got  %q\nwant %q", form.Text, pair[1])
				}
				if !slices.ContainsFunc(form.Edits, func(e Edit) bool { return e.Rule == rule }) {
					t.Errorf("%s has no part in %v", rule, form.Edits)
				}
				for _, edit := range Say("en", pair[0], rule).Edits {
					if edit.Rule == rule {
						t.Errorf("switched off, it changes %q", pair[0][edit.Written.Start:edit.Written.End])
					}
				}
			})
		}
	}
}

func TestEnglishProseStaysAsItIs(t *testing.T) {
	for _, text := range []string{
		`The morning began quietly in the village by the river. Olena opened the shutters, put the kettle on and listened for the bus that had not come for weeks. "Perhaps today," her neighbor said, though neither of them believed it. Across the street a dog barked at nothing in particular; a child laughed. I am told that people here have always been patient.`,
		`He said no. No one answered. She may go, but March winds are cold, and in the fall the roads turn to mud. We sat in the sun. The Sun was low. They read a column in the local paper. Did I see it? Yes, I did, and so did Ivan. They sat. Then we art lovers left.`,
		`It’s a well-known, long-term problem: state-of-the-art equipment doesn’t repair itself. “Don’t worry,” he said. ‘Not yet,’ I thought. The men's team won; the second half was better, and the first a bore. Which is the one? A man can dream. An hour passed… and then another.`,
		`Kyiv, Lviv and Odesa were quiet. Zelensky spoke to NATO allies; NASA and UNESCO did not reply. DON'T PANIC, the sign read. THE END IS NOT NEAR. A person(s) unknown took it. Malcolm X read of vitamin C, Plan B and Generation Z. X was once called something else.`,
		`The general said little; the colonel said less. The sat-down crowd in the dec room had a mar on it. Inc or ink? The art of war, the pp of it, no. In no way. A fig. An etching. He is est wed. The cat sat on the mat.`,
	} {
		if form := Say("en", text); len(form.Edits) > 0 {
			for _, e := range form.Edits {
				t.Errorf("%s changes %q to %q", e.Rule, text[e.Written.Start:e.Written.End], form.Text[e.Said.Start:e.Said.End])
			}
		}
	}
}

// What is said has nothing more to say. An exception would be heard when a script is made of a script's text.
func TestEnglishSaidIsNotSaidOtherwise(t *testing.T) {
	for _, text := range strings.Split(englishArticle, "\n") {
		once := Say("en", text).Text
		if twice := Say("en", once).Text; twice != once {
			t.Errorf("once  %q\ntwice %q", once, twice)
		}
	}
}

const englishArticle = `KYIV, Ukraine (AP) — Russia launched 112 drones and 7 Kh-101 missiles overnight on Dec. 2, 2024, the Air Force said.
The strike at 3:09 a.m. killed three people and injured 27, including a 5-year-old girl, Gov. Oleh Syniehubov said.
"We need F-16s now," he said. The U.S. Senate passed a $61 billion package 79–18 in April; Sen. Graham (R-S.C.) voted for it.
Ukraine's GDP grew 5.3% in 2023, up from −28.8% in 2022, and exports were worth €3.5bn, or about $1,200-a-ton for some.
It was −15°C along the 1,200-km front line, where 155-mm shells fell 24/7. World War II and King Charles III were mentioned.
Write to press@example.com or @KyivDesk, call (202) 555-0147, or see kyivindependent.com #StandWithUkraine 😀.`

package article_test

import "testing"

// TestLineBreaks: the lines of a list that was typed do not run together, and those of a sentence
// that was wrapped do.
func TestLineBreaks(t *testing.T) {
	for _, test := range []struct {
		name, html string
		want       []string
	}{
		{"a typed list", "<p>Trams: 14<br>Buses: 3<br>Ferries: 1</p>", []string{"paragraph: Trams: 14. Buses: 3. Ferries: 1"}},
		{"a bold line", "<p><b>Who will strike</b><br>The drivers of two lines.</p>", []string{"paragraph: Who will strike. The drivers of two lines."}},
		{"a wrapped sentence", "<p>The drivers of two lines will<br>strike, the union<br>said.</p>", []string{"paragraph: The drivers of two lines will strike, the union said."}},
		{"a long line that was wrapped", "<p>The drivers of two of the four lines will strike from noon, the mayor of<br>Riverside said.</p>", []string{"paragraph: The drivers of two of the four lines will strike from noon, the mayor of Riverside said."}},
		{"signs at the ends", "<p>The lines:<br>One,<br>Two;<br>Three</p>", []string{"paragraph: The lines: One, Two; Three"}},
		{"sentences", "<p>They strike.<br>We walk.</p>", []string{"paragraph: They strike. We walk."}},
		{"an abbreviation", "<p>12 Harbour St.<br>Odesa</p>", []string{"paragraph: 12 Harbour St.", "paragraph: Odesa"}},
		{"an empty line", "<p>One<br><br>Two</p>", []string{"paragraph: One", "paragraph: Two"}},
		{"a poem", "<pre class=wp-block-verse>The rails are cold\nThe wires hum\n\nand nobody comes</pre>", []string{"paragraph: The rails are cold. The wires hum", "paragraph: and nobody comes"}},
		{"a poem of another system", "<div class=poem style='white-space: pre-line'>The rails are cold\nThe wires hum</div>", []string{"paragraph: The rails are cold. The wires hum"}},
		{"lines of the source", "<p>The rails are cold\nThe wires hum</p>", []string{"paragraph: The rails are cold The wires hum"}},
		{"Japanese", "<p>バスは来ない<br>電車も来ない</p>", []string{"paragraph: バスは来ない。電車も来ない"}},
		{"a word divided in the source", "<p>The com-\npany and its pre-\nand post-war trams.</p>", []string{"paragraph: The company and its pre- and post-war trams."}},
		{"an initial as an image", "<p><img src=t.png alt=T>he trams stand still.</p>", []string{"paragraph: The trams stand still."}},
		{"an image that is none", "<p><img src=t.png alt=Trams>the trams stand still.</p>", []string{"paragraph: the trams stand still."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			blocks, _ := parse(t, test.html)
			equal(t, "blocks", blocks, test.want...)
		})
	}
}

package script_test

import (
	"fmt"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

// An article becomes segments: the text for captions, the voice's input, and the silence after it.
func ExampleBuild() {
	ferry := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Headline, Text: "The ferry resumes"},
		{Role: article.Paragraph, Text: "It leaves on Dec. 2 at 06:30. A ticket costs $4.50."},
	}}
	s, err := script.Build(ferry, script.Options{Pauses: script.DefaultPauses()})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, segment := range s.Segments {
		fmt.Println(segment.Role, segment.Pause)
		fmt.Println("  ", segment.Text)
		fmt.Println("  ", segment.Spoken)
	}
	// Output:
	// headline 900ms
	//    The ferry resumes
	//    The ferry resumes
	// paragraph 300ms
	//    It leaves on Dec. 2 at 06:30. A ticket costs $4.50.
	//    It leaves on December second at six thirty. A ticket costs four dollars and fifty cents.
}

// The sentences together are the text: no character is lost, and abbreviations end none of them.
func ExampleSentences() {
	for _, sentence := range script.Sentences("en", "Dr. Shah lives on the island. The U.S. Navy does not.") {
		fmt.Printf("%q\n", sentence)
	}
	// Output:
	// "Dr. Shah lives on the island. "
	// "The U.S. Navy does not."
}

package speech

import "github.com/aloud-audio/aloud/internal/script/ssml"

// SayWords returns the call that says plain words with this voice.
func (v Voice) SayWords(words string) Call { return v.Call(ssml.Text{Spoken: words}) }

package rewrite

// NameRule is the rule of an Edit that a Name made.
const NameRule = "lexicon"

// Name is a run of the written text for which the caller knows better than any rule how it is said.
type Name struct {
	Written Span
	Said    string
}

// piecesAround cuts the text at the names.
func piecesAround(text string, names []Name) []piece {
	var pieces []piece
	from := 0
	for _, name := range names {
		if from < name.Written.Start {
			pieces = append(pieces, written(text, from, name.Written.Start))
		}
		pieces = append(pieces, piece{Span: name.Written, rule: NameRule, said: name.Said})
		from = name.Written.End
	}
	if from < len(text) {
		pieces = append(pieces, written(text, from, len(text)))
	}
	return pieces
}

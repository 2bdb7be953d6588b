package rewrite

// NameRule is the rule that an Edit made from a Name carries.
const NameRule = "lexicon"

// Name is a range of the written text whose pronunciation the caller knows better than any rule.
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
			pieces = append(pieces, piece{Span: Span{from, name.Written.Start}})
		}
		pieces = append(pieces, piece{Span: name.Written, rule: NameRule, said: name.Said})
		from = name.Written.End
	}
	if from < len(text) {
		pieces = append(pieces, piece{Span: Span{from, len(text)}})
	}
	return pieces
}

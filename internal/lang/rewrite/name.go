package rewrite

// NameRule is the rule of an Edit that was made from a Name.
const NameRule = "lexicon"

// Name is a range of the written text whose pronunciation the caller supplies.
type Name struct {
	Written Span
	Said    string
}

// cutOut cuts the names out of the text.
func (s *source) cutOut(names []Name) {
	s.pieces = s.pieces[:0]
	from := 0
	for _, name := range names {
		if from < name.Written.Start {
			s.pieces = append(s.pieces, piece{Span: Span{from, name.Written.Start}})
		}
		s.pieces = append(s.pieces, piece{Span: name.Written, rule: NameRule, said: name.Said})
		from = name.Written.End
	}
	if from < len(s.text) {
		s.pieces = append(s.pieces, piece{Span: Span{from, len(s.text)}})
	}
}

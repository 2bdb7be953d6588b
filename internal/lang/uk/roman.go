package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var latin = strings.NewReplacer("І", "I", "Х", "X")

// roman returns the value of a Roman numeral, 0 if it is none.
func roman(written string) int64 { return int64(grammar.RomanNumber(latin.Replace(written))) }

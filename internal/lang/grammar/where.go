package grammar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// condition compares numbers of a phrase: "n > n2", "n + n2 = 100".
type condition struct {
	left, right []string // names of parts, or figures
	operator    string
}

var operators = []string{"<", ">", "=", "<=", ">="}

// parseWhere parses conditions separated by commas.
func parseWhere(where string) ([]condition, error) {
	var all []condition
	for text := range strings.SplitSeq(where, ", ") {
		words := strings.Fields(text)
		i := slices.IndexFunc(words, func(word string) bool { return slices.Contains(operators, word) })
		switch {
		case text == "":
		case i < 1 || i == len(words)-1:
			return nil, fmt.Errorf("where: %q is not a condition like %q", text, "n > n2")
		default:
			all = append(all, condition{left: words[:i], operator: words[i], right: words[i+1:]})
		}
	}
	return all, nil
}

// holds reports whether all conditions hold.
func (p *phrase) holds(v values) bool {
	for _, c := range p.where {
		left, right := sumOf(c.left, v), sumOf(c.right, v)
		if !(left == right && strings.Contains(c.operator, "=") || left < right && c.operator[0] == '<' || left > right && c.operator[0] == '>') {
			return false
		}
	}
	return true
}

// sumOf adds up terms separated by plus signs. A number right before a name multiplies it: "10 n".
func sumOf(terms []string, v values) float64 {
	sum, factor := 0.0, 1.0
	for _, term := range terms {
		if term == "+" {
			continue
		}
		value, isPart := v.find(term)
		if !isPart {
			value = term
		}
		n, _ := strconv.ParseFloat(value, 64) // a part that was not written counts as 0
		if isPart || len(terms) == 1 {
			sum, factor = sum+factor*n, 1
			continue
		}
		factor = n
	}
	return sum
}

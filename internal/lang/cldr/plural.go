package cldr

import (
	"fmt"
	"strconv"
	"strings"
)

// Category is a plural category: it determines the form of a word beside a number.
type Category string

// The categories of CLDR. Every language has Other.
const (
	Zero  Category = "zero"
	One   Category = "one"
	Two   Category = "two"
	Few   Category = "few"
	Many  Category = "many"
	Other Category = "other"
)

// Plural returns the category of a number: "1" is One in English, "22" is Few in Polish, "2.5" is
// Other in both. A magnitude may follow the number in CLDR's notation: "1.5c6" stands for 1.5
// million, which is Many in French. It returns Other if number is not a number or the language is
// unknown.
func Plural(tag, number string) Category {
	if l := find(tag); l != nil {
		return l.cardinals().of(number)
	}
	return Other
}

// plurals are a language's conditions in order. At most one holds; if none does, the category is
// Other.
type plurals []plural

type plural struct {
	category Category
	any      [][]relation // holds if all relations of one list hold
}

// relation compares a number's operand, or its remainder after a division, with ranges: "n % 10 !=
// 2..4,9".
type relation struct {
	operand byte
	modulus uint64 // or 0
	not     bool
	ranges  [][2]uint64
}

// parsePlurals parses the rules of a kind, "cardinal" or "ordinal". It panics if the committed data
// is broken.
func parsePlurals(l *locale, kind string) plurals {
	var list plurals
	for _, category := range []Category{Zero, One, Two, Few, Many} {
		text, ok := l.get(kind, string(category))
		if !ok {
			continue
		}
		rule := plural{category: category}
		for alternative := range strings.SplitSeq(text, " or ") {
			var all []relation
			for text := range strings.SplitSeq(alternative, " and ") {
				all = append(all, parseRelation(text))
			}
			rule.any = append(rule.any, all)
		}
		list = append(list, rule)
	}
	return list
}

func parseRelation(text string) relation {
	left, right, _ := strings.Cut(text, "=")
	left, not := strings.CutSuffix(left, "!")
	operand, modulus, _ := strings.Cut(left, "%")
	r := relation{operand: strings.TrimSpace(operand)[0], not: not}
	if modulus != "" {
		r.modulus = integer(modulus)
	}
	for part := range strings.SplitSeq(right, ",") {
		low, high, ranged := strings.Cut(part, "..")
		if !ranged {
			high = low
		}
		r.ranges = append(r.ranges, [2]uint64{integer(low), integer(high)})
	}
	return r
}

func integer(text string) uint64 {
	value, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil {
		panic(fmt.Sprintf("cldr: a plural rule is broken: %v", err))
	}
	return value
}

func (p plurals) of(text string) Category {
	o, ok := parseOperands(text)
	if !ok {
		return Other
	}
	return p.ofOperands(o)
}

func (p plurals) ofOperands(o operands) Category {
	for _, rule := range p {
		for _, all := range rule.any {
			if o.meet(all) {
				return rule.category
			}
		}
	}
	return Other
}

// operands are the operands of plural rules:
// https://unicode.org/reports/tr35/tr35-numbers.html#Operands.
type operands struct {
	i, f, t    uint64 // the whole part; the fraction as written, and without its trailing zeros
	v, w, c    uint64 // the number of digits of f and of t; the exponent
	fractional bool   // n is not a whole number
}

func parseOperands(text string) (operands, bool) {
	text = strings.TrimPrefix(text, "-")
	text, power, compact := strings.Cut(text, "c")
	whole, fraction, pointed := strings.Cut(text, ".")
	exponent, ok := 0, true
	if compact { // only then: creating an error for an invalid number would cost more than all the rest
		var err error
		exponent, err = strconv.Atoi(power)
		ok = err == nil && 0 <= exponent && exponent <= most
	}
	if !ok || !isDigits(whole) || pointed && !isDigits(fraction) {
		return operands{}, false
	}
	for range exponent {
		digit := "0"
		if fraction != "" {
			digit, fraction = fraction[:1], fraction[1:]
		}
		whole += digit
	}
	significant := strings.TrimRight(fraction, "0")
	return operands{
		i: tail(whole), f: tail(fraction), t: tail(significant),
		v: uint64(len(fraction)), w: uint64(len(significant)), c: uint64(exponent),
		fractional: significant != "",
	}, true
}

// tail returns the value of the digits. It replaces all but the last ones with 10^18: no rule
// depends on more.
func tail(digits string) uint64 {
	digits = strings.TrimLeft(digits, "0")
	if len(digits) > most {
		digits = "1" + digits[len(digits)-most:]
	}
	value, _ := strconv.ParseUint("0"+digits, 10, 64)
	return value
}

func (o operands) meet(all []relation) bool {
	for _, r := range all {
		if o.among(r) == r.not {
			return false
		}
	}
	return true
}

// among reports whether the operand lies in the relation's ranges. A fraction lies in none.
func (o operands) among(r relation) bool {
	value := o.value(r.operand)
	if r.operand == 'n' && o.fractional {
		return false
	}
	if r.modulus != 0 {
		value %= r.modulus
	}
	for _, bounds := range r.ranges {
		if bounds[0] <= value && value <= bounds[1] {
			return true
		}
	}
	return false
}

func (o operands) value(operand byte) uint64 {
	switch operand {
	case 'n', 'i':
		return o.i
	case 'f':
		return o.f
	case 't':
		return o.t
	case 'v':
		return o.v
	case 'w':
		return o.w
	case 'c', 'e':
		return o.c
	}
	panic(fmt.Sprintf("cldr: a plural rule asks for %q", operand))
}

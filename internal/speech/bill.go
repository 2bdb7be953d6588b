package speech

// Bill counts the characters that calls are charged for, by family of voices as provider:family: an
// article may have several voices.
type Bill map[string]int

// BillOf is the bill for calls.
func BillOf(calls []Call) Bill {
	bill := Bill{}
	for _, call := range calls {
		bill[call.Provider+":"+call.Family] += call.Billed
	}
	return bill
}

// Characters is the sum.
func (b Bill) Characters() int {
	n := 0
	for _, characters := range b {
		n += characters
	}
	return n
}

// Total is what a bill costs. Families without a price cost nothing: ask Covers.
func (p Prices) Total(b Bill) USD {
	var sum USD
	for family, characters := range b {
		sum += p.CostOf(family, characters)
	}
	return sum
}

// Covers reports whether everything on a bill has a price, which is 0 if it is free.
func (p Prices) Covers(b Bill) bool {
	for family := range b {
		if _, priced := p[family]; !priced {
			return false
		}
	}
	return true
}

// Say is what a bill costs, in words.
func (p Prices) Say(b Bill) string {
	if !p.Covers(b) {
		return "price unknown"
	}
	return p.Total(b).String()
}

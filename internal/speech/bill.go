package speech

// Bill is the number of characters that calls are charged for, by family of voices as
// provider:family, because an article may have several voices.
type Bill map[string]int

// BillOf returns the bill for calls.
func BillOf(calls []Call) Bill {
	bill := Bill{}
	for _, call := range calls {
		bill[call.Provider+":"+call.Family] += call.Billed
	}
	return bill
}

// Characters returns the sum of the bill's characters.
func (b Bill) Characters() int {
	n := 0
	for _, characters := range b {
		n += characters
	}
	return n
}

// Total returns the cost of a bill. Families without a price cost nothing: see Covers.
func (p Prices) Total(b Bill) USD {
	var sum USD
	for family, characters := range b {
		sum += p.CostOf(family, characters)
	}
	return sum
}

// Covers reports whether everything on a bill has a price. The price of a free family is 0.
func (p Prices) Covers(b Bill) bool {
	for family := range b {
		if _, priced := p[family]; !priced {
			return false
		}
	}
	return true
}

// Say returns the cost of a bill in words.
func (p Prices) Say(b Bill) string {
	if !p.Covers(b) {
		return "price unknown"
	}
	return p.Total(b).String()
}

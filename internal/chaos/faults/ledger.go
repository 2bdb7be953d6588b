package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// judgeRecord compares what the provider charged with what aloud has on record, and with the
// budget. A process that was killed may leave what it was buying at that moment on either side.
func (r *run) judgeRecord() {
	for _, site := range []string{mainSite, poorSite} {
		bill := r.bill(site)
		recorded, err := r.archive.recorded(site)
		if err != nil || recorded < bill.charged-bill.lostCharges || recorded > bill.charged+bill.unsettled {
			r.found(offBill, nil, "%s: %d characters are on record, %d were charged (in flight at kills: up to %d of them, and %d more that were not), %v",
				site, recorded, bill.charged, bill.lostCharges, bill.unsettled, err)
		}
		if most := r.plan.budget(); site == poorSite && bill.charged > most+bill.lostCharges {
			r.found(passed, nil, "%d characters were bought, and the budget was %d", bill.charged, most)
		}
		r.add("characters charged", bill.charged)
		r.add("characters on record", recorded)
	}
}

// bill returns what the provider charged a site, in characters.
type bill struct {
	charged     int
	lostCharges int // of the charged ones, those of processes that were killed before it can have been on record
	unsettled   int // not charged, but reserved by processes that were killed before they can have given it back
}

func (r *run) bill(site string) (b bill) {
	own := map[string]bool{}
	for _, s := range r.stories {
		for _, t := range s.texts {
			for _, segment := range t {
				own[letters(segment)] = own[letters(segment)] || s.site == site
			}
		}
	}
	for _, c := range r.provider.calls {
		killed := r.lifeOf(c.by).killed
		inFlight := !killed.IsZero() && killed.Before(r.storedBy(c.to))
		switch {
		case !own[c.text]:
		case c.charged():
			b.charged += c.billed
			if inFlight {
				b.lostCharges += c.billed
			}
		case inFlight || !c.whole: // a call that ended without an answer may be on the bill
			b.unsettled += c.billed
		}
	}
	return b
}

// recorded adds up the characters that aloud has on record as bought.
func (a archive) recorded(site string) (characters int, err error) {
	pages, err := filepath.Glob(filepath.Join(a.folder, "private", "sites", site, "spend", "*", "*.json"))
	if err != nil {
		return 0, err
	}
	for _, page := range pages {
		var articles map[string]struct{ Characters int }
		body, err := os.ReadFile(page)
		if err == nil {
			err = json.Unmarshal(body, &articles)
		}
		if err != nil {
			return 0, err
		}
		for _, a := range articles {
			characters += a.Characters
		}
	}
	return characters, nil
}

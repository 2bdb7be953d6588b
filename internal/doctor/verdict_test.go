package doctor

import "testing"

func TestVerdict(t *testing.T) {
	report := func(status Status, required, mayPass bool) Report {
		return Report{Name: "store", Required: required, Result: Result{Status: status, Detail: "away", Fix: "wait", MayPass: mayPass}}
	}
	for name, test := range map[string]struct {
		reports      []Report
		starts, away bool
		failures     bool
	}{
		"nothing wrong":        {[]Report{report(OK, true, false), report(Warn, true, false)}, true, false, false},
		"not required":         {[]Report{report(Fail, false, true)}, true, false, true},
		"may pass":             {[]Report{report(Fail, true, true), report(OK, true, false)}, false, true, true},
		"one of two stays bad": {[]Report{report(Fail, true, true), report(Fail, true, false)}, false, false, true},
	} {
		away, err := Verdict(test.reports)
		if (err == nil) != test.starts || away != test.away || (Failures(test.reports) != nil) != test.failures {
			t.Errorf("%s: %v, away %v, %v", name, err, away, Failures(test.reports))
		}
	}
}

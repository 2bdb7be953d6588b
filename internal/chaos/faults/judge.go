package main

import "fmt"

// judge compares what is public of an article in the end with what must be.
func (r *run) judge(s *story) (verdict, string) {
	found, err := r.archive.look(s)
	wanted := s.wanted()
	switch {
	case err != nil:
		return wrong, err.Error()
	case wanted == none && found.narration != nil:
		return leaked, "there is a narration in the end"
	case wanted == none && len(found.files) > 0:
		return leaked, fmt.Sprintf("there are files in the end: %q", found.files)
	case wanted == none:
		return "", ""
	case found.narration == nil && r.isParked(s):
		return "", ""
	case found.narration == nil:
		return lost, "there is no narration in the end"
	}
	if revision := s.revisionOf(textIn(found.narration)); revision != wanted && !r.isParked(s) {
		return wrong, fmt.Sprintf("the narration in the end is of revision %d, not %d", revision, wanted)
	}
	if name := r.archive.missing(s, found.narration); name != "" {
		return deadLink, name + " is missing in the end"
	}
	return "", ""
}

// judgeAll judges all articles in the end.
func (r *run) judgeAll() {
	for _, s := range r.stories {
		v, what := r.judge(s)
		if v == "" {
			v, what = r.judgeSound(s)
		}
		if v == "" {
			v, what = r.judgeOutcome(s)
		}
		if v != "" {
			r.found(v, s, "%s", what)
		}
	}
	r.judgePurchases()
	r.judgeRecord()
}

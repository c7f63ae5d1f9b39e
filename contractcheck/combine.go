package contractcheck

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/rules"
)

// outcome is what all provisions together say on a requirement.
type outcome struct {
	verdict  Verdict
	reason   string
	review   string
	evidence []rules.Evidence // the deciding ones first
	values   map[string]float64
	sureness float64 // of the finder, where it decided; else 0
}

// mostEvidence is how many passages a finding shows; a director reads no more.
const mostEvidence = 6

// combine weighs the provisions that speak on a requirement.
//
// A denial wins over a promise in the same provision, and over a weak one
// anywhere. Where one provision satisfies and another undoes it, the one that
// takes precedence by its own words decides; otherwise they conflict. For a
// ban the worst provision counts, for a duty the best. What yields narrows a
// promise and does not undo it.
func combine(all []rules.Evidence) outcome {
	if len(all) == 0 {
		return outcome{verdict: Missing, reason: "says nothing on it"}
	}
	firm, yielding := apart(all)
	if len(yielding) == 0 || !slices.ContainsFunc(firm, speaksFor) {
		return weigh(all)
	}
	switch out := weigh(firm); out.verdict {
	case Satisfied:
		return newOutcome(Partial, ofEach(yielding), out.evidence)
	case Partial:
		return newOutcome(Partial, interleave(out.evidence, ofEach(yielding)))
	}
	return weigh(all)
}

// apart divides the evidence into what stands and what yields to a promise.
func apart(all []rules.Evidence) (firm, yielding []rules.Evidence) {
	for _, e := range all {
		if e.Yields && e.Verdict != rules.Satisfied {
			yielding = append(yielding, e)
		} else {
			firm = append(firm, e)
		}
	}
	return firm, yielding
}

// speaksFor reports whether evidence speaks for the requirement, if weakly. To
// allow something in a narrow case is no promise to leave the rest.
func speaksFor(e rules.Evidence) bool { return e.Verdict != rules.Contradicted && !e.Permits }

// weigh weighs provisions none of which yields.
func weigh(all []rules.Evidence) outcome {
	var good, weak, bad []rules.Evidence
	for _, e := range ofEach(all) {
		switch e.Verdict {
		case rules.Satisfied:
			good = append(good, e)
		case rules.Partial:
			weak = append(weak, e)
		case rules.Contradicted:
			bad = append(bad, e)
		}
	}
	switch {
	case len(bad) > 0 && (len(good) == 0 || prevails(bad)):
		return newOutcome(Contradicted, bad, good, weak)
	case len(bad) > 0 && !takesBack(good, bad):
		return newOutcome(Conflict, good, bad, weak)
	case len(good) > 0 && len(bansNarrowed(weak)) > 0:
		return newOutcome(Partial, bansNarrowed(weak), good, bad)
	case len(good) > 0:
		return newOutcome(Satisfied, good, weak, bad)
	}
	if parts := wholeOf(weak); parts != nil {
		rest := slices.DeleteFunc(weak, func(e rules.Evidence) bool {
			return slices.ContainsFunc(parts, func(p rules.Evidence) bool { return p.Provision == e.Provision })
		})
		out := newOutcome(Satisfied, parts, rest)
		out.reason = "all parts of it stand, in several provisions"
		return out
	}
	return newOutcome(Partial, weak, nil, nil)
}

// wholeOf returns the first evidence of each part of the requirement, or nothing
// where a part is lacking or a ban is narrowed.
func wholeOf(weak []rules.Evidence) []rules.Evidence {
	var parts []rules.Evidence
	count := 0
	for _, e := range weak {
		if e.Narrows() {
			return nil
		}
		if e.Part == "" || slices.ContainsFunc(parts, func(p rules.Evidence) bool { return p.Part == e.Part }) {
			continue
		}
		parts, count = append(parts, e), len(e.Parts)
	}
	if len(parts) < count {
		return nil
	}
	return parts
}

// ofEach keeps one evidence of each provision: a denial, since a sentence that
// grants and takes back has not granted; else a full promise, unless a ban is
// narrowed beside it. The evidence comes, and stays, in the order of provisions.
func ofEach(all []rules.Evidence) []rules.Evidence {
	var kept []rules.Evidence
	for _, e := range all {
		i := len(kept) - 1
		switch {
		case i < 0 || kept[i].Provision != e.Provision:
			kept = append(kept, e)
		case e.Verdict == rules.Contradicted && kept[i].Verdict != rules.Contradicted,
			e.Part != "" && kept[i].Verdict == rules.Partial && kept[i].Part == "" && !kept[i].Narrows(),
			e.Verdict == rules.Satisfied && kept[i].Verdict == rules.Partial && !kept[i].Narrows():
			kept[i] = e
		}
	}
	return kept
}

// prevails reports whether one of the provisions sets itself above others.
func prevails(list []rules.Evidence) bool {
	return slices.ContainsFunc(list, func(e rules.Evidence) bool { return e.Overrides })
}

// takesBack reports whether each harmful provision is followed closely by a
// good one that sets itself above it. "However" far behind, or before, speaks
// of something else.
func takesBack(good, bad []rules.Evidence) bool {
	const reach = 3 // provisions
	for _, b := range bad {
		if !slices.ContainsFunc(good, func(g rules.Evidence) bool {
			return g.Overrides && g.Provision > b.Provision && g.Provision <= b.Provision+reach
		}) {
			return false
		}
	}
	return true
}

// bansNarrowed keeps the evidence that allows a part of what a ban forbids.
func bansNarrowed(weak []rules.Evidence) []rules.Evidence {
	var list []rules.Evidence
	for _, e := range weak {
		if e.Narrows() {
			list = append(list, e)
		}
	}
	return list
}

func newOutcome(v Verdict, lists ...[]rules.Evidence) outcome {
	out := outcome{verdict: v, reason: lists[0][0].Reason}
	for _, list := range lists {
		out.evidence = append(out.evidence, list...)
	}
	for _, e := range lists[0] {
		if len(e.Values) > 0 {
			out.values = e.Values
			break
		}
	}
	if v == Conflict {
		out.reason = "satisfied in one place and undone in another"
		out.review = "Which of these passages takes precedence over the other?"
		out.evidence = interleave(lists[0], lists[1])
	}
	out.evidence = out.evidence[:min(len(out.evidence), mostEvidence)]
	return out
}

// interleave takes turns, so that both sides of a conflict are shown.
func interleave(a, b []rules.Evidence) []rules.Evidence {
	var all []rules.Evidence
	for i := 0; i < max(len(a), len(b)); i++ {
		if i < len(a) {
			all = append(all, a[i])
		}
		if i < len(b) {
			all = append(all, b[i])
		}
	}
	return all
}

package contractcheck

import "slices"

// side is what a verdict means for patrons.
type side uint8

const (
	silent side = iota
	protects
	harms
)

func sideOf(v Verdict) side {
	switch v {
	case Satisfied, Partial:
		return protects
	case Contradicted:
		return harms
	}
	return silent
}

// tally counts rows.
type tally struct {
	rows, right, rightSide     int
	withinStep                 int
	satisfied, falselyAssured  int
	spoken, spokenOnTheirSides int
}

func (t *tally) add(p Prediction) {
	t.rows++
	t.right += count(p.Want == p.Got)
	sameSide := sideOf(p.Want) == sideOf(p.Got)
	t.rightSide += count(sameSide)
	t.withinStep += count(p.withinStep())
	if p.Got == Satisfied {
		t.satisfied++
		t.falselyAssured += count(p.FalselyAssures())
	}
	if p.Got != Missing {
		t.spoken++
		t.spokenOnTheirSides += count(sameSide)
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (t *tally) figures() Figures {
	return Figures{
		Accuracy:       share(t.right, t.rows),
		Side:           share(t.rightSide, t.rows),
		FalseAssurance: share(t.falselyAssured, t.satisfied),
		WithinStep:     share(t.withinStep, t.rows),
	}
}

// share returns part of whole; of nothing it is 0.
func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// measure fills in the figures from the predictions.
func (e *Evaluation) measure() {
	var all tally
	bySubject, bySet := map[string]*tally{}, map[string]*tally{}
	e.Confusion = map[Verdict]map[Verdict]int{}
	for _, p := range e.Predictions {
		all.add(p)
		addTo(bySubject, p.Requirement, p)
		if p.set != "" {
			addTo(bySet, p.set, p)
		}
		if e.Confusion[p.Want] == nil {
			e.Confusion[p.Want] = map[Verdict]int{}
		}
		e.Confusion[p.Want][p.Got]++
	}
	e.Rows, e.Figures = all.rows, all.figures()
	e.Spoken = Spoken{all.spoken, share(all.spokenOnTheirSides, all.spoken)}
	e.MacroF1 = e.macroF1()
	e.Contradicted = e.groupOf(func(p Prediction) bool { return p.Got == Contradicted })
	e.Review, e.Evidence = e.review(), e.onQuotes()
	e.ByRequirement, e.BySet = groups(bySubject), groups(bySet)
}

func addTo(tallies map[string]*tally, key string, p Prediction) {
	if tallies[key] == nil {
		tallies[key] = &tally{}
	}
	tallies[key].add(p)
}

func groups(tallies map[string]*tally) map[string]Group {
	all := make(map[string]Group, len(tallies))
	for key, t := range tallies {
		all[key] = t.group()
	}
	return all
}

// macroF1 is the mean of F1, 2·TP / (2·TP + FP + FN), over the verdicts that
// are among the labels.
func (e *Evaluation) macroF1() float64 {
	labels, sum := 0, 0.0
	for _, v := range Verdicts() {
		wanted, got := 0, 0
		for _, p := range e.Predictions {
			wanted += count(p.Want == v)
			got += count(p.Got == v)
		}
		if wanted > 0 {
			labels++
			sum += share(2*e.Confusion[v][v], wanted+got)
		}
	}
	if labels == 0 {
		return 0
	}
	return sum / float64(labels)
}

func (t *tally) group() Group { return Group{t.rows, t.figures()} }

// groupOf returns the figures of some of the predictions.
func (e *Evaluation) groupOf(member func(Prediction) bool) Group {
	var t tally
	for _, p := range e.Predictions {
		if member(p) {
			t.add(p)
		}
	}
	return t.group()
}

func (e *Evaluation) review() Review {
	flagged := func(p Prediction) bool { return p.NeedsReview != "" }
	r := Review{
		Flagged:     e.groupOf(flagged),
		Plain:       e.groupOf(func(p Prediction) bool { return !flagged(p) }),
		PlainSpoken: e.groupOf(func(p Prediction) bool { return !flagged(p) && p.Got != Missing }),
	}
	r.Share = share(r.Flagged.Rows, e.Rows)
	r.BySureness = e.bySureness()
	return r
}

// thresholds of the finder's sureness, above the least at which it speaks.
var thresholds = []float64{sureness, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999}

func (e *Evaluation) bySureness() []Threshold {
	if !slices.ContainsFunc(e.Predictions, func(p Prediction) bool { return p.Sureness > 0 }) {
		return nil
	}
	var all []Threshold
	for _, least := range thresholds {
		kept := e.groupOf(func(p Prediction) bool { return p.Sureness == 0 || p.Sureness >= least })
		all = append(all, Threshold{least, share(kept.Rows, e.Rows), kept})
	}
	return all
}

func (e *Evaluation) onQuotes() OnQuotes {
	rows, on := 0, 0
	for _, p := range e.Predictions {
		if p.Want == p.Got && p.Got != Missing && p.OnQuote != nil {
			rows++
			on += count(*p.OnQuote)
		}
	}
	return OnQuotes{rows, share(on, rows)}
}

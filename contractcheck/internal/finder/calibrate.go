package finder

import "math"

// calibration turns the logit that was learned into one whose probability
// holds (Platt 1999): slope times the logit, plus shift.
type calibration struct{ slope, shift float64 }

// trial is a held-out row: its logit, whether it is about the requirement, and
// how much it counts.
type trial struct {
	logit  float64
	yes    bool
	counts float64
}

// trials returns, by requirement, the rows that were held out from learning,
// a fold at a time.
func (t *trainer) trials() [][]trial {
	trials := make([][]trial, len(t.requirements))
	for fold := range tuned.folds {
		learned := t.learnAll(fold)
		t.each(func(r int, l *learner) {
			l.set(learned[r])
			trials[r] = t.heldOut(trials[r], r, fold, l)
		})
	}
	return trials
}

// calibrate measures what the learned logits are worth on held-out rows.
func calibrate(trials [][]trial) []calibration {
	all := make([]calibration, len(trials))
	for r := range trials {
		weigh(trials[r])
		all[r] = fitted(trials[r])
	}
	return all
}

func (t *trainer) heldOut(trials []trial, r, fold int, l *learner) []trial {
	for i := range t.examples {
		e := &t.examples[i]
		if e.fold != fold {
			continue
		}
		if e.requirement == r {
			trials = append(trials, trial{l.score(e.grams, e.values), e.side != Silent, 1})
		}
	}
	for i := range t.pool {
		if logit, mention := t.mentions[r][int32(i)]; poolFold(i) == fold && (!mention || logit < tuned.plain) {
			trials = append(trials, trial{l.score(t.pool[i].grams, t.pool[i].values), false, 0})
		}
	}
	return trials
}

// poolFold keeps neighbours together, which are often alike.
func poolFold(i int) int { return i / 64 % tuned.folds }

// weigh makes the foreign provisions count as much as in a document.
func weigh(trials []trial) {
	about, foreign := 0.0, 0.0
	for _, t := range trials {
		switch {
		case t.yes:
			about++
		case t.counts == 0:
			foreign++
		}
	}
	for i := range trials {
		if trials[i].counts == 0 {
			trials[i].counts = tuned.perMention * about / foreign
		}
	}
}

// fitted fits a calibration by Newton's method. It starts from, and is drawn to,
// the logit as it is, because a requirement has few examples.
func fitted(trials []trial) calibration {
	const steps, draw = 30, 1.0
	c := calibration{slope: 1}
	for range steps {
		ga, gb := draw*(c.slope-1), 0.0
		haa, hab, hbb := draw, 0.0, 1e-6
		for _, t := range trials {
			p := logistic(c.slope*t.logit + c.shift)
			g, h := t.counts*p, t.counts*p*(1-p)
			if t.yes {
				g -= t.counts
			}
			ga, gb = ga+g*t.logit, gb+g
			haa, hab, hbb = haa+h*t.logit*t.logit, hab+h*t.logit, hbb+h
		}
		det := haa*hbb - hab*hab
		if det < 1e-9 {
			break
		}
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		// A step is bounded, so that a far start does not throw it off.
		c.slope -= math.Max(-0.5, math.Min(0.5, da))
		c.shift -= math.Max(-2, math.Min(2, db))
	}
	c.slope = math.Max(c.slope, 0.1)
	return c
}

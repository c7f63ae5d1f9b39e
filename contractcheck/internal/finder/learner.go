package finder

import "math"

// learner is a logistic regression that is learned a row at a time, with
// FTRL-Proximal (McMahan et al. 2013, "Ad Click Prediction", algorithm 1).
// It keeps most weights at exactly zero, which makes the model small.
type learner struct {
	rate, l1, l2 float64
	sum, squares []float64 // z and n of the paper
	weight       []float64
	bias         float64
	biasSquares  float64
}

func newLearner(features int, rate, l1, l2 float64) *learner {
	return &learner{
		rate: rate, l1: l1, l2: l2,
		sum: make([]float64, features), squares: make([]float64, features), weight: make([]float64, features),
	}
}

func (l *learner) reset() {
	clear(l.sum)
	clear(l.squares)
	clear(l.weight)
	l.bias, l.biasSquares = 0, 0
}

// score returns the logit of a row.
func (l *learner) score(features []int32, values []float32) float64 {
	s := 0.0
	for i, f := range features {
		s += l.weight[f] * float64(values[i])
	}
	return s + l.bias
}

// settled is the error below which a row teaches nothing more. Most rows are
// foreign provisions that are soon known as such.
const settled = 1e-3

// learn moves the weights towards saying yes or no to a row that counts
// importance times.
func (l *learner) learn(features []int32, values []float32, yes bool, importance float64) {
	gradient := logistic(l.score(features, values))
	if yes {
		gradient--
	}
	if math.Abs(gradient) < settled {
		return
	}
	gradient *= importance
	for i, f := range features {
		l.move(f, gradient*float64(values[i]))
	}
	l.biasSquares += gradient * gradient
	l.bias -= l.rate * gradient / (1 + math.Sqrt(l.biasSquares))
}

func (l *learner) move(f int32, gradient float64) {
	before := math.Sqrt(l.squares[f])
	l.squares[f] += gradient * gradient
	after := math.Sqrt(l.squares[f])
	l.sum[f] += gradient - (after-before)/l.rate*l.weight[f]
	switch z := l.sum[f]; {
	case math.Abs(z) <= l.l1:
		l.weight[f] = 0
	default:
		l.weight[f] = (math.Copysign(l.l1, z) - z) / ((1+after)/l.rate + l.l2)
	}
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

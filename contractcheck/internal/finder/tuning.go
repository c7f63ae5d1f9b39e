package finder

// ForeignPerMention is how many provisions on other subjects a model takes to
// stand beside one that speaks of a requirement: its probabilities are those of
// a document of so many.
const ForeignPerMention = 300

// tuning holds the figures that steer learning.
type tuning struct {
	// How much a row counts, by what it is: a passage about the requirement,
	// one that only seems so, one on another topic, and a provision of
	// a document without labels.
	about, decoy, other, foreign float64

	rate          float64 // how fast weights move
	sparse, small float64 // L1 and L2 of what a passage is about
	rounds        int     // times that each row is seen

	sideRate              float64
	sideSparse, sideSmall float64
	sideRounds            int
	sideBias              float32 // what the gram weighs that all passages have

	sample int // provisions that each requirement is contrasted with, beside hard ones
	// A provision whose logit in the first round is above hard, but not above
	// mention, is hard to tell; one above mention speaks of the requirement.
	hard, mention float64
	// plain is the logit above which a mention is left out even where the
	// probabilities are calibrated. Those between are mostly no mentions, and
	// leaving them out would make the model too sure.
	plain float64

	folds int
	// perMention is how many foreign provisions a document has for each
	// that is about a requirement, in round numbers: a long contract has
	// 300, and one or no provision on most requirements.
	perMention float64
}

// tuned did best on held-out passages. Strong L1 and L2 matter most: without
// them, a model learns the style of those who wrote the examples, and finds
// two thirds of what it finds now in the words of others.
var tuned = tuning{
	about: 8, decoy: 4, other: 2, foreign: 1,
	rate: 0.5, sparse: 8, small: 60, rounds: 3,
	sideRate: 0.5, sideSparse: 1.2, sideSmall: 10, sideRounds: 4, sideBias: 0.5,
	sample: 8000, hard: -4, mention: -2, plain: 2,
	folds: 4, perMention: ForeignPerMention,
}

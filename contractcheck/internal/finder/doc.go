// Package finder says where a requirement is spoken of. A linear model over
// the words of a provision gives, for each requirement, how likely the
// provision is about it, and on which side it seems to stand. It never says
// that a requirement is satisfied: that takes the grammar.
//
// A model is trained on labelled passages and on provisions of other subjects,
// and written to a file that a program reads once. Scoring takes no strings
// and allocates nothing.
package finder

// Package language reads the grammar of contract sentences: their words, the
// parties and objects that they name, who must, must not or may do what, the
// limits and exceptions of a duty, and the numbers in it.
//
// It knows no requirement. The words that it looks for come from a Lexicon,
// which is built once from the clause library's vocabulary; a document's own
// names and definitions extend it.
//
// The analysis is shallow on purpose: it finds the finite clauses of a
// sentence, the modal cluster and the subject of each, and attaches to every
// known action the nearest cluster that governs it. Words that it does not
// know are passed over, so an unknown word can hide evidence but not invent
// it.
package language

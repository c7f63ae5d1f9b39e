// Package rules compiles the rules of a clause library and reads provisions by
// them.
//
// A rule is a frame (who must, must not or may do what, to what, for whom, by
// when) or a word pattern. All words of all rules go into one lexicon, so that
// one pass over a provision finds them all, and only the rules whose anchor
// stands in a provision are tried on it.
package rules

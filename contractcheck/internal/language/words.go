package language

import "strings"

// Class is what a word can be in a sentence; a word may have several classes.
type Class uint32

// The classes of function words and marks.
const (
	Modal       Class = 1 << iota // shall, will, must, may, can, should, could, might, would
	Be                            // forms of be
	Have                          // forms of have
	Do                            // do, does, did
	Negator                       // not, never, no, neither, nor, none, nothing
	Subordinate                   // opens a clause: if, when, unless, ...
	Relative                      // which, who, whose, whom, that
	Preposition                   // of, to, by, ...
	Determiner                    // the, any, such, its, ...
	Pronoun                       // it, they, we, ...
	Conjunction                   // and, or, but, nor
	Adverb                        // -ly words and a few others
	Comma
	Stop   // ; : ends a clause
	Open   // ( [ {
	Close  // ) ] }
	Quote  // any double quotation mark
	Mark   // any other punctuation
	Point  // . ! ?, which are Marks as well
	Number // digits or a number word
	Unit   // hour, day, week, month, year
	To     // the word "to"
	Filler // may stand inside of any phrase: full, exclusive, written
)

// Form is the inflection of a word that the lexicon knows.
type Form uint8

// The inflections; a form such as "records" is both Third and Plural.
const (
	Base   Form = 1 << iota // notify
	Third                   // notifies, and the plural of nouns
	Past                    // notified, as past tense or participle
	Gerund                  // notifying
)

// functionWords gives the classes of the words that carry grammar. They are
// part of the program, not of the vocabulary, because the reading of a
// sentence is built on them.
var functionWords = map[Class]string{
	Modal:       "shall will must may can should could might would",
	Be:          "be is are was were been being am",
	Have:        "have has had having",
	Do:          "do does did",
	Negator:     "not never no neither nor none nothing nobody",
	Subordinate: "if when whenever where wherever unless until while because although though once whether whereas except provided how why",
	Relative:    "which who whose whom that what",
	Preposition: "of to by in for with from on at into onto upon under within through throughout against about regarding concerning between among amongst than per via despite without during following after before over beyond past toward towards across including like as subject pursuant notwithstanding",
	Determiner:  "the a an any all each every such this that these those its their our your his her my some other another no both either said same",
	Pronoun:     "it they them we us you he she i itself themselves ourselves yourself ours yours",
	Conjunction: "and or but nor",
	Adverb:      "also then only never ever always hereby thereby promptly immediately once however therefore thereafter otherwise currently further first directly not at least forthwith together alone already still thereof therein hereunder so",
	To:          "to",
	Unit:        "hour hours day days week weeks month months year years",
}

// plainWords are the words that the grammar looks for by their spelling and
// that no class holds.
const plainWords = "next ability above ask call clause click commitment contact duties duty email foregoing freedom go obligation obligations paragraph please preceding prohibition promise provision provisions requirement requirements restriction restrictions right rights rule section see send sentence switch tell turn use visit write business working calendar consecutive full least less fewer sooner earlier longer later limited only minimum more event extent need applicable necessary required feasible practicable possible appropriate reasonably immediately forthwith containing relating including since x xx tbd asked copy copies limitation exception regard prejudice limiting delay have let make dispute disputes deny denies doubt doubts untrue false incorrect accepts acknowledge acknowledges agree agrees choose chooses confirm consents decide decides elect elects ensure ensuring exclude excludes include grant grants guarantee making mean meaning means responsible sure verify waives some many most several"

// IsPlainFunctionWord reports whether w is a word of grammar that has one form
// only and denies nothing, such as "of" and "shall".
func IsPlainFunctionWord(w string) bool { return plainFunctionWords[w] }

var plainFunctionWords = func() map[string]bool {
	const inflected = Be | Have | Do | Negator | Unit | Adverb
	plain := map[string]bool{}
	for class, list := range functionWords {
		for _, w := range strings.Fields(list) {
			if _, seen := plain[w]; !seen {
				plain[w] = true
			}
			plain[w] = plain[w] && class&inflected == 0
		}
	}
	return plain
}()

// numberWords gives the values of the words that spell numbers; "hundred" and
// "thousand" multiply.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
}

// contractions are the endings that hide a word of their own.
var contractions = map[string]string{
	"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am",
}

package language

// Mood is what a clause does with an action.
type Mood uint8

// The moods.
const (
	NoMood     Mood = iota
	Stated          // "Provider deletes": stated as practice
	Obliged         // "shall", "agrees to", "is required to"
	Forbidden       // "shall not", "never", "is prohibited from", or denied: "does not"
	Permitted       // "may", "is entitled to", "nothing prevents"
	NotObliged      // "is not required to", "has no duty to"
	Supposed        // "would", or an "if" that may never come true
)

var moodNames = [...]string{"", "stated", "obliged", "forbidden", "permitted", "not obliged", "supposed"}

// String names the mood.
func (m Mood) String() string { return moodNames[m] }

// MoodPart is the part that a phrase of the modality section plays.
type MoodPart uint8

const (
	noMoodWord    MoodPart = iota
	obligeWord             // required to, obligation to
	promiseWord            // agree, undertake (to)
	permitWord             // entitled to, right to
	forbidWord             // prohibited from, refrain from
	freeWord               // need not, under no obligation to
	tryWord                // use efforts (to), endeavor (to)
	letWord                // permit X to
	makeWord               // require X to
	stopWord               // prevent X from
	sayWord                // ensure that, acknowledge that
	lightWord              // give, make, provide: verbs that carry a noun
	wishWord               // wish, choose: what somebody would like
	happenWord             // occur, take place: verbs that let a noun come true
	failWord               // fail to, neglect to: verbs that say that it is not done
	moodWordCount          // number of the above
)

var moodWordNames = [moodWordCount]string{"", "oblige", "promise", "permit", "forbid", "no-duty", "try", "let", "make", "stop", "say", "light", "wish", "happen", "fail"}

// MoodWord returns the part that the modality term called name plays.
func MoodWord(name string) (MoodPart, bool) {
	for i, n := range moodWordNames {
		if n == name && i > 0 {
			return MoodPart(i), true
		}
	}
	return 0, false
}

// Cluster is a run of auxiliaries, modals, negations and modal phrases that
// governs the verbs behind it: "shall not", "is not required to", or, with
// From == To, nothing at all before a finite verb ("Provider deletes").
type Cluster struct {
	From, To int
	Mood     Mood
	Negated  bool // a negation took part
	Weak     bool // "should", "shall use reasonable efforts to"
	Free     bool // "may, but need not"
	Required bool // "is required to", not a modal
	Passive  bool // ends in a form of be
	Perfect  bool // "has", "have been": reports what was
	Capable  bool // "can", "is able to": says what is possible, not what is done
	// Subject is the party that acts, NoParty where none is named; SubjectFrom
	// and SubjectTo are the tokens of the noun phrase in front.
	Subject     Party
	SubjectFrom int
	SubjectTo   int
	tries       bool // "shall attempt to": nothing else could make it weak
	fails       bool // "fails to": not to do so is a duty
	control     bool // "permits Vendor to": the subject is inside the cluster
}

// Tries reports whether the cluster speaks of an attempt and nothing else makes
// it weak. It is weak still, unless even the attempt is forbidden.
func (c *Cluster) Tries() bool { return c.tries }

// moodAt returns the phrase at token i that can be part of a cluster, the
// longest.
func (s *Sentence) moodAt(i int) (Hit, MoodPart) {
	if !s.begins(i, ModalitySection) {
		return Hit{}, noMoodWord
	}
	for _, h := range s.HitsAt(i) {
		if w := s.grammar.Terms[h.Term].Mood; w != noMoodWord && (w < letWord || w == failWord) {
			return h, w
		}
	}
	return Hit{}, noMoodWord
}

// hasMood reports whether a phrase that plays the part w begins at token i.
func (s *Sentence) hasMood(i int, w MoodPart) bool {
	if !s.begins(i, ModalitySection) {
		return false
	}
	for _, h := range s.HitsAt(i) {
		if s.grammar.Terms[h.Term].Mood == w {
			return true
		}
	}
	return false
}

// finiteVerbAt reports whether token i is a known action's verb that stands
// finite without an auxiliary, right behind its subject.
func (s *Sentence) finiteVerbAt(i int) bool {
	if i >= len(s.Tokens) {
		return false
	}
	t := &s.Tokens[i]
	if t.Form&(Base|Third) == 0 || !s.verbHitAt(i) && !s.lightVerbAt(i) && !s.hasMood(i, happenWord) || s.class(i+1, Modal) || s.spelled(i+1, "of") {
		return false
	}
	k := i - 1
	for k >= 0 && (s.class(k, Adverb) || s.class(k, Conjunction) && s.class(k-1, Adverb) && s.class(k+1, Adverb)) {
		k--
	}
	if k < 0 || s.class(k, To) {
		return false
	}
	if before, ok := s.beforeParenthesis(k); ok {
		k = before
	}
	if h, party, ok := s.partyHit(k); ok {
		possessive := s.Tokens[k].Possessive
		first := h.From > 0 && (s.class(h.From-1, Preposition) && !s.class(h.From-1, Subordinate))
		if possessive || first || s.object[i] != 0 && s.hits[s.object[i]-1].To-s.hits[s.object[i]-1].From > 1 {
			return false
		}
		if s.class(i+1, Be|Have) {
			return false
		}
		return t.Form&Third != 0 || t.Form&Base != 0 && (party == Vendor || party == Patron || party == ThirdParty || party == Library) && s.plural(h)
	}
	if s.object[k] != 0 && s.hasMood(i, happenWord) {
		return t.Form&Third != 0 // "notice of a breach reaches the Library"
	}
	if s.properName(k) {
		return t.Form&Third != 0 && !s.class(i+1, Be|Have|Modal)
	}
	return s.class(k, Pronoun) && !s.class(k, Determiner) || s.class(k, Relative)
}

// beforeParenthesis returns the token before a phrase between two commas that
// ends at the comma k: "the Libraries, on behalf of their patrons, own".
func (s *Sentence) beforeParenthesis(k int) (int, bool) {
	const longest = 12
	if !s.class(k, Comma) {
		return k, false
	}
	for j := k - 1; j > 0 && j >= k-longest; j-- {
		if s.class(j, Comma) {
			return j - 1, s.class(j+1, Preposition) && s.party[j-1] != 0
		}
		if s.class(j, Stop|Modal) {
			break
		}
	}
	return k, false
}

// properName reports whether token i is a capitalised word that nobody knows:
// a name, such as the vendor's.
func (s *Sentence) properName(i int) bool {
	t := &s.Tokens[i]
	return t.Capital && t.Lemma == 0 && t.Class == 0 && t.Form == 0 && !t.Possessive
}

// lightVerbAt reports whether a verb that can carry a noun begins at token i.
func (s *Sentence) lightVerbAt(i int) bool {
	return s.hasMood(i, lightWord)
}

// plural reports whether a party takes a verb without s: "we", "you", "users".
func (s *Sentence) plural(h Hit) bool {
	t := &s.Tokens[h.To-1]
	return t.Form&Third != 0 || t.Is(Pronoun)
}

// verbHitAt reports whether an action that may be a verb begins at token i.
func (s *Sentence) verbHitAt(i int) bool {
	if !s.begins(i, ActionSection) {
		return false
	}
	for _, h := range s.HitsAt(i) {
		if h.Use != NounUse && s.grammar.Terms[h.Term].Section == ActionSection {
			return true
		}
	}
	return false
}

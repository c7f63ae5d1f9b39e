package mutate

import (
	"regexp"
	"strings"
)

var (
	// onlyNext finds what would turn "not" into "not only".
	onlyNext = regexp.MustCompile(`(?i)^[ ,]*(only|solely|exclusively|merely|also|no|not|never|nothing|neither)\b`)
	// bounded finds words with which "may" forbids as much as "shall" does:
	// "shall be used only for", "shall keep for at most".
	bounded = regexp.MustCompile(`(?i)\b(only|solely|exclusively|limited|restricted|confined|at most|maximum|up to|no longer than|no more than|not more than|minimum|nothing|no other|void|invalid|ineffective)\b`)
	// exclusive finds words that "not" may deny in the place of the verb, and
	// denials that nobody denies again.
	exclusive = regexp.MustCompile(`(?i)\b(only|solely|exclusively|provided that)\b|^ (un|non-)`)
	// boundNext finds words with which "not" bounds a number.
	boundNext = regexp.MustCompile(`(?i)^ (only|merely|less|later|more|limited|least|fewer|exceptionally)\b`)

	leadingNo = regexp.MustCompile(`^(No|no|None of|none of) `)
	nothingIn = regexp.MustCompile(`\bNothing (in|under) (this|these) (\w+) (\w+)`)
	eitherOr  = regexp.MustCompile(`(?i)\bneither (.+?) nor\b`)
)

// deny puts "not" behind the verb of a sentence without a negation.
func deny(s *sentence) (string, bool) {
	if !s.modal("shall", "must", "will", "may", "can", "is", "are") || s.verb.negated {
		return "", false
	}
	if turned(s.before()) || turned(s.Text[s.verb.to:max(s.To, s.verb.to)]) || onlyNext.MatchString(s.after()) {
		return "", false
	}
	if exclusive.MatchString(s.after()) {
		return "", false // "shall not use it only for": not plain
	}
	if s.verb.word == "can" {
		return s.replace(s.verb.from, s.verb.to, "cannot"), true
	}
	return s.replace(s.verb.to, s.verb.to, " not"), true
}

// undoBan takes the negation out of a ban.
func undoBan(s *sentence) (string, bool) {
	if text, ok := s.withoutNothing(); ok {
		return text, true
	}
	if s.verb == nil {
		return "", false
	}
	if text, ok := s.withoutLeadingNo(); ok {
		return text, true
	}
	if text, ok := s.withoutNeither(); ok {
		return text, true
	}
	return s.withoutNot()
}

// withoutNot takes out the "not" of "shall not".
func (s *sentence) withoutNot() (string, bool) {
	if !s.verb.negated || s.modal("has", "have", "was", "were") || turned(s.before()) || boundNext.MatchString(s.after()) || strings.Contains(s.text(), " nor ") {
		return "", false
	}
	return s.replace(s.verb.notFrom, s.verb.to, ""), true
}

// withoutNothing turns "Nothing in this Agreement permits" into "This Agreement
// permits".
func (s *sentence) withoutNothing() (string, bool) {
	m := nothingIn.FindStringSubmatchIndex(s.text())
	if m == nil || turned(s.text()[m[1]:]) || strings.ContainsAny(s.Text[s.start:max(s.start, s.From)], ",;:") {
		return "", false
	}
	named := capitalize(s.text()[m[4]:m[7]])
	return s.replace(s.start+m[0], s.start+m[7], named), true
}

// withoutLeadingNo turns "No patron data shall be sold" into "Any patron data
// may be sold".
func (s *sentence) withoutLeadingNo() (string, bool) {
	m := leadingNo.FindStringIndex(s.text())
	if m == nil || s.verb.negated || s.verb.from < s.start+m[1] || !s.modal("shall", "must", "will", "may", "can") {
		return "", false
	}
	if turned(s.Text[s.start+m[1]:s.verb.from]) || turned(s.after()) {
		return "", false
	}
	return s.Text[:s.start] + "Any " + s.Text[s.start+m[1]:s.verb.from] + "may" + s.Text[s.verb.to:], true
}

// withoutNeither turns "shall neither sell nor rent" into "may sell or rent".
func (s *sentence) withoutNeither() (string, bool) {
	m := eitherOr.FindStringSubmatchIndex(s.after())
	if m == nil || s.verb.negated || turned(s.before()) || !s.modal("shall", "must", "will", "may") || strings.TrimSpace(s.after()[:m[0]]) != "" {
		return "", false
	}
	after := s.after()
	return s.replace(s.verb.from, s.end, "may "+after[m[2]:m[3]]+" or"+strings.ReplaceAll(after[m[1]:], " nor ", " or ")), true
}

// binding reports whether the verb lays a plain duty on the vendor or on a
// thing of its, not a right or a duty of the library or its patrons.
func (s *sentence) binding() bool {
	return s.modal("shall", "must", "will") && !s.verb.negated && !turned(s.before()) &&
		!turned(s.after()) && !bounded.MatchString(s.text()) && !favored.MatchString(s.before())
}

// allow turns "shall" into "may".
func allow(s *sentence) (string, bool) { return s.remodel("may") }

// advise turns "shall" into "should".
func advise(s *sentence) (string, bool) {
	if s.verb == nil || asks.MatchString(s.after()) {
		return "", false
	}
	return s.remodel("should")
}

// asks finds what bidders are asked to tell: there "should" asks as well.
var asks = regexp.MustCompile(`^ (list|identify|describe|explain|disclose|state)\b`)

func (s *sentence) remodel(word string) (string, bool) {
	if !s.binding() {
		return "", false
	}
	return s.replace(s.verb.from, s.verb.to, word), true
}

// endeavor turns a duty of the vendor's into one to try.
func endeavor(s *sentence) (string, bool) {
	if !s.binding() || !vendorSubject.MatchString(s.before()) || !plainVerb.MatchString(s.after()) {
		return "", false
	}
	return s.replace(s.verb.to, s.verb.to, " use reasonable efforts to"), true
}

// plainVerb finds a verb that something can be tried with.
var plainVerb = regexp.MustCompile(`^ [a-z]+\b`)

// harmSimple reports whether nothing in the sentence could harm by itself once
// the harm that carries the verdict is gone.
func (s *sentence) harmSimple() bool {
	return s.verb != nil && s.single() && !strings.Contains(s.text(), "other than") && s.start == 0 && s.end == len(s.Text) && !bounded.MatchString(s.text())
}

// forbidHarm puts "not" into what the text allows or does against the library.
func forbidHarm(s *sentence) (string, bool) {
	if !s.harmSimple() {
		return "", false
	}
	return deny(s)
}

// oweDuty takes the "not" out of a denied duty or right.
func oweDuty(s *sentence) (string, bool) {
	if !s.harmSimple() || turned(s.after()) {
		return "", false
	}
	return s.withoutNot()
}

package mutate

import "regexp"

var (
	// passesOn finds verbs by which data reach somebody else.
	passesOn = regexp.MustCompile(`^ (?:directly or indirectly )?(be )?(sell|rent|lease|share|disclose|transfer|give|release|license|trade|exchange|transmit|reveal|distribute|sold|rented|leased|shared|disclosed|transferred|given|released|licensed|traded|exchanged|transmitted|revealed|distributed)\b`)
	// makesUse finds verbs that say what is done with data.
	makesUse = regexp.MustCompile(`^ (be )?(use|process|collect|combine|merge|mine|analy[sz]e|profile|retain|keep|store|gather|record|monitor|track|access|used|processed|collected|combined|merged|mined|analy[sz]ed|profiled|retained|kept|stored|gathered|recorded|monitored|tracked|accessed)\b`)
	we       = regexp.MustCompile(`(?i)\bwe $`)
)

// exceptAffiliates opens a ban on passing data on to the vendor's affiliates.
func exceptAffiliates(s *sentence) (string, bool) {
	return s.except(passesOn, ", except to "+s.own()+" affiliates")
}

// exceptOwnPurposes opens a ban on using data to the vendor's purposes.
func exceptOwnPurposes(s *sentence) (string, bool) {
	return s.except(makesUse, ", except for "+s.own()+" own business purposes")
}

func (s *sentence) except(verbs *regexp.Regexp, exception string) (string, bool) {
	if s.verb == nil || !s.single() || !verbs.MatchString(s.after()) || !s.bans() {
		return "", false
	}
	return s.append(exception), true
}

// bans reports whether the verb is denied, and by one negation only.
func (s *sentence) bans() bool {
	no := leadingNo.MatchString(s.text())
	return s.verb.negated != no && (no || !turned(s.before()))
}

// own is what the vendor calls its own things.
func (s *sentence) own() string {
	if s.verb != nil && we.MatchString(s.before()) {
		return "our"
	}
	return "its"
}

// atDiscretion leaves a duty, a ban or a right to the vendor's pleasure.
func atDiscretion(s *sentence) (string, bool) {
	if !s.single() || !s.modal("shall", "must", "will", "may", "can", "is", "are") {
		return "", false
	}
	who := "the Vendor decides"
	switch vendor, _ := s.partyNames(); {
	case we.MatchString(s.before()):
		who = "we decide"
	case vendor == "Shelfwise":
		who = vendor + " decides"
	case vendor != "":
		who = "the " + vendor + " decides"
	}
	return s.append(", unless " + who + " otherwise"), true
}

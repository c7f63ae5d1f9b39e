package segment

import "strings"

// Abbreviations, without their last point. A point behind one of them is not
// the end of a sentence, except as each set says.
var (
	// innerAbbreviations always have something behind them.
	innerAbbreviations = wordSet(`e.g i.e eg ie cf v vs viz mr mrs ms dr prof hon messrs approx nos arts
		secs para paras subsec pp ss civ stat stats ann admin crim proc supp dist cir ext incl excl al
		resp dept natl intl assn no's c.f ca circa`)
	// numberedAbbreviations stand before a number; "No." may also be an answer.
	numberedAbbreviations = wordSet(`no sec art fig ch vol app sched exh pt p ver ed cl reg tit item ref`)
	// nameAbbreviations are part of a name or of a statute's title, and may end
	// a sentence.
	nameAbbreviations = wordSet(`cal gov govt pub rev gen fla tex mass wash ill ariz colo conn del mich minn
		pa penn va wis okla ore tenn fed reg lab pen fam ins veh st ave blvd rd jan feb mar apr jun jul aug
		sept sep oct nov dec bus educ comp inc ltd co corp llc jr sr esq bros plc sec art ed l.l.c`)
	// finalAbbreviations often end a sentence.
	finalAbbreviations = wordSet(`etc a.m p.m min max inc ltd co corp hrs hr`)
)

// startsPiece reports whether a number at a place stands where only a label
// does: at the start of a line or behind a mark.
func startsPiece(text string, at int) bool {
	end := trimSpace(text, max(0, at-2), at)
	return at == 0 || end < at && (text[at-1] == '\n' || end > 0 && strings.IndexByte(".;:", text[end-1]) >= 0)
}

// maxAbbreviation is longer than any abbreviation, in bytes.
const maxAbbreviation = 24

// abbreviates reports whether the point at a place belongs to an abbreviation,
// an initial or a section's number within a sentence. The next word begins at
// next.
func abbreviates(text string, at, next, end int) bool {
	word := dottedWord(text, at)
	w := word.in(text)
	switch {
	case w == "":
		return false
	case areDigits(w) && len(w) <= maxDigits && startsPiece(text, word.Start):
		return true
	case isDigit(w[0]):
		return isReference(text, word.Start) && !startsSentence(text, next, end)
	case len(w) == 1 && isUpper(w[0]):
		return !isReference(text, word.Start) && !startsSentence(text, next, end)
	case innerAbbreviations.has(w):
		return true
	case numberedAbbreviations.has(w) && next < end && (isDigit(text[next]) || text[next] == sectionSign[0]):
		return true
	case isUpper(w[0]) && (isAcronym(w) || nameAbbreviations.has(w)), finalAbbreviations.has(w):
		return !startsSentence(text, next, end)
	}
	return false
}

// dottedWord returns the word with inner points, "U.S" or "4.2", that ends
// at a place. It is empty for what is too long to be an abbreviation.
func dottedWord(text string, at int) Span {
	start := at
	for start > 0 && (isAlphanumeric(text[start-1]) || text[start-1] == '.' || text[start-1] == '\'') {
		if start--; at-start > maxAbbreviation {
			return Span{at, at}
		}
	}
	return Span{start, at}
}

// isAcronym knows "U.S" and "N.Y".
func isAcronym(word string) bool {
	for i := range len(word) {
		if (i%2 == 1) != (word[i] == '.') {
			return false
		}
	}
	return len(word) > 2 && len(word)%2 == 1
}

// references are words that a number or a label belongs to.
var references = wordSet(`section sections sec secs paragraph paragraphs para paras clause clauses article
	articles art subsection subsections subparagraph subparagraphs subclause item items exhibit schedule
	annex appendix part parts chapter rule regulation option recital recitals title table under
	point points heading attachment addendum form tier step class category level version figure`)

// isReference reports whether a number or label at a place belongs to the word
// before it, as in "Section 4.2" and "§ 4.2".
func isReference(text string, at int) bool {
	from := max(0, at-maxAbbreviation)
	end := trimSpace(text, from, at)
	if end-from >= len(sectionSign) && text[end-len(sectionSign):end] == sectionSign {
		return true
	}
	if end > from && text[end-1] == '.' {
		end-- // Sec. 4.2
	}
	return references.has(lastWord(text, from, end).in(text))
}

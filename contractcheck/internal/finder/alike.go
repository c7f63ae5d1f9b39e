package finder

import "strings"

// alikeWords are words that contracts use for one another: those for a party,
// which each contract names at will, and those that a provision on patron data
// may choose from. Reading them as one adds some four in a hundred to what is
// found in other people's words.
var alikeWords = []string{
	"vendor provider licensor contractor supplier processor publisher company we us recipient proposer bidder offeror seller",
	"library customer licensee subscriber client district institution controller university college school lea",
	"patron user borrower reader student you individual cardholder",
	"its our",
	"data information record detail",
	"shall will must",
	"notify inform tell advise alert",
	"delete erase destroy purge remove deletion destruction erasure",
	"disclose share reveal release disclosure",
	"subcontractor subprocessor",
	"warrant subpoena",
	"keep retain store hold maintain retention",
	"agreement contract license",
	"sell rent lease sale",
	"collect gather capture",
	"website site",
	"employee staff personnel worker",
	"use process using usage",
}

// alike returns the hash that stands for a stem and for the words that are
// used in its place.
func alike(stem uint32) uint32 {
	for i := stem & alikeMask; alikeTable[i].stem != 0; i = (i + 1) & alikeMask {
		if alikeTable[i].stem == stem {
			return alikeTable[i].first
		}
	}
	return stem
}

// alikeMask makes a hash a place of alikeTable, which is an open hash table:
// every word of every document is looked up.
const alikeMask = 1<<9 - 1

type alikeWord struct{ stem, first uint32 }

var alikeTable = func() (table [alikeMask + 1]alikeWord) {
	for _, list := range alikeWords {
		words := strings.Fields(list)
		first := stemmed(hashOf(words[0]), words[0])
		for _, w := range words {
			stem := stemmed(hashOf(w), w)
			i := stem & alikeMask
			for table[i].stem != 0 {
				i = (i + 1) & alikeMask
			}
			table[i] = alikeWord{stem, first}
		}
	}
	return table
}()

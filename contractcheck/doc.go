// Package contractcheck reads library vendor contracts and RFP responses and
// checks them against a library of clauses on patron privacy.
//
// A Document is read from a file, a Library is loaded from clause files, and
// checking the one against the other gives a Report: for every requirement a
// verdict with the words of the document that carry it.
//
// The package is deterministic: it uses no network, clock or environment, and
// the same bytes give the same report. Silence in a document is never taken
// for consent: a requirement that the document does not speak of is Missing,
// and Unreadable where parts of the document could not be read. OCR alone, where
// a Reader asks for it, runs programs of the system, and depends on them.
//
// It finds words and reads their grammar. It is no legal advice.
package contractcheck

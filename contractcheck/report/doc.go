// Package report writes a contractcheck.Report in the formats that people and
// programs read: text for a terminal, Markdown for mail, JSON for programs.
//
// Every renderer only reads the report, so that goroutines may share one, and
// gives the same bytes for the same report. What stands in a document is
// hostile until shown otherwise: each format neutralises what could act as
// markup, as a link or as a command to a terminal. Only the JSON form holds
// the quotes unchanged; the others collapse white space and shorten.
package report

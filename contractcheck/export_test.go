package contractcheck

import "example.org/contractcheck/contractcheck/internal/extract"

// TextOf returns what a reader made of a document's file.
func TextOf(d *Document) *extract.Text { return d.text }

// Package understand reads what a document says of its own words: the names
// of its parties, the terms that it defines, and who "we" is in it. Names in
// quotation marks are all that it goes by, the way contracts introduce them.
package understand

package extract

// RecognizedPage is what OCR read in the picture of one page.
type RecognizedPage struct {
	Height float64          // of the page, in points
	Lines  []RecognizedLine // in reading order
	// Failed says why the page could not be recognised; it is empty for one that
	// was, if only without any words.
	Failed string
}

// RecognizedLine is a line of words from left to right.
type RecognizedLine struct {
	Region int // numbers the columns and other parts of the page, in reading order
	Words  []RecognizedWord
}

// RecognizedWord is a word, with its box in points from the page's top left
// corner.
type RecognizedWord struct {
	Text                     string
	Left, Top, Right, Bottom float64
	Confidence               float64 // from 0 to 100
}

// Confidence says how sure OCR was of words, from 0 to 100.
type Confidence struct {
	Mean  int // by the words' characters, rounded down
	Least int // of the least sure word
}

package contractcheck

// Box is a rectangle on a page of a document, for a highlight. Its corners are
// in the page's own coordinates (the default user space of ISO 32000-1 8.3.2.3):
// in points of 1/72 inch unless the page sets another UserUnit, x to the right
// and y upwards before the page is turned by its Rotate entry. They are what an
// annotation's Rect and QuadPoints take. The origin need not be a corner of the
// page: subtract that of its MediaBox or CropBox where another one is needed.
type Box struct {
	// Page counts from 1.
	Page           int
	X0, Y0, X1, Y1 float64
}

// Boxes returns where the words of Content()[start:end] stand on the pages, in
// the order of the text: one box for each line that they are on, and one for
// each stretch of a line with wide gaps, such as the cells of a table. A word
// that the range cuts counts whole, and a word that a hyphen breaks has a box
// on both of its lines. The height of a box is an estimate from the font's size.
//
// It returns nil for a format without pages, for a package, whose files have
// them, and where no word is in the range.
func (d *Document) Boxes(start, end int) []Box {
	var boxes []Box
	for _, p := range d.text.PlacesOf(start, end) {
		boxes = append(boxes, Box{int(p.Page), float64(p.X0), float64(p.Y0), float64(p.X1), float64(p.Y1)})
	}
	return boxes
}

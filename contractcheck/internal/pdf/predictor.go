package pdf

// predictor says how the rows of a table or an image were made smaller before
// they were packed (ISO 32000-1 7.4.4.4).
type predictor struct {
	kind                     int
	colors, bitsPer, columns int
}

// The kinds of predictors.
const (
	tiffPredictor = 2
	pngPredictor  = 10 // and above
)

// undo returns the rows as they were.
func (p predictor) undo(data []byte) []byte {
	colors, bits := max(p.colors, 1), p.bitsPer
	if bits <= 0 {
		bits = 8
	}
	columns := max(p.columns, 1)
	row, pixel := (colors*bits*columns+7)/8, max(1, colors*bits/8)
	switch {
	case p.kind >= pngPredictor:
		return undoPNG(data, row, pixel)
	case p.kind == tiffPredictor && bits == 8:
		return undoTIFF(data, row, pixel)
	}
	return data
}

// undoTIFF adds each sample to that of the pixel before.
func undoTIFF(data []byte, row, pixel int) []byte {
	for start := 0; start < len(data); start += row {
		line := data[start:min(start+row, len(data))]
		for i := pixel; i < len(line); i++ {
			line[i] += line[i-pixel]
		}
	}
	return data
}

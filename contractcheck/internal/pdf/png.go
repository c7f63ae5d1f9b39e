package pdf

// undoPNG reverses the PNG predictors (RFC 2083 6) in rows and pixels of the
// given lengths in bytes. A last row that is cut off is left out.
func undoPNG(data []byte, columns, pixel int) []byte {
	if columns <= 0 || columns >= len(data) {
		return nil
	}
	previous := make([]byte, columns)
	out := make([]byte, 0, len(data))
	for len(data) > columns {
		filter, row := data[0], data[1:columns+1]
		data = data[columns+1:]
		for i := range row {
			var left, upperLeft byte
			if i >= pixel {
				left, upperLeft = row[i-pixel], previous[i-pixel]
			}
			row[i] += predict(filter, left, previous[i], upperLeft)
		}
		previous = row
		out = append(out, row...)
	}
	return out
}

func predict(filter, left, up, upperLeft byte) byte {
	switch filter {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4:
		return paeth(left, up, upperLeft)
	}
	return 0
}

func paeth(left, up, upperLeft byte) byte {
	estimate := int(left) + int(up) - int(upperLeft)
	dl, du, dul := distance(estimate, left), distance(estimate, up), distance(estimate, upperLeft)
	switch {
	case dl <= du && dl <= dul:
		return left
	case du <= dul:
		return up
	}
	return upperLeft
}

func distance(estimate int, b byte) int {
	if d := estimate - int(b); d >= 0 {
		return d
	} else {
		return -d
	}
}

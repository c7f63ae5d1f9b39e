package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The letters of a watermark stand between those of the lines that it crosses.
func TestWatermark(t *testing.T) {
	var body []string
	for i := range 30 {
		body = append(body, fmt.Sprintf("line %d tells that the vendor shall not disclose any of the records of a patron", i))
	}
	for _, degrees := range []float64{45, 54.7, -45, 135, 20} {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		f := newTestFile()
		f.page(showLines(body...)+fmt.Sprintf(" BT /F1 40 Tf %g %g %g %g 300 500 Tm (COPY) Tj ET", cos, sin, -sin, cos),
			"/Font<</F1 "+helvetica+">>")
		text := read(t, f.bytes())
		assert.Equal(t, []string{"P " + strings.Join(body, "\n"), "M COPY"}, blocksOf(text), "%g degrees", degrees)
		places := placesOf(t, text, "COPY")
		require.Len(t, places, 1)
		// The middle of the word's baseline, whose letters are 2.89 em wide.
		x, y := float32(300+cos*57.8), float32(500+sin*57.8)
		assert.True(t, places[0].X0 < x && x < places[0].X1 && places[0].Y0 < y && y < places[0].Y1, "%g degrees: %v", degrees, places[0])
		assert.Less(t, places[0].X1-places[0].X0, float32(150))
	}
}

// A page that was scanned askew is read as text.
func TestAskewPage(t *testing.T) {
	f := newTestFile()
	f.page("q .9998 .0175 -.0175 .9998 0 0 cm "+showLines("The vendor shall delete it.")+" Q", "/Font<</F1 "+helvetica+">>")
	assert.Equal(t, []string{"P The vendor shall delete it."}, blocksOf(read(t, f.bytes())))
}

// A page of slanted text alone is read as text too.
func TestSlantedPage(t *testing.T) {
	f := newTestFile()
	f.page("q .866 .5 -.5 .866 300 0 cm "+showLines("The vendor shall", "delete it.")+" Q", "/Font<</F1 "+helvetica+">>")
	assert.Equal(t, []string{"P The vendor shall\ndelete it."}, blocksOf(read(t, f.bytes())))
}

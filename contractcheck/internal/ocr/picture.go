package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
)

// maxSide bounds a picture's width and height, in dots, and with them the memory
// that a page takes: 144 MB. It lets an A2 sheet through at 500 dots an inch.
const maxSide = 12_000

// maxHeader bounds the bytes before a picture's dots.
const maxHeader = 64

// paint returns a page as a grey picture (PGM). It asks for one dot more than is
// allowed, so that a page that was cut shows.
func (e *Engine) paint(ctx context.Context, file []byte, page int) ([]byte, error) {
	number, side := strconv.Itoa(page), strconv.Itoa(maxSide+1)
	picture, err := run(ctx, command{
		path: e.painter,
		args: []string{
			"-q", "-gray", "-r", strconv.Itoa(e.options.DPI), "-f", number, "-l", number,
			"-x", "0", "-y", "0", "-W", side, "-H", side, "-",
		},
		input: file, most: maxSide*maxSide + maxHeader,
	})
	if errors.Is(err, errOutput) {
		return nil, e.tooLarge()
	}
	if err != nil {
		return nil, fmt.Errorf("pdftoppm: %w", err)
	}
	width, height, err := dimensions(picture)
	switch {
	case err != nil:
		return nil, err
	case width > maxSide || height > maxSide:
		return nil, e.tooLarge()
	}
	return picture, nil
}

func (e *Engine) tooLarge() error {
	return fmt.Errorf("at %d dots an inch the page has more than %d dots on a side", e.options.DPI, maxSide)
}

// dimensions reads the head of a picture and checks that it is whole.
func dimensions(picture []byte) (width, height int, err error) {
	var depth int
	head := picture[:min(len(picture), maxHeader)]
	_, err = fmt.Fscanf(bytes.NewReader(head), "P5\n%d %d\n%d\n", &width, &height, &depth)
	if err != nil || width <= 0 || height <= 0 || len(picture)/width < height {
		return 0, 0, errors.New("pdftoppm gave no picture")
	}
	return width, height, nil
}

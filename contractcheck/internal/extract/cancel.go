package extract

import (
	"context"
	"io"
)

// CancelReader returns a reader that fails with ctx's error once ctx ends, for
// parsers that take no context.
func CancelReader(ctx context.Context, from io.Reader) io.Reader { return &cancelReader{ctx, from} }

type cancelReader struct {
	ctx  context.Context
	from io.Reader
}

func (c *cancelReader) Read(buf []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.from.Read(buf)
}

package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"example.org/contractcheck/contractcheck/internal/process"
)

// command is a program with its arguments, of which none is a file's name.
type command struct {
	path  string
	args  []string
	input []byte
	most  int // bytes of output
}

// errOutput: a program wrote more than it may.
var errOutput = errors.New("it writes more than it may")

// graceful is how long the pipes of a program that was killed may stay open.
const graceful = 2 * time.Second

// run runs a program and returns what it writes to its standard output. When ctx
// ends or the output grows too large, the program is killed with all that it
// started. What it says on standard error is left out, for that may quote the
// document.
func run(ctx context.Context, c command) ([]byte, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	out := &bounded{left: c.most, full: stop}
	cmd := exec.CommandContext(ctx, c.path, c.args...)
	cmd.Stdin, cmd.Stdout = bytes.NewReader(c.input), out
	// Numbers as in English; and one thread a page, as more gain nothing and take
	// the processors from other pages.
	cmd.Env = append(os.Environ(), "LC_ALL=C", "OMP_THREAD_LIMIT=1")
	cmd.WaitDelay = graceful
	process.KillWhole(cmd)
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case out.left < 0:
		return nil, errOutput
	case errors.As(err, &exit) && exit.Exited():
		return nil, fmt.Errorf("it ended with status %d", exit.ExitCode())
	case err != nil:
		return nil, errors.New("it did not run to its end")
	}
	return out.kept.Bytes(), nil
}

// bounded keeps what is written, and calls full once that is too much. Its
// buffer is not embedded: that would be filled past Write.
type bounded struct {
	kept bytes.Buffer
	left int
	full func()
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		b.full()
		return 0, errOutput
	}
	return b.kept.Write(p)
}

// Command contractcheck checks library vendor contracts and RFP responses for
// clauses on patron privacy. It is a thin example of how to embed package
// contractcheck: each command reads its flags, calls the package and writes
// what it returns.
//
// Exit status: 0 when nothing at or above --fail-on was found, 1 when
// something was, 2 on wrong usage and for input that could not be read in full.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	// An interrupt ends what runs, the programs of OCR among it; the next one ends
	// this program at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	os.Exit(a.run(ctx, os.Args[1:]))
}

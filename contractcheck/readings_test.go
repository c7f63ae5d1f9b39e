//go:build unix

package contractcheck_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// readingsVariable makes the test program a process that does nothing but read
// files, so that what it takes of the system is the price of reading.
const readingsVariable = "CONTRACTCHECK_READINGS"

func TestMain(m *testing.M) {
	if os.Getenv(readingsVariable) == "" {
		os.Exit(m.Run())
	}
	if err := serveReadings(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// reading asks for a file to be read: as it is, or as the mutant of a seed.
type reading struct {
	File   string
	Mutant bool
	Seed   uint64
}

func (r reading) String() string {
	if !r.Mutant {
		return r.File
	}
	return fmt.Sprintf("mutant %d of %s", r.Seed, r.File)
}

// outcome says how a reading went.
type outcome struct {
	Took   time.Duration // of the processors' time: others use them, too
	Read   bool          // a document came of it
	Unread int           // pages that were not read
	Fault  string        // what must not be
}

// serveReadings carries out readings one after the other.
func serveReadings(in io.Reader, out io.Writer) error {
	requests, outcomes := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var r reading
		if err := requests.Decode(&r); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		data, err := os.ReadFile(r.File)
		if err != nil {
			return err
		}
		if r.Mutant {
			data = extracttest.Mutant(data, r.Seed)
		}
		if err := outcomes.Encode(readTimed(data)); err != nil {
			return err
		}
	}
}

func readTimed(data []byte) outcome {
	start := processorTime()
	doc, err := contractcheck.Reader{Changes: contractcheck.ChangesBoth}.Read(context.Background(), bytes.NewReader(data), "file")
	result := outcome{Took: processorTime() - start, Read: doc != nil}
	switch {
	case err != nil && strings.Contains(err.Error(), "the file breaks"):
		result.Fault = "a reader panicked"
	case doc != nil:
		result.Unread, result.Fault = inspect(doc)
	}
	return result
}

// inspect counts the pages that were not read, and says what is wrong with a
// document that came of hostile bytes.
func inspect(doc *contractcheck.Document) (unread int, fault string) {
	for _, page := range doc.Pages() {
		if page.Unreadable != "" {
			unread++
		}
	}
	if unread == 0 && strings.TrimSpace(doc.Content()) == "" {
		return unread, "a document without text counts as read"
	}
	return unread, extracttest.Fault(contractcheck.TextOf(doc))
}

// processorTime is what this process has used.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

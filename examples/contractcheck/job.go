package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"example.org/contractcheck/contractcheck"
)

// checkJob checks files in parallel.
type checkJob struct {
	app      *app
	library  *contractcheck.Library
	reader   contractcheck.Reader
	progress *progress
	kind     contractcheck.Kind
	files    []string
}

// outcome is what became of one file. Report is nil if it could not be judged;
// a file without any text has both a report and an error.
type outcome struct {
	report *contractcheck.Report
	err    error
}

// checkAll checks the files and joins their reports in the order of the
// arguments. It says on standard error what could not be read, a line a file,
// and reports whether all was read in full.
func (j *checkJob) checkAll(ctx context.Context) (*contractcheck.Report, bool) {
	outcomes := j.runAll(ctx)
	var joined *contractcheck.Report
	complete := true
	for _, o := range outcomes {
		if o.err != nil {
			j.app.complain(o.err)
			complete = false
		}
		switch {
		case o.report == nil:
		case joined == nil:
			joined = o.report
		default:
			joined.Documents = append(joined.Documents, o.report.Documents...)
		}
	}
	if joined == nil {
		return &contractcheck.Report{}, complete
	}
	return joined, complete
}

// runAll checks as many files at a time as there are processors.
func (j *checkJob) runAll(ctx context.Context) []outcome {
	outcomes := make([]outcome, len(j.files))
	defer j.progress.clear()
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(j.files)) {
		workers.Go(func() {
			for i := range next {
				outcomes[i] = j.checkFile(ctx, j.files[i])
				j.progress.step()
			}
		})
	}
	for i := range j.files {
		next <- i
	}
	close(next)
	workers.Wait()
	return outcomes
}

func (j *checkJob) checkFile(ctx context.Context, file string) outcome {
	doc, err := j.app.read(ctx, j.reader, file)
	if noDocument(err) {
		return outcome{err: err}
	}
	doc.Kind = j.kind
	report, checkErr := j.library.Check(ctx, doc)
	if checkErr != nil {
		return outcome{err: checkErr}
	}
	if err == nil {
		err = unread(doc)
	}
	if d := report.Documents[0]; err == nil && d.Coverage < 1 {
		err = fmt.Errorf("%s: not all of it could be judged; the notes of the report say what", d.File)
	}
	return outcome{report, err}
}

package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"example.org/contractcheck/contractcheck"
)

// checkJob checks files in parallel, or all of them as one contract.
type checkJob struct {
	app      *app
	library  *contractcheck.Library
	reader   contractcheck.Reader
	progress *progress
	kind     contractcheck.Kind
	files    []string
	whole    bool // the files are one contract
}

// outcome is what became of one file, or of a package. Report is nil if it could
// not be judged; what was not read in full has both a report and errors.
type outcome struct {
	report *contractcheck.Report
	errs   []error
}

// checkAll checks the files and joins their reports in the order of the
// arguments. It says on standard error what could not be read, a line a file,
// and reports whether all was read in full.
func (j *checkJob) checkAll(ctx context.Context) (*contractcheck.Report, bool) {
	outcomes := j.run(ctx)
	var joined *contractcheck.Report
	complete := true
	for _, o := range outcomes {
		for _, err := range o.errs {
			j.app.complain(err)
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

// run checks the files, and leaves no trace of the progress behind.
func (j *checkJob) run(ctx context.Context) []outcome {
	defer j.progress.clear()
	if j.whole {
		return []outcome{j.checkPackage(ctx)}
	}
	return j.runAll(ctx)
}

// runAll checks as many files at a time as there are processors.
func (j *checkJob) runAll(ctx context.Context) []outcome {
	outcomes := make([]outcome, len(j.files))
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

// checkFile checks the documents of a file, each by itself.
func (j *checkJob) checkFile(ctx context.Context, file string) outcome {
	docs, err := j.app.read(ctx, j.reader, file)
	if len(docs) == 0 {
		return outcome{errs: []error{err}}
	}
	return j.judge(ctx, docs, docs, err)
}

// checkPackage checks the documents of all files as one contract. A file that
// cannot be read leaves nothing to judge: the contract would lack it.
func (j *checkJob) checkPackage(ctx context.Context) outcome {
	var docs []*contractcheck.Document
	var errs []error
	for _, file := range j.files {
		more, err := j.app.read(ctx, j.reader, file)
		if err != nil {
			errs = append(errs, err)
		}
		docs = append(docs, more...)
		j.progress.step()
	}
	if len(errs) > 0 {
		return outcome{errs: errs}
	}
	return j.judge(ctx, []*contractcheck.Document{contractcheck.Package(packageName(j.files), docs...)}, docs, nil)
}

// packageName is what a report calls the package of files.
func packageName(files []string) string {
	switch n := len(files); n {
	case 1:
		return files[0]
	case 2:
		return files[0] + " and " + files[1]
	default:
		return fmt.Sprintf("%s and %d more files", files[0], n-1)
	}
}

// judge checks documents that were read from files. Err is that of reading them,
// if any.
func (j *checkJob) judge(ctx context.Context, docs, read []*contractcheck.Document, err error) outcome {
	for _, doc := range docs {
		doc.Kind = j.kind
	}
	report, checkErr := j.library.Check(ctx, docs...)
	if checkErr != nil {
		return outcome{errs: []error{checkErr}}
	}
	if err != nil {
		return outcome{report, []error{err}}
	}
	var errs []error
	for _, doc := range read {
		if err := unread(doc); err != nil {
			errs = append(errs, err)
		}
	}
	for _, d := range report.Documents {
		switch {
		case len(d.Files) > 0 && len(d.Absent) > 0:
			errs = append(errs, absent(&d))
		case d.Coverage < 1 && len(errs) == 0:
			errs = append(errs, fmt.Errorf("%s: not all of it could be judged; the notes of the report say what", d.File))
		}
	}
	return outcome{report, errs}
}

// absent returns an error that names the parts which a document refers to and
// which are not there, or nil if there are none.
func absent(d *contractcheck.DocumentReport) error {
	if len(d.Absent) == 0 {
		return nil
	}
	names := make([]string, len(d.Absent))
	for i, a := range d.Absent {
		names[i] = a.Name
	}
	hint := ""
	if len(d.Files) == 0 {
		hint = "; check the files of a contract together with --package"
	}
	return fmt.Errorf("%s: it refers to what is not there: %s%s", d.File, strings.Join(names, ", "), hint)
}

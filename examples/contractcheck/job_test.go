package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// The line of the progress counts files, and is gone before the report is
// written over it.
func TestProgressOfJob(t *testing.T) {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	files := []string{filepath.Join(folders["PACKAGE"], "1-master-agreement.md"), filepath.Join(folders["PACKAGE"], "3-order-form.txt")}
	for name, whole := range map[string]bool{"each by itself": false, "a package": true} {
		t.Run(name, func(t *testing.T) {
			var shown, stderr bytes.Buffer
			job := &checkJob{app: &app{stderr: &stderr}, library: library, progress: &progress{out: &shown, total: len(files)}, files: files, whole: whole}
			job.checkAll(t.Context())
			assert.Contains(t, shown.String(), "2 of 2 files")
			assert.True(t, strings.HasSuffix(shown.String(), clearLine))
		})
	}
}

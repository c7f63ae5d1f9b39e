package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// renderers are all the ways to write a report, by the ending of the golden
// files.
var renderers = map[string]func(io.Writer, *contractcheck.Report) error{
	"json": report.JSON,
	"md":   report.Markdown,
	"txt":  text(report.TextOptions{}),
	"full.txt": text(report.TextOptions{
		Full: true, Width: 100,
	}),
	"narrow.txt": text(report.TextOptions{
		Color: true, Width: 50,
	}),
}

func text(o report.TextOptions) func(io.Writer, *contractcheck.Report) error {
	return func(w io.Writer, r *contractcheck.Report) error { return report.Text(w, r, o) }
}

// goldens names the endings that are kept of each fixture.
var goldens = map[string][]string{
	"contract": {"json", "md", "txt", "full.txt", "narrow.txt"},
	"several":  {"md", "txt"},
	"hostile":  {"md", "txt"},
	"state":    {"json", "md", "txt", "full.txt"},
	"empty":    {"json", "md", "txt"},
}

func TestGolden(t *testing.T) {
	for name, r := range fixtures() {
		for _, ending := range goldens[name] {
			render := renderers[ending]
			t.Run(name+"."+ending, func(t *testing.T) {
				var got bytes.Buffer
				require.NoError(t, render(&got, r))
				compareGolden(t, filepath.Join("testdata", name+"."+ending), got.String())
			})
		}
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o666))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run go test -update to write it")
	assert.Equal(t, string(want), got)
}

// A renderer only reads the report and gives the same bytes twice.
func TestRenderersArePure(t *testing.T) {
	for name, r := range fixtures() {
		before, err := json.Marshal(r)
		require.NoError(t, err)
		for ending, render := range renderers {
			var first, second bytes.Buffer
			require.NoError(t, render(&first, r))
			require.NoError(t, render(&second, r))
			assert.Equal(t, first.String(), second.String(), "%s.%s", name, ending)
			after, err := json.Marshal(r)
			require.NoError(t, err)
			assert.Equal(t, string(before), string(after), "%s.%s changed the report", name, ending)
			assert.Equal(t, fixtures()[name], r, "%s.%s changed the report", name, ending)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestRenderersReturnTheWritersError(t *testing.T) {
	for ending, render := range renderers {
		assert.ErrorIs(t, render(brokenWriter{}, reportOf(agreement())), io.ErrClosedPipe, ending)
	}
}

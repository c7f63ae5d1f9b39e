package contractcheck_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

func TestLoadLibraryShipped(t *testing.T) {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	assert.NotEmpty(t, library.Clauses())
	for _, c := range library.Clauses() {
		for _, r := range c.Requirements {
			assert.NotZero(t, r.Severity, r.ID)
			assert.NotEmpty(t, r.Applies, r.ID)
			assert.NotContains(t, r.Fill(r.Model), "{", r.ID)
		}
	}
}

func TestLoadLibraryReadsClauses(t *testing.T) {
	library := smallLibrary(t)
	all := library.Clauses()
	require.Len(t, all, 2)
	assert.Equal(t, []string{"lending", "notices"}, []string{all[0].ID, all[1].ID})
	r, ok := library.Requirement("outage-notice-days")
	require.True(t, ok)
	assert.Equal(t, contractcheck.Critical, r.Severity)
	assert.Equal(t, []contractcheck.Kind{contractcheck.Contract, contractcheck.License}, r.Applies)
	assert.Equal(t, []contractcheck.Param{{Name: "min_days", Value: 7, Min: 1, Max: 60, Why: "A week is what a branch needs."}}, r.Params)
	assert.Equal(t, "Please announce outages 7 days ahead.", r.Fill(r.Ask))
	_, ok = library.Requirement("outage-notice")
	assert.False(t, ok)
	assert.Equal(t, "outage-notice-days", library.Suggest("outage-notice"))
	assert.Empty(t, library.Suggest("breach"))
}

func TestLoadLibraryErrors(t *testing.T) {
	tests := map[string]struct {
		change func(t *testing.T, files fstest.MapFS)
		want   []string // the beginnings of the errors, in their order
	}{
		"another name than the file's": {
			func(t *testing.T, files fstest.MapFS) { edit(t, files, "lending.yaml", "id: lending", "id: loans") },
			[]string{`lending.yaml:1:1: id: read "loans", expected "lending"`},
		},
		"an id that another file has": {
			func(t *testing.T, files fstest.MapFS) {
				edit(t, files, "notices.yaml", "id: newsletter-monthly", "id: lending-free")
			},
			[]string{`notices.yaml:30:5: requirement "lending-free" stands in lending.yaml:6:5 already`},
		},
		"errors of several files and kinds": {
			func(t *testing.T, files fstest.MapFS) {
				edit(t, files, "notices.yaml", "weight: 6", "weight: 60")
				edit(t, files, "notices.yaml", "severity: desirable", "severity: mild")
				edit(t, files, "lending.yaml", "pattern: loans are free", "pattern: <books> are free")
			},
			[]string{"lending.yaml:18:19: unknown term", "notices.yaml:12:13: weight", "notices.yaml:35:15: severity"},
		},
		"faulty terms beside a faulty clause": {
			func(t *testing.T, files fstest.MapFS) {
				files["terms.yaml"] = &fstest.MapFile{Data: []byte("partys: {a: [b]}\n")}
				edit(t, files, "notices.yaml", "weight: 6", "weight: 60")
			},
			[]string{"notices.yaml:12:13: weight", "terms.yaml:1:1: "},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			files := smallFiles(t)
			tt.change(t, files)
			library, err := contractcheck.LoadLibrary(files)
			require.Error(t, err)
			assert.Nil(t, library)
			var syntax *contractcheck.SyntaxError
			assert.ErrorAs(t, err, &syntax)
			lines := strings.Split(err.Error(), "\n")
			require.Len(t, lines, len(tt.want), err.Error())
			for i, line := range lines {
				assert.True(t, strings.HasPrefix(line, tt.want[i]), "read %q, want %q", line, tt.want[i])
			}
		})
	}
}

func TestLoadLibraryNeedsFiles(t *testing.T) {
	_, err := contractcheck.LoadLibrary(fstest.MapFS{})
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "terms.yaml")
	files := smallFiles(t)
	delete(files, "lending.yaml")
	delete(files, "notices.yaml")
	_, err = contractcheck.LoadLibrary(files)
	assert.ErrorContains(t, err, "no clause file")
}

// brokenFile fails when one file is read.
type brokenFile struct {
	fstest.MapFS
	name string
}

func (b brokenFile) ReadFile(name string) ([]byte, error) {
	if name == b.name {
		return nil, errors.New("disk on fire")
	}
	return b.MapFS.ReadFile(name)
}

func TestLoadLibraryNamesUnreadableFile(t *testing.T) {
	_, err := contractcheck.LoadLibrary(brokenFile{smallFiles(t), "lending.yaml"})
	assert.ErrorContains(t, err, "lending.yaml: disk on fire")
}

func TestLibraryHash(t *testing.T) {
	hash := func(change func(fstest.MapFS)) string {
		files := smallFiles(t)
		change(files)
		library, err := contractcheck.LoadLibrary(files)
		require.NoError(t, err)
		report, err := library.Check(t.Context())
		require.NoError(t, err)
		return report.Library.SHA256
	}
	same := func(fstest.MapFS) {}
	assert.Equal(t, hash(same), hash(same))
	assert.Equal(t, hash(same), hash(func(f fstest.MapFS) { f["profiles/x.yaml"] = &fstest.MapFile{Data: []byte("id: x")} }))
	assert.NotEqual(t, hash(same), hash(func(f fstest.MapFS) { edit(t, f, "lending.yaml", "weight: 2", "weight: 3") }))
	assert.Equal(t, hash(same), hash(func(f fstest.MapFS) { addZenda(f, zenda) }), "a state has a hash of its own")
	assert.NotEqual(t, hash(same), hash(func(f fstest.MapFS) { delete(f, "lending.yaml") }))
}

// What a caller changes in a copy does not reach the library.
func TestLibraryGivesCopies(t *testing.T) {
	library := smallLibrary(t)
	want := library.Clauses()
	spoiled := library.Clauses()
	spoiled[0].Sources[0].Title = "mine"
	r := &spoiled[1].Requirements[0]
	r.Params[0].Value, r.Applies[0], r.Sources[0].Title, r.Weight = 1, contractcheck.Policy, "mine", 0
	single, _ := library.Requirement("outage-notice-days")
	single.Params[0].Value, single.Applies[0] = 1, contractcheck.Policy
	assert.Equal(t, want, library.Clauses())
}

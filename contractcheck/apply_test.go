package contractcheck_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// head begins every profile of the tests; line 4 is the first behind it.
const head = "id: county\ntitle: County\nwhy: The Board says so.\n"

func parseProfile(t testing.TB, body string) *contractcheck.Profile {
	t.Helper()
	p, err := contractcheck.ParseProfile("county.yaml", []byte(head+body))
	require.NoError(t, err)
	return p
}

func apply(t testing.TB, library *contractcheck.Library, body, today string) *contractcheck.Library {
	t.Helper()
	p := parseProfile(t, body)
	p.Today = today
	applied, err := library.Apply(p)
	require.NoError(t, err)
	return applied
}

// shippedFiles returns the names of the profiles that ship, or of the states.
func shippedFiles(t *testing.T, states bool) []string {
	files, err := fs.Glob(clauses.FS, "profiles/*.yaml")
	require.NoError(t, err)
	files = slices.DeleteFunc(files, func(name string) bool {
		return strings.HasPrefix(name, "profiles/state-") != states
	})
	require.NotEmpty(t, files)
	return files
}

func TestShippedProfilesApply(t *testing.T) {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	for _, name := range shippedFiles(t, false) {
		data, err := fs.ReadFile(clauses.FS, name)
		require.NoError(t, err)
		p, err := contractcheck.ParseProfile(name, data)
		require.NoError(t, err)
		assert.Equal(t, "profiles/"+p.ID+".yaml", name)
		_, err = library.Apply(p)
		assert.NoError(t, err)
	}
}

func TestApplySets(t *testing.T) {
	library := smallLibrary(t)
	before := library.Clauses()
	applied := apply(t, library, "params: {outage-notice-days: {min_days: 14}}\nweights: {lending-free: 0}\n", "")
	r, _ := applied.Requirement("outage-notice-days")
	assert.Equal(t, 14.0, r.Params[0].Value)
	assert.Equal(t, "Please announce outages 14 days ahead.", r.Fill(r.Ask))
	r, _ = applied.Requirement("lending-free")
	assert.Zero(t, r.Weight)
	assert.Equal(t, before, library.Clauses(), "the library was changed")
}

func TestApplyPicksClauses(t *testing.T) {
	applied := apply(t, smallLibrary(t), "clauses: [notices]\n", "")
	d := check(t, applied, "The Vendor shall announce every outage. All loans are free.")
	assert.Equal(t, map[string]contractcheck.Verdict{
		"outage-notice-days": contractcheck.Satisfied, "newsletter-monthly": contractcheck.Missing,
	}, verdicts(d))
}

// A second profile stands in for the first, because a report names only one.
func TestApplyReplacesProfile(t *testing.T) {
	library := smallLibrary(t)
	first := apply(t, library, "clauses: [notices]\nparams: {outage-notice-days: {min_days: 14}}\n", "").Nearest(0)
	second := apply(t, first, "weights: {lending-free: 9}\n", "")
	r, ok := second.Requirement("lending-free")
	require.True(t, ok)
	assert.Equal(t, 9, r.Weight)
	r, _ = second.Requirement("outage-notice-days")
	assert.Equal(t, 7.0, r.Params[0].Value)
	assert.Empty(t, check(t, second, "Nothing.").Findings[0].Near, "Nearest(0) is no matter of profiles")
}

func TestApplyNamesProfile(t *testing.T) {
	library := smallLibrary(t)
	report, err := library.Check(t.Context())
	require.NoError(t, err)
	assert.Nil(t, report.Profile)
	report, err = apply(t, library, "", "").Check(t.Context())
	require.NoError(t, err)
	require.NotNil(t, report.Profile)
	assert.Equal(t, "county", report.Profile.ID)
	other, err := apply(t, library, "weights: {lending-free: 9}\n", "").Check(t.Context())
	require.NoError(t, err)
	assert.NotEqual(t, report.Profile.SHA256, other.Profile.SHA256)
	assert.Equal(t, report.Library.SHA256, other.Library.SHA256)
}

func TestApplyErrors(t *testing.T) {
	tests := map[string]struct {
		body string
		want []string
	}{
		"unknown clause":      {"clauses: [notice, notices]\n", []string{`county.yaml:4:11: unknown clause "notice": did you mean "notices"?`}},
		"nothing like it":     {"clauses: [zzz]\n", []string{`county.yaml:4:11: unknown clause "zzz"`}},
		"unknown requirement": {"weights: {outage-notice-hours: 3}\n", []string{`county.yaml:4:11: unknown requirement "outage-notice-hours": did you mean "outage-notice-days"?`}},
		"unknown parameter":   {"params: {outage-notice-days: {min_day: 3}}\n", []string{`county.yaml:4:31: unknown parameter "min_day" of outage-notice-days: did you mean "min_days"?`}},
		"no parameters":       {"params: {lending-free: {max_fee: 3}}\n", []string{`county.yaml:4:25: unknown parameter "max_fee": lending-free has none`}},
		"out of bounds":       {"params: {outage-notice-days: {min_days: 61}}\n", []string{`county.yaml:4:31: min_days of outage-notice-days: read 61, expected 1 to 60`}},
		"clause not picked":   {"clauses: [lending]\nweights: {outage-notice-days: 3}\n", []string{`county.yaml:5:11: requirement "outage-notice-days" is of the clause "notices", which the profile does not pick`}},
		"once for all of its parameters": {
			"params: {outage: {a: 1, b: 2}}\n", []string{`county.yaml:4:19: unknown requirement "outage"`},
		},
		"all at once, by line": {
			"accept:\n  - {requirement: lending-fre, reason: r, by: b, until: 2027-01-01}\nweights: {outage-notice-day: 3}\nparams: {outage-notice-days: {min_days: 0}}\n",
			[]string{"county.yaml:5:5: unknown requirement", "county.yaml:6:11: unknown requirement", "county.yaml:7:31: min_days of"},
		},
	}
	library := smallLibrary(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			applied, err := library.Apply(parseProfile(t, tt.body))
			require.Error(t, err)
			assert.Nil(t, applied)
			lines := strings.Split(err.Error(), "\n")
			require.Len(t, lines, len(tt.want), err.Error())
			for i, line := range lines {
				assert.True(t, strings.HasPrefix(line, tt.want[i]), "read %q, want %q", line, tt.want[i])
			}
		})
	}
}

func TestProfileErrors(t *testing.T) {
	for name, tt := range map[string]struct{ body, want string }{
		"a parameter set twice":      {"params:\n  outage-notice-days: {min_days: 3}\n  outage-notice-days: {min_days: 4}\n", "county.yaml:6:3:"},
		"a weight set twice":         {"weights: {lending-free: 3, lending-free: 4}\n", "county.yaml:4:28:"},
		"a clause picked twice":      {"clauses: [lending, lending]\n", "county.yaml:4:20:"},
		"a finding accepted twice":   {"accept:\n  - {requirement: a, reason: r, by: b, until: 2027-01-01}\n  - {requirement: a, reason: r, by: b, until: 2027-01-01}\n", "county.yaml:6:19:"},
		"a weight out of its bounds": {"weights: {lending-free: 11}\n", "county.yaml:4:25:"},
		"an unknown key":             {"weigths: {lending-free: 1}\n", "county.yaml:4:1:"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := contractcheck.ParseProfile("county.yaml", []byte(head+tt.body))
			require.Error(t, err)
			assert.True(t, strings.HasPrefix(err.Error(), tt.want), "read %q, want %q", err, tt.want)
		})
	}
}

func TestApplyRefusesHalfProfiles(t *testing.T) {
	library := smallLibrary(t)
	_, err := library.Apply(&contractcheck.Profile{ID: "mine"})
	assert.ErrorContains(t, err, "ParseProfile")
	p := parseProfile(t, "")
	p.Today = "2026-02-30"
	_, err = library.Apply(p)
	assert.ErrorContains(t, err, `read "2026-02-30"`)
}

func TestAcceptanceExpires(t *testing.T) {
	const body = "accept:\n  - {requirement: outage-notice-days, reason: small town, by: Board, until: 2027-06-30}\n"
	tests := map[string]struct {
		today   string
		expired bool
		grade   contractcheck.Grade
		score   int // of newsletter-monthly, weight 2, and lending-free, weight 2, or of all
	}{
		"before the last day": {"2027-06-29", false, contractcheck.Ready, 50},
		"on the last day":     {"2027-06-30", false, contractcheck.Ready, 50},
		"after it":            {"2027-07-01", true, contractcheck.Reject, 20},
		"on an unknown day":   {"", true, contractcheck.Reject, 20},
	}
	library := smallLibrary(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := check(t, apply(t, library, body, tt.today), "Outages are never announced.\n\nAll loans are free.\n")
			f := d.Findings[1]
			require.Equal(t, "outage-notice-days", f.Requirement)
			assert.Equal(t, contractcheck.Contradicted, f.Verdict, "an accepted finding stays visible")
			require.NotNil(t, f.Accepted)
			assert.Equal(t, tt.expired, f.Accepted.Expired)
			assert.Equal(t, tt.grade, d.Grade)
			assert.Equal(t, tt.score, d.Score)
		})
	}
}

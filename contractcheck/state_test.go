package contractcheck_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

// zenda asks for longer notice of outages than the small library does.
const zenda = `state: ZZ
title: Zenda
law:
  - requirement: outage-notice-days
    params: {min_days: 14}
    note: Towns hear of outages two weeks ahead.
    source: {title: Zenda Code, section: "12"}
    status: second-hand
  - requirement: lending-free
    note: Loans are free.
    source: {title: Zenda Code, section: "13"}
    status: statute
`

const zendaFile = "profiles/state-zz.yaml"

func addZenda(files fstest.MapFS, state string) {
	files[zendaFile] = &fstest.MapFile{Data: []byte(state)}
}

func libraryIn(t *testing.T, state string) *contractcheck.Library {
	t.Helper()
	files := smallFiles(t)
	addZenda(files, state)
	library, err := contractcheck.LoadLibrary(files)
	require.NoError(t, err)
	return library
}

// A number of a law holds where it is stricter than the clause file's, which is
// 7, and never over the profile's own.
func TestApplyState(t *testing.T) {
	tests := map[string]struct {
		law, body string
		want      float64
	}{
		"stricter than the clause file": {"min_days: 14", "state: ZZ\n", 14},
		"looser than the clause file":   {"min_days: 3", "state: ZZ\n", 7},
		"the profile is stricter":       {"min_days: 14", "state: ZZ\nparams: {outage-notice-days: {min_days: 20}}\n", 20},
		"the profile is looser":         {"min_days: 14", "state: ZZ\nparams: {outage-notice-days: {min_days: 2}}\n", 2},
		"no state":                      {"min_days: 14", "", 7},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			library := libraryIn(t, strings.Replace(zenda, "min_days: 14", tt.law, 1))
			r, ok := apply(t, library, tt.body, "").Requirement("outage-notice-days")
			require.True(t, ok)
			assert.Equal(t, tt.want, r.Params[0].Value)
			assert.Equal(t, tt.body != "", len(r.Law) == 1, "the note stands beside any number")
		})
	}
}

func TestReportNamesState(t *testing.T) {
	library := libraryIn(t, zenda)
	before := library.Clauses()
	applied := apply(t, library, "state: ZZ\n", "")
	report, err := applied.Check(t.Context(), readText(t, "The Vendor shall announce every outage 10 days ahead."))
	require.NoError(t, err)
	assert.Equal(t, "county", report.Profile.ID)
	require.NotNil(t, report.State)
	assert.Equal(t, contractcheck.StateRef{Code: "ZZ", Title: "Zenda", SHA256: report.State.SHA256}, *report.State)
	assert.Len(t, report.State.SHA256, 64)
	laws := map[string][]contractcheck.Law{}
	for _, f := range report.Documents[0].Findings {
		if f.Law != nil {
			laws[f.Requirement] = f.Law
		}
	}
	assert.Equal(t, map[string][]contractcheck.Law{
		"outage-notice-days": {{
			State: "Zenda", Note: "Towns hear of outages two weeks ahead.", Param: "min_days", Value: 14,
			Source: "Zenda Code, 12", SecondHand: true,
		}},
		"lending-free": {{State: "Zenda", Note: "Loans are free.", Source: "Zenda Code, 13"}},
	}, laws)
	assert.Equal(t, "Zenda: Towns hear of outages two weeks ahead. (Zenda Code, 12; read second-hand)", laws["outage-notice-days"][0].String())
	assert.Equal(t, before, library.Clauses(), "the library was changed")
	again, err := apply(t, applied, "", "").Check(t.Context())
	require.NoError(t, err)
	assert.Nil(t, again.State, "a second profile stands in for the first")
}

// The caller may name the state, also without a profile.
func TestApplyStateOfCaller(t *testing.T) {
	library := libraryIn(t, zenda)
	alone, err := library.Apply(&contractcheck.Profile{State: "ZZ"})
	require.NoError(t, err)
	report, err := alone.Check(t.Context())
	require.NoError(t, err)
	assert.Nil(t, report.Profile)
	assert.Equal(t, "Zenda", report.State.Title)

	p := parseProfile(t, "clauses: [lending]\n")
	p.State = "ZZ"
	picked, err := library.Apply(p)
	require.NoError(t, err, "a law on what the profile does not pick is left out")
	r, _ := picked.Requirement("lending-free")
	assert.Len(t, r.Law, 1)
}

func TestApplyStateErrors(t *testing.T) {
	tests := map[string]struct {
		edit, to    string // of the state's file
		body, asked string
		want        string
	}{
		"unknown state":     {body: "state: QQ\n", want: `county.yaml:4:8: state: unknown state "QQ": the clause library has ZZ`},
		"asked for":         {asked: "QQ", want: `state: unknown state "QQ": the clause library has ZZ`},
		"another asked for": {body: "state: ZZ\n", asked: "QQ", want: `county.yaml:4:8: state: read "ZZ", but "QQ" was asked for`},
		"taken away":        {body: "state: ZZ\n", asked: "-", want: `county.yaml:4:8: state: read "ZZ", but "" was asked for`},
		"unknown requirement": {
			edit: "outage-notice-days", to: "outage-notice-hours", body: "state: ZZ\n",
			want: `profiles/state-zz.yaml:4:18: unknown requirement "outage-notice-hours": did you mean "outage-notice-days"?`,
		},
		"unknown parameter": {
			edit: "min_days", to: "min_day", body: "state: ZZ\n",
			want: `profiles/state-zz.yaml:5:14: unknown parameter "min_day" of outage-notice-days: did you mean "min_days"?`,
		},
		"out of bounds": {
			edit: "14", to: "61", body: "state: ZZ\n",
			want: `profiles/state-zz.yaml:5:14: min_days of outage-notice-days: read 61, expected 1 to 60`,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := parseProfile(t, tt.body)
			if tt.asked != "" {
				p.State = strings.Trim(tt.asked, "-")
			}
			applied, err := libraryIn(t, strings.Replace(zenda, tt.edit, tt.to, 1)).Apply(p)
			assert.EqualError(t, err, tt.want)
			assert.Nil(t, applied)
		})
	}
	_, err := smallLibrary(t).Apply(&contractcheck.Profile{State: "ZZ"})
	assert.EqualError(t, err, `state: unknown state "ZZ": the clause library has none`)
}

func TestLoadLibraryChecksStates(t *testing.T) {
	for name, tt := range map[string]struct{ edit, to, want string }{
		"another name": {"state: ZZ", "state: QQ", `profiles/state-zz.yaml:1:8: state: read "QQ", expected "ZZ", as the name of the file says`},
		"unverified":   {"status: statute", "status: guess", `profiles/state-zz.yaml:12:13: status: unknown value "guess": expected statute or second-hand`},
	} {
		t.Run(name, func(t *testing.T) {
			files := smallFiles(t)
			addZenda(files, strings.Replace(zenda, tt.edit, tt.to, 1))
			_, err := contractcheck.LoadLibrary(files)
			assert.EqualError(t, err, tt.want)
		})
	}
	files := smallFiles(t)
	addZenda(files, zenda)
	_, err := contractcheck.LoadLibrary(brokenFile{files, zendaFile})
	assert.ErrorContains(t, err, zendaFile+": disk on fire")
}

// Every state that ships applies, and no law loosens a number or changes a weight.
func TestShippedStatesApply(t *testing.T) {
	library := shippedLibrary(t)
	for _, file := range shippedFiles(t, true) {
		code := strings.ToUpper(strings.TrimSuffix(strings.TrimPrefix(file, "profiles/state-"), ".yaml"))
		applied, err := library.Apply(&contractcheck.Profile{State: code})
		require.NoError(t, err)
		laws := 0
		for _, c := range applied.Clauses() {
			for _, r := range c.Requirements {
				laws += len(r.Law)
				requireNotLooser(t, library, r)
			}
		}
		assert.NotZero(t, laws, code)
	}
}

func requireNotLooser(t *testing.T, library *contractcheck.Library, r contractcheck.Requirement) {
	t.Helper()
	was, ok := library.Requirement(r.ID)
	require.True(t, ok)
	require.Equal(t, was.Weight, r.Weight)
	for i, p := range r.Params {
		if strings.HasPrefix(p.Name, "max_") {
			require.LessOrEqual(t, p.Value, was.Params[i].Value, r.ID)
		} else {
			require.GreaterOrEqual(t, p.Value, was.Params[i].Value, r.ID)
		}
	}
}

package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// libraryFlags say which clause library judges, and with which profile.
type libraryFlags struct {
	clauses string // folder; empty for the library that is built in
	profile string // file, or the name of a profile of the library
	state   string // two letters; empty for the one that the profile names
	today   string
	finds   bool   // whether the command looks with a finder
	finder  string // file of a trained model; empty for the one that is built in
}

func (f *libraryFlags) addClauses(flags *pflag.FlagSet) {
	flags.StringVar(&f.clauses, "clauses", "", "judge by the clause library in `DIR` instead of the built-in one")
}

func (f *libraryFlags) addProfile(flags *pflag.FlagSet) {
	flags.StringVar(&f.profile, "profile", "", "apply the profile in `FILE`, or the one of that name that comes with the\nclause library: "+listOf(shippedProfiles(clauses.FS)))
	flags.StringVar(&f.state, "state", "", "build the profile on the law of `STATE`, two letters; the clause library has:\n"+listOf(shippedStates(clauses.FS)))
	flags.StringVar(&f.today, "today", "", "the `DATE` (YYYY-MM-DD) by which acceptances have expired (default the current day)")
}

func (f *libraryFlags) addFinder(flags *pflag.FlagSet) {
	f.finds = true
	flags.StringVar(&f.finder, "finder", "", "look for what no rule reads with the finder in `FILE`, which the command train\nmakes, instead of the built-in one; none for no finder")
}

// fsys returns the files of the clause library.
func (f *libraryFlags) fsys() fs.FS {
	if f.clauses == "" {
		return clauses.FS
	}
	return os.DirFS(f.clauses)
}

// load returns the library with the profile applied, and with the finder.
func (f *libraryFlags) load() (*contractcheck.Library, error) {
	today, err := f.date()
	if err != nil {
		return nil, err
	}
	library, err := contractcheck.LoadLibrary(f.fsys())
	if err != nil {
		return nil, err
	}
	if f.profile != "" || f.state != "" {
		if library, err = f.apply(library, today); err != nil {
			return nil, err
		}
	}
	if !f.finds {
		return library, nil
	}
	finder, err := f.readFinder()
	if err != nil {
		return nil, err
	}
	return library.WithFinder(finder), nil
}

// apply applies the profile and the law of the state.
func (f *libraryFlags) apply(library *contractcheck.Library, today string) (*contractcheck.Library, error) {
	profile, err := f.parseProfile()
	if err != nil {
		return nil, err
	}
	profile.Today = today
	if f.state != "" {
		profile.State = strings.ToUpper(f.state)
	}
	return library.Apply(profile)
}

// parseProfile returns the profile that was asked for, or an empty one.
func (f *libraryFlags) parseProfile() (*contractcheck.Profile, error) {
	if f.profile == "" {
		return &contractcheck.Profile{}, nil
	}
	data, err := f.readProfile()
	if err != nil {
		return nil, err
	}
	return contractcheck.ParseProfile(f.profile, data)
}

// noFinder is the name that stands for no finder.
const noFinder = "none"

// readFinder reads the finder that was asked for; it is nil for none.
func (f *libraryFlags) readFinder() (*contractcheck.Finder, error) {
	switch f.finder {
	case noFinder:
		return nil, nil
	case "":
		return contractcheck.ReadFinder(bytes.NewReader(clauses.Finder))
	}
	file, err := os.Open(f.finder)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	finder, err := contractcheck.ReadFinder(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.finder, err)
	}
	return finder, nil
}

// date returns the day that was given, or the current one.
func (f *libraryFlags) date() (string, error) {
	if f.today == "" {
		return time.Now().Format(time.DateOnly), nil
	}
	if _, err := time.Parse(time.DateOnly, f.today); err != nil {
		return "", fmt.Errorf("--today: read %q, expected a date that exists, as YYYY-MM-DD", f.today)
	}
	return f.today, nil
}

// readProfile reads the profile's file or, if there is no such file, the
// profile of that name in the clause library.
func (f *libraryFlags) readProfile() ([]byte, error) {
	data, err := os.ReadFile(f.profile)
	if !errors.Is(err, fs.ErrNotExist) {
		return data, err
	}
	names := shippedProfiles(f.fsys())
	if slices.Contains(names, f.profile) {
		return fs.ReadFile(f.fsys(), path.Join("profiles", f.profile+".yaml"))
	}
	return nil, fmt.Errorf("%s: no such file, and no profile of that name; the clause library has: %s", f.profile, listOf(names))
}

// statePrefix begins the names of the files of states, which stand beside the
// profiles of a clause library.
const statePrefix = "state-"

// shippedProfiles returns the names of a clause library's profiles.
func shippedProfiles(fsys fs.FS) []string {
	return slices.DeleteFunc(profileFiles(fsys), func(name string) bool { return strings.HasPrefix(name, statePrefix) })
}

// shippedStates returns the letters of the states that a clause library has.
func shippedStates(fsys fs.FS) []string {
	var states []string
	for _, name := range profileFiles(fsys) {
		if letters, ok := strings.CutPrefix(name, statePrefix); ok {
			states = append(states, strings.ToUpper(letters))
		}
	}
	return states
}

// profileFiles returns the names of the files beside the profiles, without their
// ending.
func profileFiles(fsys fs.FS) []string {
	files, err := fs.Glob(fsys, "profiles/*.yaml")
	if err != nil {
		return nil // only for a bad pattern
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	return names
}

func listOf(names []string) string {
	return cmp.Or(strings.Join(names, ", "), "none")
}

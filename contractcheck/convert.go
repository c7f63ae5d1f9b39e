package contractcheck

import "example.org/contractcheck/contractcheck/internal/clausefile"

// clauseOf returns a clause as the API shows it, with its file's own numbers.
func clauseOf(f *clausefile.Clause) Clause {
	c := Clause{ID: f.ID, Title: f.Title, Why: f.Why, Sources: sourcesOf(f.Sources)}
	for i := range f.Requirements {
		c.Requirements = append(c.Requirements, requirementOf(&f.Requirements[i]))
	}
	return c
}

func requirementOf(f *clausefile.Requirement) Requirement {
	r := Requirement{
		ID: f.ID, Title: f.Title, Statement: f.Statement, Why: f.Why, Ask: f.Ask, Model: f.Model,
		Severity: severityOf(f.Severity.Value), Weight: f.Weight, Sources: sourcesOf(f.Sources),
	}
	for _, kind := range f.Applies {
		r.Applies = append(r.Applies, Kind(kind.Value))
	}
	for _, p := range f.Params {
		r.Params = append(r.Params, Param{Name: p.Name, Value: p.Default, Min: p.Min, Max: p.Max, Why: p.Why})
	}
	return r
}

// severityOf returns the severity of that name. The parser lets no other
// through; if it did, the zero severity keeps a report from being written.
func severityOf(name string) Severity {
	var s Severity
	if s.UnmarshalText([]byte(name)) != nil {
		return 0
	}
	return s
}

func sourcesOf(files []clausefile.Source) []Source {
	var sources []Source
	for _, f := range files {
		sources = append(sources, Source(f))
	}
	return sources
}

package report_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("schema.json", doc))
	s, err := c.Compile("schema.json")
	require.NoError(t, err)
	return s
}

func TestSchemaTakesReports(t *testing.T) {
	s := compileSchema(t)
	for name, r := range fixtures() {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(jsonOf(t, r)))
		require.NoError(t, err)
		assert.NoError(t, s.Validate(doc), name)
	}
}

// object is a JSON object as it is decoded.
type object = map[string]any

func TestSchemaRefusesAltered(t *testing.T) {
	document := func(r object) object { return r["documents"].([]any)[0].(object) }
	finding := func(r object) object { return document(r)["findings"].([]any)[0].(object) }
	evidence := func(r object) object { return finding(r)["evidence"].([]any)[0].(object) }
	law := func(r object) object { return finding(r)["law"].([]any)[0].(object) }
	tests := map[string]func(r object){
		"another version":          func(r object) { r["schema_version"] = "2.0" },
		"no documents":             func(r object) { delete(r, "documents") },
		"null for a list":          func(r object) { document(r)["findings"] = nil },
		"an unknown field":         func(r object) { r["comment"] = "" },
		"an unknown document part": func(r object) { document(r)["verdict"] = "satisfied" },
		"a short hash":             func(r object) { document(r)["sha256"] = "00" },
		"a format":                 func(r object) { document(r)["format"] = "rtf" },
		"a kind":                   func(r object) { document(r)["kind"] = "letter" },
		"a grade":                  func(r object) { document(r)["grade"] = "fine" },
		"ready, partly read":       func(r object) { document(r)["grade"], document(r)["coverage"] = "ready", .9 },
		"a coverage over 1":        func(r object) { document(r)["coverage"] = 1.5 },
		"a score over 100":         func(r object) { document(r)["score"] = 101 },
		"a verdict":                func(r object) { finding(r)["verdict"] = "invalid" },
		"a severity":               func(r object) { finding(r)["severity"] = "high" },
		"satisfied without words":  func(r object) { finding(r)["evidence"] = []any{} },
		"missing with words":       func(r object) { finding(r)["verdict"] = "missing" },
		"a conflict with one side": func(r object) { finding(r)["verdict"] = "conflict" },
		"an unknown finding part":  func(r object) { finding(r)["note"] = "" },
		"a quote left out":         func(r object) { delete(evidence(r), "quote") },
		"a negative offset":        func(r object) { evidence(r)["start"] = -1 },
		"an unknown evidence part": func(r object) { evidence(r)["score"] = 1 },
		"a name for the letters":   func(r object) { r["state"].(object)["code"] = "Zenda" },
		"an empty list of laws":    func(r object) { finding(r)["law"] = []any{} },
		"a law without a source":   func(r object) { delete(law(r), "source") },
		"a law's lone parameter":   func(r object) { law(r)["param"] = "max_hours" },
	}
	s := compileSchema(t)
	for name, alter := range tests {
		var r object
		require.NoError(t, json.Unmarshal([]byte(jsonOf(t, inState())), &r))
		require.NoError(t, s.Validate(r), "before it is altered")
		alter(r)
		assert.Error(t, s.Validate(r), name)
	}
}

// The schema and the types name the same fields, and each is described.
func TestSchemaDescribesEveryField(t *testing.T) {
	var s object
	require.NoError(t, json.Unmarshal(report.Schema(), &s))
	described := make(map[string]bool)
	collectProperties(t, s, described)
	fields := make(map[string]bool)
	collectFields(reflect.TypeFor[contractcheck.Report](), fields)
	assert.Equal(t, fields, described)
}

func collectProperties(t *testing.T, node any, names map[string]bool) {
	switch node := node.(type) {
	case []any:
		for _, n := range node {
			collectProperties(t, n, names)
		}
	case object:
		if node["type"] == "object" && node["properties"] != nil {
			assert.Equal(t, false, node["additionalProperties"], "%v", node["description"])
			for name, p := range node["properties"].(object) {
				names[name] = true
				assert.NotEmpty(t, p.(object)["description"], name)
			}
		}
		for _, n := range node {
			collectProperties(t, n, names)
		}
	}
}

func collectFields(typ reflect.Type, names map[string]bool) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		collectFields(typ.Elem(), names)
	case reflect.Struct:
		for i := range typ.NumField() {
			f := typ.Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
				names[name] = true
			}
			collectFields(f.Type, names)
		}
	}
}

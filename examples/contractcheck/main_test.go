package main

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"example.org/contractcheck/contractcheck"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"contractcheck": main})
}

// folders are the project's folders that scripts find in their environment.
var folders = map[string]string{
	"CONTRACTS": "../../testdata/contracts", "HOSTILE": "../../testdata/hostile", "CLAUSES": "../../clauses",
	"PACKAGE": "../../testdata/package", "MAILS": "../../testdata/mails",
}

// TestScripts runs testdata/*.txtar. In them, "status N COMMAND..." runs a
// command that must exit with N, "lines FILE N" counts lines, "bomb FILE"
// writes a file that inflates without measure, "draft FILE" one with tracked
// changes, "sheet FILE" a workbook, "pack FILE FILES..." a zip archive, and the
// condition root is met where no file can be kept from the user.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			for name, folder := range folders {
				path, err := filepath.Abs(folder)
				if err != nil {
					return err
				}
				env.Setenv(name, path)
			}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"bomb":   bomb,
			"draft":  draft,
			"lines":  lines,
			"pack":   pack,
			"sheet":  sheet,
		},
	})
}

// status runs a command and checks its exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = fmt.Sprint(exit.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// lines checks how many lines a file has.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines FILE N")
	}
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); fmt.Sprint(got) != args[1] {
		ts.Fatalf("%s has %d lines, want %s", args[0], got, args[1])
	}
}

// bombSize is what the part of a bomb inflates to, in bytes: more than the
// default limit of 400 MB, in a file of half a megabyte.
const bombSize = 450 << 20

// bomb writes a DOCX file whose text inflates beyond the limit.
func bomb(ts *testscript.TestScript, _ bool, args []string) {
	writeDOCX(ts, args[0], io.MultiReader(strings.NewReader(`<w:p><w:r><w:t>`), io.LimitReader(blanks{}, bombSize)))
}

// draft writes a DOCX file in which a "not" is deleted, as a change that nobody
// has accepted yet.
func draft(ts *testscript.TestScript, _ bool, args []string) {
	writeDOCX(ts, args[0], strings.NewReader(`<w:p><w:r><w:t xml:space="preserve">The Vendor shall </w:t></w:r>
<w:del w:author="Ann Lee"><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del>
<w:r><w:t>sell Patron Data to any third party.</w:t></w:r></w:p></w:body></w:document>`))
}

// pack writes a zip archive of files.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	archive := zip.NewWriter(f)
	for _, name := range args[1:] {
		part, err := archive.Create(filepath.Base(name))
		ts.Check(err)
		_, err = io.WriteString(part, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(archive.Close())
}

// sheet writes an XLSX file with an answer to a requirement in its third row, of
// which a cell leads to a page of the web.
func sheet(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	defer f.Close()
	ts.Check(f.SetSheetName("Sheet1", "Privacy"))
	ts.Check(f.SetSheetRow("Privacy", "A1", &[]any{"No.", "Requirement", "Answer", "Comments"}))
	ts.Check(f.SetSheetRow("Privacy", "A3", &[]any{1, "Patron data is not sold.", "C", "The Vendor shall not sell Patron Data to any third party, as its policy says."}))
	ts.Check(f.SetCellHyperLink("Privacy", "D3", "https://vendor.example/privacy", "External"))
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// writeDOCX writes a DOCX file with the content that its body begins with.
func writeDOCX(ts *testscript.TestScript, name string, content io.Reader) {
	f, err := os.Create(ts.MkAbs(name))
	ts.Check(err)
	defer f.Close()
	archive := zip.NewWriter(f)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	part, err := archive.Create("word/document.xml")
	ts.Check(err)
	_, err = io.WriteString(part, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	ts.Check(err)
	_, err = io.Copy(part, content)
	ts.Check(err)
	ts.Check(archive.Close())
}

// blanks is an endless stream.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestParseFailOn(t *testing.T) {
	for list, want := range map[string]failOn{
		"critical": 3, "important": 2, "critical,important": 2, "critical, desirable": 1, "never": 0,
	} {
		got, err := parseFailOn(list)
		require.NoError(t, err, list)
		require.Equal(t, want, got, list)
	}
	for _, list := range []string{"", "all", "never,critical", "critical,"} {
		_, err := parseFailOn(list)
		require.Error(t, err, list)
	}
}

func TestFailOnFindings(t *testing.T) {
	finding := func(v contractcheck.Verdict, s contractcheck.Severity, a *contractcheck.Acceptance) contractcheck.Finding {
		return contractcheck.Finding{Verdict: v, Severity: s, Accepted: a}
	}
	important := failOn(contractcheck.Important)
	for name, tt := range map[string]struct {
		threshold failOn
		finding   contractcheck.Finding
		want      bool
	}{
		"missing":      {important, finding(contractcheck.Missing, contractcheck.Important, nil), true},
		"contradicted": {important, finding(contractcheck.Contradicted, contractcheck.Critical, nil), true},
		"in conflict":  {important, finding(contractcheck.Conflict, contractcheck.Important, nil), true},
		"satisfied":    {important, finding(contractcheck.Satisfied, contractcheck.Critical, nil), false},
		"partial":      {important, finding(contractcheck.Partial, contractcheck.Critical, nil), false},
		"below":        {important, finding(contractcheck.Contradicted, contractcheck.Desirable, nil), false},
		"never":        {0, finding(contractcheck.Contradicted, contractcheck.Critical, nil), false},
		"accepted":     {important, finding(contractcheck.Missing, contractcheck.Critical, &contractcheck.Acceptance{}), false},
		"expired":      {important, finding(contractcheck.Missing, contractcheck.Critical, &contractcheck.Acceptance{Expired: true}), true},
	} {
		report := &contractcheck.Report{Documents: []contractcheck.DocumentReport{{}, {Findings: []contractcheck.Finding{tt.finding}}}}
		require.Equal(t, tt.want, tt.threshold.isMetBy(report), name)
	}
}

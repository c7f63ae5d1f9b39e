package xlsx

import (
	"context"
	"maps"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// parts are the files of a workbook by their names.
type parts map[string]string

const (
	space    = ` xmlns="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	oneStyle = `<styleSheet` + space + `><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`
)

// file builds a workbook of sheets that hold the XML given, beside further parts.
func file(t testing.TB, more parts, sheets ...string) []byte {
	t.Helper()
	all := parts{"_rels/.rels": relationsOf("officeDocument", "xl/workbook.xml"), "xl/styles.xml": oneStyle}
	var pairs []string
	list := ""
	for i, content := range sheets {
		name := "sheet" + strconv.Itoa(i+1) + ".xml"
		pairs = append(pairs, "worksheet", "worksheets/"+name)
		list += `<sheet name="Sheet ` + strconv.Itoa(i+1) + `" sheetId="` + strconv.Itoa(i+1) + `" r:id="r` + strconv.Itoa(i) + `"/>`
		all["xl/worksheets/"+name] = `<worksheet` + space + `>` + content + `</worksheet>`
	}
	all["xl/workbook.xml"] = `<workbook` + space + `><sheets>` + list + `</sheets></workbook>`
	all["xl/_rels/workbook.xml.rels"] = relationsOf(append(pairs, "styles", "styles.xml", "sharedStrings", "sharedStrings.xml")...)
	maps.Copy(all, more)
	return extracttest.Zip(t, all)
}

// data is a sheet of rows.
func data(rows string) string { return `<sheetData>` + rows + `</sheetData>` }

// cell is a cell with a text of its own.
func cell(at, text string) string {
	return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

// written is what excelize writes of a workbook that make fills.
func written(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	out, err := f.WriteToBuffer()
	require.NoError(t, err)
	require.NoError(t, f.Close())
	return out.Bytes()
}

func read(t testing.TB, data []byte) *extract.Text {
	t.Helper()
	text, err := Read(context.Background(), data, extract.Limits{})
	require.NoError(t, err)
	extracttest.AssertSound(t, text)
	return text
}

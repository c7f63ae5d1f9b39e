package xlsx

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

func TestRows(t *testing.T) {
	tests := []struct {
		name, sheet string
		want        []string
	}{
		{"rows and cells", data(`<row r="1">` + cell("A1", "No.") + cell("B1", "Requirement") + `</row><row r="2">` + cell("A2", "1") + cell("B2", "No sale") + `</row>`),
			[]string{"H1 Sheet 1", "T No. | Requirement", "T 1 | No sale"}},
		{"empty rows, cells and columns", data(`<row r="3">` + cell("C3", "a") + `<c r="D3" s="0"/>` + cell("E3", "b") + `</row><row r="4"><c r="A4"/></row><row r="9">` + cell("E9", "c") + `</row>`),
			[]string{"H1 Sheet 1", "T a | b", "T | c"}},
		{"a title before a table", data(`<row r="1">` + cell("B1", "Security questionnaire") + `</row><row r="3">` + cell("A3", "a") + cell("B3", "b") + `</row><row r="4">` + cell("A4", "Part two") + `</row>`),
			[]string{"H1 Sheet 1", "P Security questionnaire", "T a | b", "T Part two"}},
		{"lines in a cell", data(`<row r="1">` + cell("A1", "a\n\nb") + cell("B1", "c") + `</row>`), []string{"H1 Sheet 1", "T a/b | c"}},
		{"without references", data(`<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c t="str"><v>c</v></c></row>`),
			[]string{"H1 Sheet 1", "T a | b", "T c"}},
		{"stored values of formulas", data(`<row r="1"><c r="A1" t="str"><f>1/0</f><v>Yes</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c></row>`),
			[]string{"H1 Sheet 1", "T Yes | TRUE | #REF!"}},
		{"merged cells", data(`<row r="1">`+cell("A1", "merged")+`<c r="B1"/>`+cell("C1", "x")+`</row>`) + `<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
			[]string{"H1 Sheet 1", "T merged | x"}},
		{"header and footer", data(`<row r="1">`+cell("A1", "a")+`</row>`) + `<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Draft&amp;CSecret &amp;&amp; more&amp;RPage &amp;P</oddHeader><evenHeader>&amp;P</evenHeader></headerFooter>`,
			[]string{"H1 Sheet 1", "M Draft/Secret & more/Page", "P a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, file(t, nil, test.sheet))))
		})
	}
}

func TestSharedStrings(t *testing.T) {
	shared := `<sst` + space + `><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si></sst>`
	text := read(t, file(t, parts{"xl/sharedStrings.xml": shared}, data(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`)))
	assert.Equal(t, []string{"H1 Sheet 1", "T plain | rich text"}, extracttest.Show(text))
}

// TestValuesAsShown has numbers and dates with the formats of their cells.
func TestValuesAsShown(t *testing.T) {
	source := written(t, func(f *excelize.File) {
		for cell, style := range map[string]*excelize.Style{"A1": {NumFmt: 9}, "B1": {NumFmt: 14}, "C1": {CustomNumFmt: of(`#,##0.00 "USD"`)}, "D1": {CustomNumFmt: of("d mmmm yyyy")}} {
			id, err := f.NewStyle(style)
			require.NoError(t, err)
			require.NoError(t, f.SetCellStyle("Sheet1", cell, cell, id))
		}
		day := time.Date(2026, 5, 31, 0, 0, 0, 0, time.UTC)
		require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{0.25, day, 1234.5, day, 72, "=1+1"}))
	})
	assert.Equal(t, []string{"H1 Sheet1", "T 25% | 5/31/2026 | 1,234.50 USD | 31 May 2026 | 72 | =1+1"}, extracttest.Show(read(t, source)))
}

func of(s string) *string { return &s }

func TestHidden(t *testing.T) {
	source := written(t, func(f *excelize.File) {
		_, err := f.NewSheet("Terms")
		require.NoError(t, err)
		for _, sheet := range f.GetSheetList() {
			require.NoError(t, f.SetSheetRow(sheet, "A1", &[]any{"a", "b"}))
			require.NoError(t, f.SetSheetRow(sheet, "A2", &[]any{"c", "d"}))
		}
		require.NoError(t, f.SetSheetVisible("Terms", false))
		require.NoError(t, f.SetRowVisible("Sheet1", 2, false))
		require.NoError(t, f.SetColVisible("Sheet1", "B", false))
	})
	text := read(t, source)
	assert.Equal(t, []string{"H1 Sheet1", "T a | b", "T c | d", "H1 Terms", "T a | b", "T c | d"}, extracttest.Show(text))
	assert.Equal(t, []string{"hidden rows (1) and columns (1) of sheet “Sheet1” were read", "hidden sheet “Terms” was read"}, text.Notes)
	var rows []int
	for _, b := range text.Blocks {
		rows = append(rows, b.Row)
	}
	assert.Equal(t, []int{0, 1, 2, 0, 1, 2}, rows)
	assert.Len(t, text.Pages, 2)
}

func TestComments(t *testing.T) {
	source := written(t, func(f *excelize.File) {
		require.NoError(t, f.SetCellStr("Sheet1", "A1", "a"))
		require.NoError(t, f.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "Ann", Text: "please\n\ncheck"}))
	})
	text := read(t, source)
	assert.Equal(t, []string{"H1 Sheet1", "P a", "M [comment on A1] please/check"}, extracttest.Show(text))
	assert.Equal(t, []string{"comments on cells, which were read apart and not judged: 1"}, text.Notes)
}

func TestThreadedComments(t *testing.T) {
	text := read(t, file(t, parts{
		"xl/worksheets/_rels/sheet1.xml.rels": relationsOf("comments", "../comments1.xml", "threadedComment", "../threads/t1.xml"),
		"xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><t>[Threaded comment] needs a new Excel</t></text></comment>` +
			`<comment ref="B1"><text><r><t>old </t></r><r><t>one</t></r></text></comment></commentList></comments>`,
		"xl/threads/t1.xml": `<ThreadedComments><threadedComment ref="A1"><text>agreed?</text></threadedComment><threadedComment ref="A1"><text>yes</text></threadedComment></ThreadedComments>`,
	}, data(`<row r="1">`+cell("A1", "a")+`</row>`)))
	assert.Equal(t, []string{"H1 Sheet 1", "P a", "M [comment on A1] agreed?", "M [comment on A1] yes", "M [comment on B1] old one"}, extracttest.Show(text))
}

func TestLinks(t *testing.T) {
	source := written(t, func(f *excelize.File) {
		require.NoError(t, f.SetSheetRow("Sheet1", "B2", &[]any{"see", "our policy"}))
		require.NoError(t, f.SetCellHyperLink("Sheet1", "C2", "https://example.org/p", "External"))
	})
	assert.Equal(t, []string{"our policy > https://example.org/p"}, extracttest.Links(read(t, source)))
}

// A sheet that is a chart has no rows; drawings within a sheet are not read.
func TestNotRead(t *testing.T) {
	source := file(t, parts{
		"xl/workbook.xml":            `<workbook` + space + `><sheets><sheet name="Chart" sheetId="1" r:id="r1"/><sheet name="S" sheetId="2" r:id="r0"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationsOf("worksheet", "worksheets/sheet1.xml", "chartsheet", "chartsheets/sheet1.xml"),
	}, data(`<row r="1">`+cell("A1", "a")+`</row>`)+`<drawing r:id="x"/>`)
	text := read(t, source)
	assert.Equal(t, []string{"H1 S", "P a"}, extracttest.Show(text))
	assert.Equal(t, []string{"sheets with pictures, text boxes or charts, which were not read: 1", "sheets that are charts, dialogues or macros, which were not read: 1"}, text.Notes)
}

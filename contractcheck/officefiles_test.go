package contractcheck_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

const (
	odtNamespaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
		` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
		` xmlns:xlink="http://www.w3.org/1999/xlink"`
	odtType = "application/vnd.oasis.opendocument.text"

	// ownBody has a heading, a list with numbers, a table, a note, a link and
	// changes.
	ownBody = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/><text:p>sell</text:p></text:changed-region></text:tracked-changes>` +
		`<text:h text:outline-level="1">Records of patrons</text:h>` +
		`<text:list text:style-name="L1"><text:list-item><text:p>The vendor shall not <text:change text:change-id="c1"/> share records.</text:p></text:list-item>` +
		`<text:list-item><text:p>It keeps them as <text:a xlink:href="https://vendor.example/policy">the policy</text:a> says.</text:p></text:list-item></text:list>` +
		`<table:table><table:table-row><table:table-cell><text:p>Records</text:p></table:table-cell>` +
		`<table:table-cell table:number-columns-spanned="2"><text:p>30 days<text:note><text:note-body><text:p>or less</text:p></text:note-body></text:note></text:p></table:table-cell></table:table-row></table:table>`
)

// flatODT is an OpenDocument text in one XML file.
func flatODT(body string) []byte {
	return []byte(`<?xml version="1.0"?><office:document` + odtNamespaces + ` office:mimetype="` + odtType + `">` + odtContent(body) + `</office:document>`)
}

func ownODT(t *testing.T, body string) []byte {
	t.Helper()
	return extracttest.Zip(t, map[string]string{
		"mimetype":    odtType,
		"content.xml": `<office:document-content` + odtNamespaces + `>` + odtContent(body) + `</office:document-content>`,
	})
}

func odtContent(body string) string {
	return `<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
		`</text:list-style></office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body>`
}

// ownDOCX is a document of a body.
func ownDOCX(t *testing.T, body string) []byte {
	t.Helper()
	return extracttest.Zip(t, map[string]string{
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`,
	})
}

// ownXLSX is a workbook of one sheet with rows of a shared string, a number and
// a text.
func ownXLSX(t *testing.T, rows int) []byte {
	t.Helper()
	const (
		main      = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		types     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	)
	var sheet strings.Builder
	for i := range rows {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%[1]d" t="s"><v>0</v></c><c r="B%[1]d"><v>%[1]d.5</v></c><c r="C%[1]d" t="inlineStr"><is><t>The vendor shall keep records.</t></is></c></row>`, i+1)
	}
	return extracttest.Zip(t, map[string]string{
		"xl/workbook.xml": `<workbook` + main + ` xmlns:r="` + types + `"><sheets><sheet name="Questions" sheetId="1" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations + `<Relationship Id="a" Type="` + types + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="b" Type="` + types + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":     `<sst` + main + `><si><t>Does the vendor sell records?</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet` + main + `><sheetData>` + sheet.String() + `</sheetData></worksheet>`,
	})
}

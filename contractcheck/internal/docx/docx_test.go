package docx

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/story"
)

const styles = `
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Own"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`

func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + r(text) + `</w:p>`
}

const box = `<w:txbxContent>` + `<w:p><w:r><w:t>boxed</w:t></w:r></w:p>` + `</w:txbxContent>`

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"paragraphs", p("one") + p("") + p("two"), []string{"P one", "P two"}},
		{"runs join", `<w:p>` + r("pri") + r("vacy") + `</w:p>`, []string{"P privacy"}},
		{"tab, break, hyphen", `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, []string{"P a b/c-d"}},
		{"empty lines", `<w:p>` + r("a") + `<w:r><w:br/><w:br/></w:r>` + r("b") + `</w:p>`, []string{"P a/b"}},
		{"heading by style", styled("H1", "Term") + styled("Sub", "Fees"), []string{"H Term", "H Fees"}},
		{"heading by outline level", `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>` + r("Term") + `</w:p>`, []string{"H Term"}},
		{"a provision in a heading style", styled("H1", "The Vendor keeps all patron data secret at all times."), []string{"P The Vendor keeps all patron data secret at all times."}},
		{"style based on itself", styled("Loop", "text"), []string{"P text"}},
		{"hyperlink", `<w:p>` + r("see ") + `<w:hyperlink>` + r("here") + `</w:hyperlink></w:p>`, []string{"P see here"}},
		{"content control", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p("in") + `</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>` + r("side") + `</w:sdtContent></w:sdt></w:p>`, []string{"P in", "P side"}},
		{"math", `<w:p>` + r("a ") + `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>`, []string{"P a x=1"}},
		{"symbol", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r></w:p>`, []string{"P ☑ yes"}},
		{"text box once", `<w:p>` + r("before") + `<w:r><mc:AlternateContent><mc:Choice>` + box + `</mc:Choice><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent></w:r>` + r(" after") + `</w:p>`, []string{"P before after", "P boxed"}},
		{"fallback of an empty choice", `<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, []string{"P boxed"}},
		{"former properties", `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange></w:pPr>` + r("text") + `</w:p>`, []string{"P text"}},
		{"run without paragraph", r("loose"), []string{"P loose"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, show(read(t, file(t, test.body, parts{"styles": styles}))))
		})
	}
}

func TestFields(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := `<w:r><w:instrText>REF secret</w:instrText></w:r>`
	tests := []struct{ name, runs, want string }{
		{"result only", r("see ") + char("begin") + code + char("separate") + r("4.2") + char("end") + r(" above"), "P see 4.2 above"},
		{"nested in the code", char("begin") + code + char("begin") + code + char("separate") + r("inner") + char("end") + char("separate") + r("outer") + char("end"), "P outer"},
		{"without result", r("a") + char("begin") + code + char("end") + r("b"), "P ab"},
		{"simple", `<w:fldSimple w:instr="DATE">` + r("May 1") + `</w:fldSimple>`, "P May 1"},
		{"checked box", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>` + code + char("end") + r(" agreed"), "P ☒ agreed"},
		{"open box", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>` + char("end") + r(" agreed"), "P ☐ agreed"},
		{"choice", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList></w:ffData></w:fldChar></w:r>` + char("end"), "P yes"},
		{"ends that nothing began", char("end") + char("separate") + r("text"), "P text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, []string{test.want}, show(read(t, file(t, `<w:p>`+test.runs+`</w:p>`, nil))))
		})
	}
	t.Run("a lost end does not hide the next paragraph", func(t *testing.T) {
		body := `<w:p>` + r("one") + char("begin") + code + `</w:p>` + p("two")
		assert.Equal(t, []string{"P one", "P two"}, show(read(t, file(t, body, nil))))
	})
}

func TestUnseenText(t *testing.T) {
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	body := `<w:p>` + r("seen") + run(`<w:vanish/>`, " hidden") + run(`<w:rStyle w:val="Ghost"/>`, " ghost") + run(`<w:strike/>`, " struck") +
		run(`<w:vanish w:val="0"/><w:strike w:val="false"/><w:dstrike w:val="0"/>`, " too") + `<w:r><w:commentReference w:id="1"/></w:r></w:p>`
	text := read(t, file(t, body, parts{"styles": styles}))
	assert.Equal(t, []string{"P seen too"}, show(text))
	assert.Equal(t, []string{"1 comment left out", "2 runs of hidden text left out", "1 run of struck-through text left out"}, text.Notes)
}

func TestNotesAndMarginals(t *testing.T) {
	body := `<w:p>` + r("Fees") + `<w:r><w:footnoteReference w:id="2"/></w:r>` + r(" are due.") + `</w:p>` +
		`<w:p>` + r("Again") + `<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>` +
		`<w:sectPr><w:headerReference r:id="header1"/><w:headerReference r:id="header2"/><w:footerReference r:id="footer1"/></w:sectPr>`
	more := parts{
		"footnotes": `<w:footnote w:id="0" w:type="separator">` + p("line") + `</w:footnote><w:footnote w:id="2">` + p("In euro.") + `</w:footnote>`,
		"endnotes":  `<w:endnote w:id="2">` + p("The end.") + `</w:endnote>`,
		"header1":   p("Agreement"),
		"header2":   p("Agreement") + p("Draft"),
		"footer1":   p("Agreement"),
	}
	want := []string{"M Agreement", "M Draft", "P Fees are due.", "P In euro.", "P Again", "P The end.", "M Agreement"}
	assert.Equal(t, want, show(read(t, file(t, body, more))))
}

func TestTables(t *testing.T) {
	row := func(cells ...string) string {
		out := `<w:tr>`
		for _, cell := range cells {
			out += `<w:tc>` + cell + `</w:tc>`
		}
		return out + `</w:tr>`
	}
	many := ""
	for range story.MaxCellBlocks + 1 {
		many += p("x")
	}
	nested := `<w:tbl>` + row(p("in"), p("ner")) + `</w:tbl>` + p("")
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"rows", row(p("a"), p("b")) + row(p("c"), p("")) + row(p(""), p("d")), []string{"T a | b", "T c", "T | d"}},
		{"blank row", row(p(""), p("")) + row(p("a")), []string{"T a"}},
		{"lines in a cell", row(p("a")+p("b"), p("c")), []string{"T a/b | c"}},
		{"one cell with paragraphs", row(p("a")+p("b"), p("")), []string{"P a", "P b"}},
		{"running text in cells", row(many, p("c")), []string{"P x", "P x", "P x", "P x", "P x", "P x", "P x", "P x", "P x", "P c"}},
		{"nested", row(nested, p("out")), []string{"T in | ner | out"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, show(read(t, file(t, `<w:tbl><w:tblPr/>`+test.rows+`</w:tbl>`, nil))))
		})
	}
}

func TestLinks(t *testing.T) {
	rels := `<Relationships><Relationship Id="h" Type="x/hyperlink" Target="https://example.org/p" TargetMode="External"/>` +
		`<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>`
	link := func(content string) string { return `<w:hyperlink r:id="h">` + content + `</w:hyperlink>` }
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(text string) string { return `<w:r><w:instrText>` + text + `</w:instrText></w:r>` }
	tests := []struct {
		name, body string
		want       []string
	}{
		{"relationship", `<w:p>` + r("see ") + link(r("our ")+r("policy")) + r(".") + `</w:p>`, []string{"our policy > https://example.org/p"}},
		{"anchor", `<w:p><w:hyperlink w:anchor="x">` + r("above") + `</w:hyperlink></w:p>`, nil},
		{"field", `<w:p>` + char("begin") + code(" HYPER") + code(`LINK "https://example.org/q" \l "x" `) + char("separate") + r("terms") + char("end") + r(" apply") + `</w:p>`, []string{"terms > https://example.org/q"}},
		{"field within the document", `<w:p>` + char("begin") + code(`HYPERLINK \l "x"`) + char("separate") + r("terms") + char("end") + `</w:p>`, nil},
		{"simple field", `<w:p><w:fldSimple w:instr="HYPERLINK https://example.org/q">` + r("terms") + `</w:fldSimple></w:p>`, []string{"terms > https://example.org/q"}},
		{"cells", `<w:tbl><w:tr><w:tc>` + p("a") + `</w:tc><w:tc><w:p>` + link(r("b")) + `</w:p></w:tc></w:tr></w:tbl>`, []string{"b > https://example.org/p"}},
		{"a title", `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>` + link(r("The Vendor keeps all patron data secret.")) + `</w:p>`, []string{"The Vendor keeps all patron data secret. > https://example.org/p"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := read(t, file(t, test.body, parts{"styles": styles, "word/_rels/document.xml.rels": rels}))
			extracttest.AssertSound(t, text)
			assert.Equal(t, test.want, extracttest.Links(text))
		})
	}
}

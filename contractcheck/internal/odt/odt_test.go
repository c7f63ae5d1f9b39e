package odt

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

const styles = `<style:style style:name="Ghost" style:family="text"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:name="Shown" style:family="text"><style:text-properties text:display="true"/></style:style>` +
	`<style:style style:name="Dark" style:family="paragraph"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
	`<style:style style:name="Title" style:family="paragraph"/><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>` +
	`<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>` +
	`<style:style style:name="Break" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>` +
	`<style:style style:name="Secret" style:family="section"><style:section-properties text:display="none"/></style:style>`

func TestBlocks(t *testing.T) {
	box := `<draw:frame><draw:text-box>` + p("boxed") + `</draw:text-box></draw:frame>`
	tests := []struct {
		name, body string
		want       []string
	}{
		{"paragraphs", p("one") + p("") + p("two"), []string{"P one", "P two"}},
		{"white space", p(" a  b\n<text:span> c</text:span>") + p("d<text:s text:c=\"2\"/>e<text:tab/>f<text:line-break/>g"), []string{"P a b c", "P d  e f/g"}},
		{"headings", `<text:h text:outline-level="2">Fees</text:h><text:h text:outline-level="1">The Vendor keeps all patron data secret at all times.</text:h>`,
			[]string{"H2 Fees", "P The Vendor keeps all patron data secret at all times."}},
		{"title", `<text:p text:style-name="P1">Agreement</text:p><text:p text:style-name="Loop">text</text:p>`, []string{"H1 Agreement", "P text"}},
		{"hidden and struck", p(`a<text:span text:style-name="Ghost">b</text:span><text:span text:style-name="Struck">c</text:span>d`), []string{"P ad"}},
		{"shown in a hidden paragraph", `<text:p text:style-name="Dark">a<text:span text:style-name="Shown">b</text:span><text:span>c</text:span></text:p>`, []string{"P b"}},
		{"hidden section", `<text:section text:style-name="Secret">` + p("x") + `</text:section><text:section text:name="s">` + p("y") + `</text:section>`, []string{"P y"}},
		{"hidden paragraph and text", p(`a<text:hidden-paragraph text:is-hidden="true"/>`) + p(`b<text:hidden-text text:is-hidden="true">c</text:hidden-text>`), []string{"P b"}},
		{"fields", p(`Page <text:page-number>3</text:page-number> of <text:title>Terms</text:title>`), []string{"P Page 3 of Terms"}},
		{"notes", p(`Fees<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>`+p("In euro.")+`</text:note-body></text:note> are due`) + p("b"),
			[]string{"P Fees are due", "P In euro.", "P b"}},
		{"comment", p(`a<office:annotation><dc:creator>Ann</dc:creator>` + p("why") + `</office:annotation>b`), []string{"P ab"}},
		{"text boxes", p("a"+box+"b") + box, []string{"P ab", "P boxed", "P boxed"}},
		{"table of contents", `<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source><text:index-body>` + p("1 Fees") + `</text:index-body></text:table-of-content>`, []string{"P 1 Fees"}},
		{"table", `<table:table><table:table-header-rows><table:table-row><table:table-cell>` + p("a") + `</table:table-cell><table:table-cell>` + p("b") + p("c") + `</table:table-cell></table:table-row></table:table-header-rows>` +
			`<table:table-row><table:table-cell table:number-columns-spanned="2">` + p("wide") + `</table:table-cell><table:covered-table-cell/></table:table-row>` +
			`<table:table-row><table:covered-table-cell/><table:table-cell>` + p("d") + `</table:table-cell></table:table-row></table:table>`,
			[]string{"T a | b/c", "T wide", "T | d"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, file(t, styles, test.body))))
		})
	}
}

const numbered = `<text:list-style style:name="L1">` +
	`<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
	`<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>` +
	`<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" text:start-value="4"/></text:list-style>` +
	`<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>` +
	`<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="I" style:num-list-format="Article %1%:"/></text:list-style>` +
	`<style:style style:name="Item" style:family="paragraph" style:list-style-name="L2"/>`

func list(attributes, items string) string {
	return `<text:list ` + attributes + `>` + items + `</text:list>`
}

func item(content string) string { return `<text:list-item>` + content + `</text:list-item>` }

func TestLists(t *testing.T) {
	one := `text:style-name="L1"`
	tests := []struct {
		name, body string
		want       []string
	}{
		{"levels", list(one, item(p("a")+list("", item(p("b")+list("", item(p("c"))))+item(p("d"))))+item(p("e"))+item(list("", item(p("f"))))),
			[]string{"L1 1. a", "L2 (a) b", "L3 1.a.4 c", "L2 (b) d", "L1 2. e", "L2 (a) f"}},
		{"a second paragraph", list(one, item(p("a")+p("b"))+item(p("c"))), []string{"L1 1. a", "P b", "L1 2. c"}},
		{"a list begins anew", list(one, item(p("a"))) + list(one, item(p("b"))), []string{"L1 1. a", "L1 1. b"}},
		{"continued", list(one, item(p("a"))) + p("x") + list(one+` text:continue-numbering="true"`, item(p("b"))), []string{"L1 1. a", "P x", "L1 2. b"}},
		{"continued by its id", list(one+` xml:id="i"`, item(p("a"))) + list(one, item(p("x"))) + list(one+` text:continue-list="i"`, item(p("b"))),
			[]string{"L1 1. a", "L1 1. x", "L1 2. b"}},
		{"start of an item", list(one, item(p("a"))+`<text:list-item text:start-value="7">`+p("b")+`</text:list-item>`+item(p("c"))), []string{"L1 1. a", "L1 7. b", "L1 8. c"}},
		{"header", list(one, `<text:list-header>`+p("a")+`</text:list-header>`+item(p("b"))), []string{"P a", "L1 1. b"}},
		{"bullets", list(`text:style-name="L2"`, item(p("a"))), []string{"L1 – a"}},
		{"pattern", list(`text:style-name="L3"`, item(p("a"))+item(p("b"))), []string{"L1 Article I: a", "L1 Article II: b"}},
		{"style of the paragraph", list("", item(`<text:p text:style-name="Item">a</text:p>`)), []string{"L1 – a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, file(t, numbered, test.body))))
		})
	}
}

func TestStylesPart(t *testing.T) {
	source := extracttest.Zip(t, map[string]string{
		stylesPart: `<office:document-styles` + namespaces + `><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>` +
			`<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>` +
			`<office:master-styles><style:master-page><style:header>` + p("Draft") + `</style:header><style:header-first>` + p("Draft") + `</style:header-first><style:footer>` + p("Foot") + `</style:footer></style:master-page></office:master-styles></office:document-styles>`,
		contentPart: content("", `<text:h text:outline-level="1">Fees</text:h><text:h text:outline-level="2">Due</text:h><text:h text:outline-level="1" text:is-list-header="true">Free</text:h><text:h text:outline-level="1">Term</text:h>`),
	})
	assert.Equal(t, []string{"M Draft", "M Foot", "H1 1 Fees", "H2 1.1 Due", "H1 Free", "H1 2 Term"}, extracttest.Show(read(t, source)))
}

func TestLinks(t *testing.T) {
	text := read(t, file(t, "", p(`see <text:a xlink:href="https://example.org/p">our <text:span>policy</text:span></text:a> and <text:a xlink:href="#part">below</text:a>`)))
	assert.Equal(t, "see our policy and below", text.Content)
	assert.Equal(t, []string{"our policy > https://example.org/p"}, extracttest.Links(text))
}

func TestPages(t *testing.T) {
	body := p("a") + `<text:soft-page-break/>` + p("b<text:soft-page-break/>c") + `<text:p text:style-name="Break">d</text:p>`
	source := `<?xml version="1.0"?><office:document` + namespaces + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text text:use-soft-page-breaks="true">` + body + `</office:text></office:body></office:document>`
	text := read(t, []byte(source))
	assert.Equal(t, []string{"P a", "P bc", "P d"}, extracttest.Show(text))
	assert.Len(t, text.Pages, 4)
	assert.Equal(t, 4, text.Pages[3].Number)
}

func TestNotes(t *testing.T) {
	text := read(t, file(t, styles, p(`a b c d e f g h i j k l m n o p q r s t u v<office:annotation/><text:span text:style-name="Ghost">x</text:span><draw:frame><draw:image/><svg:title>pic</svg:title></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>`)))
	assert.Equal(t, []string{"1 comment left out", "1 run of hidden text left out", "1 picture not read", "1 chart or diagram not read"}, text.Notes)
}

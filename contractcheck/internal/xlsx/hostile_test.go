package xlsx

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

func TestErrors(t *testing.T) {
	row := data(`<row r="1">` + cell("A1", "text") + `</row>`)
	whole := file(t, nil, row)
	ole := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 512)...)
	tests := []struct {
		name   string
		source []byte
		limits extract.Limits
		want   error
		says   string
	}{
		{"empty", nil, extract.Limits{}, extract.ErrNoText, "empty"},
		{"no zip", []byte("a,b"), extract.Limits{}, extract.ErrFormat, "no zip container"},
		{"truncated", whole[:len(whole)-30], extract.Limits{}, extract.ErrFormat, "cut short"},
		{"too many bytes", whole, extract.Limits{Bytes: 100}, extract.ErrTooLarge, "100 bytes"},
		{"password", append(bytes.Clone(ole), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...), extract.Limits{}, extract.ErrEncrypted, "remove the password"},
		{"legacy", append(bytes.Clone(ole), "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"...), extract.Limits{}, extract.ErrFormat, "old kind (XLS)"},
		{"other zip", extracttest.Zip(t, parts{"word/document.xml": "<x/>"}), extract.Limits{}, extract.ErrFormat, "no Excel workbook"},
		{"no sheets", file(t, nil), extract.Limits{}, extract.ErrFormat, "workbook part"},
		{"nothing in it", file(t, nil, data("")), extract.Limits{}, extract.ErrNoText, "empty"},
		{"sheet lacks", file(t, parts{"xl/_rels/workbook.xml.rels": "<x/>"}, row), extract.Limits{}, extract.ErrFormat, "sheet 1 cannot be read"},
		{"damaged workbook", file(t, parts{"xl/workbook.xml": "<workbook><sheets>"}, row), extract.Limits{}, extract.ErrFormat, "workbook part"},
		{"damaged styles", file(t, parts{"xl/styles.xml": "<styleSheet>"}, row), extract.Limits{}, extract.ErrFormat, "the styles are damaged"},
		{"damaged strings", file(t, parts{"xl/sharedStrings.xml": "<sst><si>"}, row), extract.Limits{}, extract.ErrFormat, "shared strings"},
		{"styles of another kind", file(t, parts{"xl/styles.xml": `<styleSheet><cellXfs count="many"/></styleSheet>`}, row), extract.Limits{}, extract.ErrFormat, "damaged"},
		{"endless format", file(t, parts{"xl/styles.xml": `<styleSheet><numFmts><numFmt formatCode="` + strings.Repeat("0", maxFormat+1) + `"/></numFmts></styleSheet>`}, row), extract.Limits{}, extract.ErrTooLarge, "too long"},
		{"inflates too far", file(t, nil, row), extract.Limits{Inflated: 500}, extract.ErrTooLarge, "inflate"},
		{"far apart", file(t, nil, data(farRows(1000))), extract.Limits{}, extract.ErrTooLarge, "cells"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(context.Background(), test.source, test.limits)
			require.ErrorIs(t, err, test.want)
			assert.ErrorContains(t, err, test.says)
		})
	}
}

// farRows are rows with a value in their last column.
func farRows(n int) string {
	var out strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&out, `<row r="%d">%s</row>`, i, cell(fmt.Sprint("XFD", i), "x"))
	}
	return out.String()
}

func TestLastCell(t *testing.T) {
	text := read(t, file(t, nil, data(`<row r="1048576">`+cell("XFD1048576", "far")+`</row>`)))
	assert.Equal(t, []string{"H1 Sheet 1", "P far"}, extracttest.Show(text))
	assert.Equal(t, 1048576, text.Blocks[1].Row)
}

// A sheet that is damaged gives what stands before the damage, and another
// sheet all of it.
func TestDamagedSheet(t *testing.T) {
	good := data(`<row r="1">` + cell("A1", "whole") + `</row>`)
	for name, bad := range map[string]string{
		"broken XML":     `<sheetData><row r="1">` + cell("A1", "kept") + `</row><row r="2"><c r="A2" t="inlineStr"><is><t>cut</is></c></row></sheetData>`,
		"cell outside":   data(`<row r="1">` + cell("A1", "kept") + `</row><row r="2">` + cell("XFE2", "lost") + `</row>`),
		"row outside":    data(`<row r="1">` + cell("A1", "kept") + `</row><row r="1048577">` + cell("A1048577", "lost") + `</row>`),
		"no reference":   data(`<row r="1">` + cell("A1", "kept") + `</row><row r="2">` + cell("?", "lost") + `</row>`),
		"entity":         data(`<row r="1">` + cell("A1", "kept") + `</row><row r="2">` + cell("A2", "&e;") + `</row>`),
		"string unknown": data(`<row r="1">` + cell("A1", "kept") + `</row><row r="2"><c r="A2" t="s"><v>7</v></c></row>`),
		"formula alone":  data(`<row r="1">` + cell("A1", "kept") + `<c r="B1"><f>1+1</f></c></row>`),
	} {
		t.Run(name, func(t *testing.T) {
			text := read(t, file(t, nil, bad, good))
			shown := extracttest.Show(text)
			assert.Contains(t, shown, "P kept")
			assert.Contains(t, shown, "P whole")
			assert.NotContains(t, text.Content, "lost")
			assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "sheet 1")
		})
	}
}

func TestSheetLimit(t *testing.T) {
	row := data(`<row r="1">` + cell("A1", "text") + `</row>`)
	text, err := Read(context.Background(), file(t, nil, row, row, row), extract.Limits{Pages: 2})
	require.NoError(t, err)
	require.Len(t, text.Pages, 3)
	assert.Equal(t, "only the first 2 sheets are read", text.Pages[2].Unreadable)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, file(t, nil, data(`<row r="1">`+cell("A1", "text")+`</row>`)), extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestGuarded(t *testing.T) {
	assert.ErrorIs(t, guarded(func() error { panic("secret") }), extract.ErrFormat)
}

// TestLargeSheet bounds time and memory of a sheet of 50,000 rows.
func TestLargeSheet(t *testing.T) {
	extracttest.Long(t, "the race detector takes a minute for 50,000 rows")
	const rows, columns = 50_000, 8
	var out strings.Builder
	for row := 1; row <= rows; row++ {
		fmt.Fprintf(&out, `<row r="%d">`, row)
		for column := range columns {
			out.WriteString(cell(fmt.Sprintf("%c%d", 'A'+column, row), "a cell with some words"))
		}
		out.WriteString(`</row>`)
	}
	source := file(t, nil, data(out.String()))
	out.Reset()
	start := time.Now()
	text := read(t, source)
	t.Logf("%d rows in %v", rows, time.Since(start))
	assert.Less(t, time.Since(start), time.Minute)
	assert.Len(t, text.Blocks, rows+1)
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	assert.Less(t, stats.Sys, uint64(1<<30))
}

func TestDepthLimit(t *testing.T) {
	source := file(t, nil, data(`<row r="1">`+cell("A1", "kept")+`</row><row r="2"><c><is>`+strings.Repeat("<r>", 20)+strings.Repeat("</r>", 20)+`</is></c></row>`))
	text, err := Read(t.Context(), source, extract.Limits{})
	require.NoError(t, err)
	assert.Empty(t, text.Pages[len(text.Pages)-1].Unreadable)
	text, err = Read(t.Context(), source, extract.Limits{Depth: 10})
	require.NoError(t, err)
	assert.Contains(t, text.Content, "kept")
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "sheet 1 is damaged")
}

// Text that comes in very many pieces is put together in one go.
func TestTextInPieces(t *testing.T) {
	pieces := strings.Repeat("1<!---->", 300_000)
	start := time.Now()
	text := read(t, file(t, nil, data(`<row r="1">`+cell("A1", "kept")+`<c r="B1" t="s"><v>`+pieces+`</v></c></row>`)+
		`<headerFooter><oddHeader>`+pieces+`</oddHeader></headerFooter>`))
	assert.Contains(t, text.Content, "kept")
	assert.Less(t, time.Since(start), 5*time.Second)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(data(`<row r="1">`+cell("A1", "text")+`</row>`)), []byte(""), []byte(oneStyle))
	f.Add([]byte(data(`<row r="2"><c r="B2" t="s" s="0"><v>0</v></c></row>`)+`<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`), []byte(`<sst><si><r><t>a</t></r></si></sst>`), []byte(oneStyle))
	f.Add([]byte(data(`<row r="2" hidden="1"><c r="B2" s="1"><f>1</f><v>45000.5</v></c></row>`)), []byte(""),
		[]byte(`<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="[Red]d mmm yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`))
	f.Fuzz(func(t *testing.T, sheet, shared, styles []byte) {
		source := file(t, parts{"xl/sharedStrings.xml": string(shared), "xl/styles.xml": string(styles)}, string(sheet))
		text, err := Read(context.Background(), source, extract.Limits{Inflated: 1 << 20})
		if err == nil {
			extracttest.AssertSound(t, text)
		}
	})
}

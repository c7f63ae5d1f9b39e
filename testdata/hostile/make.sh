#!/bin/sh
# Makes the bad inputs of this folder. README.md says what each one is for.
#
# Needs pandoc, LibreOffice (soffice), qpdf, pdftoppm (poppler-utils) and img2pdf.
# The PDFs differ in a few bytes from run to run: typesetting writes a date, and
# encryption draws a random key.
set -eu

cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# typeset_markdown NAME turns the Markdown on standard input into $work/NAME.docx and .pdf.
typeset_markdown() {
	pandoc --from markdown --output "$work/$1.docx"
	soffice -env:UserInstallation="file://$work/office" --headless \
		--convert-to pdf --outdir "$work" "$work/$1.docx" >/dev/null
}

make_empty() {
	: >empty.txt
}

# Every byte value once, in an order that starts with no known signature.
make_binary() {
	i=0
	while [ "$i" -lt 256 ]; do
		octal=$(printf '%03o' $(((i * 167 + 13) % 256)))
		printf '%b' "\\0$octal"
		i=$((i + 1))
	done >binary.bin
}

# A zip file cut off within its first members: the central directory is gone.
make_truncated() {
	printf 'The Vendor shall keep Patron Data confidential.\n' |
		pandoc --from markdown --output "$work/whole.docx"
	head -c 600 "$work/whole.docx" >truncated.docx
}

make_not_a_pdf() {
	{
		printf '%%PDF-1.7\n'
		printf 'There are no objects in this file, and no cross-reference table.\n'
		printf '1 0 obj << /Type /Catalog /Pages 9 0 R\n'
		printf 'stream\n\001\002\003\200\201\376\377 endstream\n'
		printf 'startxref\n99999999999999999999\n'
	} >not-a-pdf.pdf
}

make_encrypted() {
	typeset_markdown letter <<-'EOF'
		# Data protection letter

		The Vendor shall notify the Library within forty-eight (48) hours of discovering
		a breach of Patron Data.
	EOF
	qpdf --encrypt shelf shelf-owner 256 -- "$work/letter.pdf" encrypted.pdf
}

# Two pages that hold a picture of text each, and no text.
make_scanned() {
	typeset_markdown paper <<-'EOF'
		# Data addendum

		1. All Patron Data shall remain the property of the Library.

		2. The Vendor shall delete server logs within thirty (30) days.

		3. The Vendor shall not sell Patron Data or use it for advertising.

		```{=openxml}
		<w:p><w:r><w:br w:type="page"/></w:r></w:p>
		```

		4. The Vendor shall notify the Library within forty-eight (48) hours of
		discovering a breach.

		5. Upon termination the Vendor shall return all Patron Data within fifteen (15)
		days and destroy every copy within thirty (30) days.

		Signed for the Vendor: ______________________
	EOF
	pdftoppm -r 80 -gray -png "$work/paper.pdf" "$work/page"
	img2pdf --nodate --output scanned.pdf "$work"/page-*.png
}

make_empty
make_binary
make_truncated
make_not_a_pdf
make_encrypted
make_scanned

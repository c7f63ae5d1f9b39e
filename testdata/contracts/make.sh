#!/bin/sh
# Typesets every contract in src/*.md as NAME.docx (pandoc) and NAME.pdf
# (LibreOffice, from the DOCX): justified and hyphenated, with the title as the
# running head and numbered pages. The parts of the Word template are in
# reference/; @TITLE@ in its header becomes the first "# " heading of a source.
#
# With the same versions of the tools a second run gives the same bytes: times
# are fixed, and so are the dates and identifiers that LibreOffice writes.
#
#	./make.sh             # all sources
#	./make.sh NAME ...    # only src/NAME.md ...
set -eu
cd "$(dirname "$0")"

export SOURCE_DATE_EPOCH=0 TZ=UTC LC_ALL=C.UTF-8

need() { # need COMMAND PACKAGE
	command -v "$1" >/dev/null || {
		echo "make.sh: $1 is missing; on Debian: apt-get install $2" >&2
		exit 1
	}
}
need pandoc pandoc
need soffice libreoffice-writer
need zip zip
need fc-list fontconfig
need pdfinfo poppler-utils
fc-list | grep -q 'Liberation Serif' || {
	echo "make.sh: the Liberation fonts are missing; on Debian: apt-get install fonts-liberation" >&2
	exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# title SOURCE prints the first heading, safe for XML.
title() {
	sed -n 's/^# //p' "$1" | sed -n '1{s/&/\&amp;/g;s/</\&lt;/g;p;}'
}

# reference SOURCE builds $work/reference.docx with the running head of SOURCE.
reference() {
	rm -rf "$work/parts" "$work/reference.docx"
	cp -R reference "$work/parts"
	head=$(title "$1" | sed 's/[&|\\]/\\&/g')
	sed "s|@TITLE@|$head|" reference/word/header1.xml >"$work/parts/word/header1.xml"
	find "$work/parts" -exec touch -t 198001010000 {} + # the earliest time that ZIP can say
	(cd "$work/parts" && zip -q -X -r "$work/reference.docx" .)
}

# fix_times FILE blanks the dates, the document id and the checksum of a PDF.
# Each is replaced by as many bytes as it had, for the cross-reference table
# holds byte offsets.
fix_times() {
	LC_ALL=C sed -E -i.bak \
		-e 's#(/(Creation|Mod)Date\(D:)[0-9]{14}([^)]*\))#\119700101000000\3#g' \
		-e '/^\/ID \[ <|^<[0-9A-F]{32}> \]/s/[0-9A-F]{32}/00000000000000000000000000000000/' \
		-e 's#(/DocChecksum /)[0-9A-F]{32}#\100000000000000000000000000000000#' "$1"
	rm -f "$1.bak"
}

typeset() { # typeset SOURCE
	name=$(basename "$1" .md)
	reference "$1"
	pandoc --from=markdown --to=docx --reference-doc="$work/reference.docx" \
		--metadata=lang:en-US --output="$name.docx" "$1"
	soffice "-env:UserInstallation=file://$work/profile" --headless \
		--convert-to pdf --outdir "$work" "$name.docx" >"$work/log" 2>&1 ||
		{ cat "$work/log" >&2; exit 1; }
	[ -s "$work/$name.pdf" ] || { cat "$work/log" >&2; exit 1; }
	fix_times "$work/$name.pdf"
	mv "$work/$name.pdf" "$name.pdf"
	pages=$(pdfinfo "$name.pdf" | sed -n 's/^Pages: *//p')
	echo "$name: $pages pages"
	if [ "$pages" -lt 4 ] || [ "$pages" -gt 15 ]; then
		echo "make.sh: $name.pdf has $pages pages, expected 4 to 15" >&2
		exit 1
	fi
}

if [ $# -eq 0 ]; then
	for source in src/*.md; do typeset "$source"; done
else
	for name; do typeset "src/$name.md"; done
fi

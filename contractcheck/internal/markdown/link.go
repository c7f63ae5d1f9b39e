package markdown

import (
	"regexp"
	"strings"
)

// Link texts stay in the text, and targets beside it (CommonMark 6.3); pictures go
// with their descriptions (6.4). Other brackets are text: contracts have
// "[Vendor name]" to be filled in.

var (
	definition = regexp.MustCompile(`^ {0,3}\[([^\]\[^]{1,200})\]:[ \t]*(<[^<>]*>|[^\s<]*[/.#:@][^\s]*)([ \t]+("[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$`)
	footnote   = regexp.MustCompile(`^ {0,3}\[\^[^\]\s]{1,100}\]:[ \t]*`)
	noteMark   = regexp.MustCompile(`^\[\^[^\]\s]{1,100}\]`)
	address    = regexp.MustCompile(`^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>`)
	linkTarget = regexp.MustCompile(`^\([ \t\n]*(<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)[^\s()]*)*)(?:[ \t\n]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t\n]*\)`)
	linkLabel  = regexp.MustCompile(`^\[([^\[\]]{0,200})\]`)
)

// maxTarget bounds a link's target with its title, in bytes.
const maxTarget = 4096

// takeDefinitions collects and drops the definitions of link targets; those
// of footnotes become paragraphs.
func (r *reader) takeDefinitions(source string) string {
	if !strings.Contains(source, "]:") {
		return source
	}
	r.references = map[string]string{}
	var out strings.Builder
	for more := true; more; {
		var line string
		line, source, more = strings.Cut(source, "\n")
		if m := definition.FindStringSubmatch(line); m != nil {
			r.references[labelKey(m[1])] = strings.Trim(m[2], "<>")
			line = ""
		} else if mark := footnote.FindString(line); mark != "" {
			line = "\n" + line[len(mark):]
		}
		out.WriteString(line)
		if more {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// labelKey makes the labels of links comparable.
func labelKey(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(label), " "))
}

// bracket opens a link or picture, or takes the mark of a footnote.
func (in *inliner) bracket() {
	rest := in.text[in.pos:]
	if mark := noteMark.FindString(rest[:min(len(rest), 110)]); mark != "" {
		in.pos += len(mark)
		return
	}
	length := 1
	if rest[0] == '!' {
		if !strings.HasPrefix(rest, "![") {
			in.literal(1)
			return
		}
		length = 2
	}
	in.brackets = append(in.brackets, len(in.pieces))
	in.literal(length)
}

// closeBracket ends a link or picture if a target follows or is defined.
func (in *inliner) closeBracket() {
	if len(in.brackets) == 0 {
		in.literal(1)
		return
	}
	opener := in.brackets[len(in.brackets)-1]
	in.brackets = in.brackets[:len(in.brackets)-1]
	length, target, ok := in.target(opener)
	if !ok {
		in.literal(1)
		return
	}
	end := piece{edge: linkEnds}
	if in.pieces[opener].text == "![" {
		in.pieces[opener].hide++
		end.hide--
	}
	in.pieces[opener].text = ""
	in.pieces[opener].edge, in.pieces[opener].target = linkBegins, target
	in.pieces = append(in.pieces, end)
	in.pos += 1 + length
}

// target returns the length of what follows the closing bracket of a link, its
// target, and whether it is a link.
func (in *inliner) target(opener int) (int, string, bool) {
	rest := in.text[in.pos+1:]
	if strings.HasPrefix(rest, "(") {
		if n, target := in.inlineTarget(rest); n > 0 {
			return n, target, true
		}
	}
	label, length := "", 0
	if m := linkLabel.FindStringSubmatch(rest[:min(len(rest), 210)]); m != nil {
		label, length = m[1], len(m[0])
	}
	if strings.TrimSpace(label) == "" {
		label = in.since(opener)
	}
	target, ok := in.reader.references[labelKey(label)]
	return length, target, ok
}

// since returns the text between an opening bracket and here, if it is short
// enough for a label.
func (in *inliner) since(opener int) string {
	var out strings.Builder
	for _, p := range in.pieces[opener+1:] {
		if out.Len() > 200 || len(in.reader.references) == 0 {
			return ""
		}
		out.WriteString(p.text)
	}
	return out.String()
}

// inlineTarget returns the length of "(target "title")", or 0, and the target.
// Embedded pictures have targets longer than any bound.
func (in *inliner) inlineTarget(rest string) (int, string) {
	if strings.HasPrefix(rest, "(data:") && !in.unended {
		if end := strings.IndexByte(rest, ')'); end >= 0 {
			return end + 1, ""
		}
		in.unended = true
	}
	m := linkTarget.FindStringSubmatch(rest[:min(len(rest), maxTarget)])
	if m == nil || len(m[0]) > len("()") && !strings.ContainsAny(m[0], "./#:@?<%") {
		return 0, "" // "[Vendor](Provider)" is a definition and no link
	}
	return len(m[0]), strings.Trim(m[1], "<>")
}

// autolink shows the address in "<https://example.org>".
func (in *inliner) autolink() {
	rest := in.text[in.pos:]
	if m := address.FindStringSubmatch(rest[:min(len(rest), maxTag)]); m != nil {
		in.add(m[1], len(m[0]))
		return
	}
	in.literal(1)
}

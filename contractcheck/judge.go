package contractcheck

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/rules"
	"example.org/contractcheck/contractcheck/internal/segment"
	"example.org/contractcheck/contractcheck/internal/understand"
)

// opened is a document made ready to be judged: cut into provisions, its names
// and definitions read.
type opened struct {
	library    *Library
	doc        *Document
	kind       Kind
	provisions []segment.Provision
	sections   []segment.Section
	terms      *understand.Terms
	scene      *rules.Scene
	cut        int // provisions too long to be read to their end
	tokens     []language.Token
	absent     []AbsentPart
}

// bytesPerToken is the average in contracts, for the size of a buffer.
const bytesPerToken = 5

// tokenBuffers keeps the buffers of documents that have been judged. Tokens
// are most of what judging allocates, and no report refers to them.
var tokenBuffers sync.Pool

func takeTokens(n int) []language.Token {
	if b, ok := tokenBuffers.Get().(*[]language.Token); ok && cap(*b) >= n {
		return (*b)[:0]
	}
	return make([]language.Token, 0, n)
}

// release gives the buffers of the document back. Its scene must not be used
// afterwards.
func (o *opened) release() {
	if o.tokens != nil {
		tokenBuffers.Put(&o.tokens)
		o.scene = nil
	}
}

// open segments and understands a document.
func (l *Library) open(doc *Document) *opened {
	o := &opened{library: l, doc: doc, kind: doc.Kind}
	o.provisions, o.sections = split(doc)
	if o.kind == "" {
		o.kind = kindOf(doc)
	}
	o.terms = l.termsOf(doc, speaker(o.kind, doc.text.Content))
	o.scene = o.newScene(o.kind == Policy)
	if o.kind != RFP { // a form may come without the word "response"
		o.applyAnswers()
	}
	return o
}

// newScene tokenises the provisions for the rules.
func (o *opened) newScene(personal bool) *rules.Scene {
	content, grammar := o.doc.text.Content, o.library.set.Grammar
	scene := &rules.Scene{Text: content, Names: o.terms.Names, Periods: o.terms.Periods, Personal: personal, Headings: o.headings()}
	scene.Provisions = make([]rules.Provision, len(o.provisions))
	tokens := takeTokens(len(content) / bytesPerToken)
	for i := range o.provisions {
		p := &o.provisions[i]
		from := len(tokens)
		for _, stem := range o.stems(p) {
			tokens = language.Tokenize(tokens, content[stem.Start:stem.End], stem.Start, grammar.Lexicon, o.terms.Names)
		}
		own := len(tokens) - from
		tokens = o.tokenizeOwn(tokens, p)
		if n := len(tokens) - from; n > language.MostTokens {
			o.cut++
			tokens = tokens[:from+language.MostTokens]
		}
		scene.Provisions[i] = rules.Provision{
			Tokens: tokens[from:len(tokens):len(tokens)], Own: own, Section: p.Section,
			Skip: !binds(p, content) || o.isRunIn(p),
		}
	}
	o.tokens = tokens
	return scene
}

// stems returns the introducing words that belong to a provision's sentence.
// The header of a column introduces a bare cell, not a whole sentence in it.
func (o *opened) stems(p *segment.Provision) []segment.Span {
	if p.Kind == segment.Sentence && o.inTable(p.Start) {
		return nil
	}
	return p.Stems
}

// inTable reports whether the byte at offset stands in a row of a table.
func (o *opened) inTable(offset int) bool {
	b, ok := o.blockAt(offset)
	return ok && b.Kind == extract.TableRow
}

// blockAt returns the block that the byte at offset stands in, if it does in one.
func (o *opened) blockAt(offset int) (extract.Block, bool) {
	blocks := o.doc.text.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > offset })
	if i == len(blocks) || blocks[i].Start > offset {
		return extract.Block{}, false
	}
	return blocks[i], true
}

// headings returns the titles of the sections.
func (o *opened) headings() []rules.Heading {
	all := make([]rules.Heading, len(o.sections))
	for i, s := range o.sections {
		all[i] = rules.Heading{Title: s.Title, Parent: s.Parent}
	}
	return all
}

// tokenizeOwn appends the tokens of a provision's own words, without the page
// numbers and running heads inside of it.
func (o *opened) tokenizeOwn(tokens []language.Token, p *segment.Provision) []language.Token {
	content, at := o.doc.text.Content, p.Start
	for _, gap := range p.Gaps {
		tokens = language.Tokenize(tokens, content[at:gap.Start], at, o.library.set.Grammar.Lexicon, o.terms.Names)
		at = gap.End
	}
	return language.Tokenize(tokens, content[at:p.End], at, o.library.set.Grammar.Lexicon, o.terms.Names)
}

// binds reports whether a provision can say what the parties do: a heading, a
// question, a recital or a running head cannot.
func binds(p *segment.Provision, content string) bool {
	switch p.Kind {
	case segment.Heading, segment.Question, segment.Marginal:
		return false
	}
	const recital = "whereas"
	return !strings.EqualFold(content[p.Start:min(p.End, p.Start+len(recital))], recital)
}

// isRunIn reports whether a provision is a title that runs into its paragraph:
// "Reading Without an Account. You may open certain pages ..."
func (o *opened) isRunIn(p *segment.Provision) bool {
	const longest = 60 // bytes; longer ones are sentences
	if p.Kind != segment.Sentence || p.End-p.Start > longest || len(p.Stems) > 0 {
		return false
	}
	content := o.doc.text.Content
	b, ok := o.blockAt(p.Start)
	if !ok || p.End >= b.End || strings.TrimSpace(content[b.Start:p.Start]) != "" {
		return false
	}
	return segment.IsTitle(content[p.Start:p.End])
}

// findings judges by every requirement of the library, in its order.
func (o *opened) findings(ctx context.Context) ([]Finding, error) {
	evidence, err := o.library.set.Read(ctx, o.scene, func(requirement int, name string) float64 {
		return o.library.param(o.library.set.Requirements[requirement].ID, name)
	})
	if err != nil {
		return nil, err
	}
	unread := o.unreadReason()
	judge := o.newJudge(true, evidence)
	var all []Finding
	i := 0
	for _, clause := range o.library.clauses {
		for _, r := range clause.Requirements {
			f := o.library.newFinding(clause, r)
			o.settle(&f, judge.outcome(r.ID, evidence[i]), unread)
			all = append(all, f)
			i++
		}
	}
	return all, nil
}

// judge decides on what the rules read in a document, with the finder where
// there is one.
type judge struct {
	spotter  *spotter           // nil without a finder
	pointers map[string]pointer // by requirement
}

// newJudge returns a judge of what was opened, a whole document or a passage. The
// evidence is that of all requirements.
func (o *opened) newJudge(whole bool, evidence [][]rules.Evidence) *judge {
	if o.library.finder == nil {
		return &judge{}
	}
	s := o.library.finder.newSpotter(o.library.set, o.scene, whole, evidence)
	return &judge{spotter: s, pointers: s.look()}
}

// outcome is what the rules read on a requirement or, where they are silent,
// what the finder is sure of.
func (j *judge) outcome(requirement string, evidence []rules.Evidence) outcome {
	out := combine(evidence)
	if j.spotter != nil {
		// What the finder leaves out must never make a promise whole, nor make what
		// narrows it the contrary of a promise that the finder takes for foreign.
		if near := combine(j.spotter.withoutForeign(requirement, evidence)); near.verdict != Satisfied && (near.verdict != Contradicted || out.verdict != Partial) {
			out = near
		}
	}
	if p, ok := j.pointers[requirement]; ok && out.verdict == Missing {
		found := p.outcome(len(j.spotter.scene.Provisions[p.provision].Tokens))
		found.sureness = j.spotter.sureness(p.score.About)
		return found
	}
	return out
}

// askAlso puts one more question to counsel; "" is none.
func (f *Finding) askAlso(question string) {
	f.NeedsReview = strings.TrimSpace(f.NeedsReview + " " + question)
}

// settle writes an outcome into a finding. Unread says why silence proves
// nothing; it is empty where all was read.
func (o *opened) settle(f *Finding, out outcome, unread string) {
	f.Verdict, f.Reason, f.NeedsReview = out.verdict, out.reason, out.review
	f.sureness = out.sureness
	if f.Verdict == Missing && unread != "" {
		f.Verdict, f.Reason = Unreadable, unread
	}
	for _, e := range out.evidence {
		f.Evidence = append(f.Evidence, o.evidenceAt(e))
	}
	f.Values = out.values
	if f.Verdict == Satisfied {
		f.Ask, f.Model = "", ""
	}
}

// newFinding returns the finding of a requirement before it is judged.
func (l *Library) newFinding(c Clause, r Requirement) Finding {
	f := Finding{
		Requirement: r.ID, Clause: c.ID, Title: r.Title, Why: r.Why, Severity: r.Severity, Weight: r.Weight,
		Statement: fill(r.Statement, r.Params), Ask: fill(r.Ask, r.Params), Model: fill(r.Model, r.Params),
	}
	f.Law = slices.Clone(r.Law)
	if a, ok := l.acceptance(r.ID); ok {
		f.Accepted = &a
	}
	if len(r.Params) > 0 {
		f.Params = map[string]float64{}
		for _, p := range r.Params {
			f.Params[p.Name] = p.Value
		}
	}
	return f
}

// fill puts the values of parameters in the place of their names in braces.
func fill(text string, params []Param) string {
	for _, p := range params {
		text = strings.ReplaceAll(text, "{"+p.Name+"}", trimFloat(p.Value))
	}
	return text
}

func trimFloat(v float64) string { return fmt.Sprintf("%g", v) }

// judgePassage judges a single passage by one requirement, without a document
// around it. Parameters that are not given keep the library's values. The
// finding has what the passage says; what the clause file says of the
// requirement is left out. A requirement that the library does not have is
// missing.
func (l *Library) judgePassage(requirement, text string, params map[string]float64) Finding {
	o, out := l.readPassage(requirement, text, params)
	f := Finding{Requirement: requirement}
	o.settle(&f, out, "")
	return f
}

// readPassage opens a passage and reads it by one requirement.
func (l *Library) readPassage(requirement, text string, params map[string]float64) (*opened, outcome) {
	o := l.openPassage(text)
	evidence, err := l.set.Read(context.Background(), o.scene, func(r int, name string) float64 {
		if v, ok := params[name]; ok {
			return v
		}
		return l.param(l.set.Requirements[r].ID, name)
	})
	if err != nil {
		return o, outcome{verdict: Missing, reason: err.Error()}
	}
	for i, r := range l.set.Requirements {
		if r.ID == requirement {
			return o, o.newJudge(false, evidence).outcome(requirement, evidence[i])
		}
	}
	return o, outcome{verdict: Missing, reason: "the library has no such requirement"}
}

// openPassage segments and understands a passage.
func (l *Library) openPassage(text string) *opened {
	o := &opened{library: l, doc: &Document{text: passageText(text)}}
	o.provisions, o.sections = segment.Split(o.doc.text)
	o.terms = understand.Read(o.doc.text.Content, l.set, language.NoParty)
	o.scene = o.newScene(true)
	return o
}

// passageText lays a passage out as a document of paragraphs.
func passageText(text string) *extract.Text {
	b := &extract.Builder{}
	for _, block := range strings.Split(text, "\n\n") {
		b.Add(extract.Paragraph, 0, block)
	}
	return b.Done()
}

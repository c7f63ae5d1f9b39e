package extract

import (
	"encoding/xml"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

const policy = "https://example.org/privacy"

// linked builds the text of one block and shows its links as words > target.
func linked(links *Links, text string) (string, []string) {
	var b Builder
	b.Links(links)
	b.Add(Paragraph, 0, "First.")
	b.AddBlock(Block{Kind: Paragraph}, text)
	done := b.Done()
	var shown []string
	for _, l := range done.Links {
		shown = append(shown, done.Content[l.Start:l.End]+" > "+l.Target)
	}
	return strings.TrimPrefix(done.Content, "First.\n\n"), shown
}

func TestLinks(t *testing.T) {
	var l Links
	tests := []struct {
		name, text, want string
		links            []string
	}{
		{"words", "See " + l.Mark("our policy", policy) + ".", "See our policy.", []string{"our policy > " + policy}},
		{"space stays outside", "see" + l.Mark(" here ", policy) + "now", "see here now", []string{"here > " + policy}},
		{"parts of one link", l.Mark("our ", policy) + l.Mark("policy", policy), "our policy", []string{"our policy > " + policy}},
		{"two links", l.Mark("a", policy) + l.Mark("b", policy+"/b"), "ab", []string{"a > " + policy, "b > " + policy + "/b"}},
		{"words that say it", l.Mark("www.Example.org/privacy/", policy), "www.Example.org/privacy/", nil},
		{"words that say it among others", l.Mark("at "+policy, policy), "at " + policy, nil},
		{"a longer target than the words say", l.Mark("example.org", policy), "example.org", []string{"example.org > " + policy}},
		{"no words", "a" + l.Mark(" \u200b", policy), "a", nil},
		{"within the document", l.Mark("here", "#part"), "here", nil},
		{"mail", l.Mark("write", "mailto:a@example.org"), "write", nil},
		{"script", l.Mark("run", "javascript:alert(1)//http://x"), "run", nil},
		{"control characters", l.Mark("x", "https://a\x1b[2J"), "x", nil},
		{"too long", l.Mark("x", policy+strings.Repeat("x", maxTarget)), "x", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, links := linked(&l, tt.text)
			assert.Equal(t, tt.want, text)
			assert.Equal(t, tt.links, links)
			assert.Equal(t, tt.want, strings.TrimSpace(Unlinked(tt.text)))
		})
	}
}

// A source that holds the marks itself hides nothing and links nowhere.
func TestForeignMarks(t *testing.T) {
	var l Links
	l.Mark("x", policy)
	forged := string(linkStart) + "0" + string(linkEnd) + "not" + string(linkEnd)
	text, links := linked(&l, "shall "+WithoutMarks(forged)+" sell")
	assert.Equal(t, "shall 0not sell", text)
	assert.Empty(t, links)

	var b Builder
	b.Add(Paragraph, 0, forged)
	assert.Equal(t, forged, b.Done().Content)

	for _, source := range []string{string(linkStart), string(linkEnd), "&#xFFFE;", "&#xFFFF;"} {
		var s string
		assert.Error(t, xml.Unmarshal([]byte("<a>"+source+"</a>"), &s), "XML allows %q", source)
	}
}

func FuzzLinks(f *testing.F) {
	f.Add("see \uFFFE0\uFFFFhere\uFFFF now")
	f.Add("\uFFFE\uFFFF\uFFFE9\uFFFF")
	f.Fuzz(func(t *testing.T, text string) {
		var l Links
		l.Mark("x", policy)
		plain, links := l.resolve(text)
		end := 0
		for _, link := range links {
			assert.LessOrEqual(t, end, link.Start)
			assert.LessOrEqual(t, link.Start, link.End)
			end = link.End
		}
		assert.LessOrEqual(t, end, len(plain))
	})
}

func TestJoinCells(t *testing.T) {
	assert.Equal(t, "a |  | b", JoinCells([]string{"a", "", "b", "", ""}))
	assert.Empty(t, JoinCells([]string{"", ""}))
}

// A long target is not looked at again for each word that it would belong to.
func TestLongTarget(t *testing.T) {
	var links Links
	for i := range 20 {
		links.Mark("word", policy+strconv.Itoa(i))
	}
	target := "https://example.org/" + strings.Repeat("x", 8<<20)
	start := time.Now()
	for range 20_000 {
		assert.Equal(t, "word", links.Mark("word", target))
	}
	assert.Less(t, time.Since(start), 2*time.Second)
}

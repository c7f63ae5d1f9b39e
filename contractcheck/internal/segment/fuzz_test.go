package segment

import "testing"

func FuzzSplit(f *testing.F) {
	f.Add(contract)
	for _, sentence := range oneSentence {
		f.Add(sentence)
	}
	for _, seed := range []string{
		"", "(a)(b)(c)", "Vendor shall: (a) obey; (b) pay.\n\n% 7\f(c) go", "| A | B\n\n| Sold. Not sold. | (a) x; (b) y",
		"# 9.\n\n9.1\n\n9.1.1", "@1 • x:\n\n@2 • y\n\n@1 z", "ARTICLE\n\nARTICLE IV\n\n§", "…. . .. ”’» “", "1. 2. 3.\n4.\n(i)\n(ii)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		checkProperties(t, text(content))
	})
}

package pdf

import (
	"strings"
	"sync"
)

// The encodings of the two standard fonts that have signs for letters (ISO
// 32000-1 D.5 and D.6). The blank stands for no character.
const (
	symbolFrom33 = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ " +
		"αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
	symbolFrom160 = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
		"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

var symbol = sync.OnceValue(func() *encoding {
	e := &encoding{}
	e[' '] = " "
	e.fill(33, symbolFrom33)
	e.fill(160, symbolFrom160)
	return e
})

// dingbats follow Unicode's own block of them, but for those that stood in
// other blocks before.
var dingbats = sync.OnceValue(func() *encoding {
	e := &encoding{}
	e[' '] = " "
	for code := 0x21; code < 0x7F; code++ {
		e[code] = string(rune(0x2701 + code - 0x21))
	}
	for code := 0xA1; code < 0xFF; code++ {
		e[code] = string(rune(0x2761 + code - 0xA1))
	}
	for code, text := range map[int]string{
		0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲", 0x74: "▼", 0x75: "◆", 0x77: "◗",
		0xA8: "♣", 0xA9: "♦", 0xAA: "♥", 0xAB: "♠", 0xD5: "→", 0xD6: "↔", 0xD7: "↕",
	} {
		e[code] = text
	}
	for i := range 10 {
		e[0xAC+i] = string(rune('①' + i))
	}
	return e
})

// signEncoding returns the encoding of a font of signs, or nil.
func signEncoding(name string) *encoding {
	if i := strings.IndexByte(name, '+'); i >= 0 {
		name = name[i+1:]
	}
	switch name {
	case "Symbol":
		return symbol()
	case "ZapfDingbats":
		return dingbats()
	}
	return nil
}

package container_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/container"
	. "example.org/contractcheck/contractcheck/internal/container/containertest"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// walk returns what a container holds, a line a file: its name, and its text or
// the first words of its error, then its notes.
func walk(t testing.TB, data []byte, limits extract.Limits) ([]string, error) {
	t.Helper()
	format, err := sniff.Detect(data)
	require.NoError(t, err)
	require.True(t, format.IsContainer())
	var lines []string
	err = container.Walk(context.Background(), data, format, limits.WithDefaults(), func(item container.Item) error {
		line := item.Name + ": " + strings.TrimSpace(string(item.Data))
		if item.Err != nil {
			line = item.Name + "! " + item.Err.Error()
			require.Empty(t, item.Data)
		}
		lines = append(lines, line)
		for _, n := range item.Notes {
			lines = append(lines, "note: "+n)
		}
		return nil
	})
	return lines, err
}

func requireWalk(t *testing.T, data []byte, want ...string) {
	t.Helper()
	got, err := walk(t, data, extract.Limits{})
	require.NoError(t, err)
	require.Len(t, got, len(want), "%q", got)
	for i := range want {
		if strings.Contains(want[i], "! ") {
			assert.True(t, strings.HasPrefix(got[i], want[i]), "got %q, want %q…", got[i], want[i])
		} else {
			assert.Equal(t, want[i], got[i])
		}
	}
}

func TestZip(t *testing.T) {
	requireWalk(t, Zip("Agreement.txt", "one", "folder/", "", "folder/Exhibit A.txt", "two", "__MACOSX/._a", "x", "folder/.DS_Store", "x",
		"../../up.txt", "three", `back\slash.txt`, "four", "esc\x1b[2J.txt", "five", "Agreement.txt", "six", "picture.png", "\x89PNG\r\n\x1a\n", "empty.txt", ""),
		"Agreement.txt: one", "folder/Exhibit A.txt: two", "up.txt: three", "back/slash.txt: four", "esc\uFFFD[2J.txt: five",
		"Agreement.txt (2): six", "picture.png! format not readable: a picture (PNG)", "empty.txt! no text in the file")
}

// A name from before UTF-8 is that of code page 437.
func TestZipOldName(t *testing.T) {
	requireWalk(t, Zip("Vertr\x84ge.txt", "one"), "Verträge.txt: one")
}

func TestZipEncrypted(t *testing.T) {
	data := Zip("locked.txt", "one")
	for _, mark := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := strings.Index(string(data), mark)
		data[at+map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8}[mark]] |= 1
	}
	requireWalk(t, data, "locked.txt! file is encrypted")
}

func TestZipInZip(t *testing.T) {
	data := Zip("a.txt", "text")
	for _, name := range []string{"1.zip", "2.zip", "3.zip"} {
		data = Zip("beside.txt", "text", name, string(data))
	}
	requireWalk(t, data, "beside.txt: text", "3.zip/beside.txt: text", "3.zip/2.zip/beside.txt: text", "3.zip/2.zip/1.zip/a.txt: text")
	requireWalk(t, Zip("4.zip", string(data)), "4.zip/beside.txt: text", "4.zip/3.zip/beside.txt: text", "4.zip/3.zip/2.zip/beside.txt: text",
		"4.zip/3.zip/2.zip/1.zip! file is too large: it lies in more than 3 containers")
}

// What is damaged in one file leaves the others.
func TestZipDamagedFile(t *testing.T) {
	data := Zip("bad.txt", strings.Repeat("words ", 100), "good.txt", "text", "bad.zip", "PK\x03\x04 and no more")
	at := strings.Index(string(data), "bad.txt") + len("bad.txt")
	copy(data[at:], "\xff\xff\xff\xff")
	requireWalk(t, data, "bad.txt! format not readable", "good.txt: text", "bad.zip! format not readable")
}

func TestLimits(t *testing.T) {
	two := Zip("a.txt", strings.Repeat("a", 600), "b.txt", strings.Repeat("b", 600), "c.zip", string(Zip("d.txt", strings.Repeat("d", 600))))
	got, err := walk(t, two, extract.Limits{Inflated: 1000})
	require.NoError(t, err)
	require.Len(t, got, 3, "%q", got)
	for _, line := range got[1:] {
		assert.Contains(t, line, "! file is too large", "one allowance for all")
	}
	got, err = walk(t, two, extract.Limits{Bytes: 500})
	require.NoError(t, err)
	assert.Contains(t, got[0], "a.txt! file is too large: more than 500 bytes")

	got, err = walk(t, Zip("a.txt", "text"), extract.Limits{Bytes: math.MaxInt64})
	require.NoError(t, err)
	assert.Equal(t, []string{"a.txt: text"}, got)

	var many []string
	for i := range 1001 {
		many = append(many, fmt.Sprint(i), "text")
	}
	_, err = walk(t, Zip(many...), extract.Limits{})
	require.ErrorIs(t, err, extract.ErrTooLarge)
	_, err = walk(t, Zip("in.zip", string(Zip(many...))), extract.Limits{})
	require.ErrorIs(t, err, extract.ErrTooLarge, "all depths count together")
}

func TestWalkStops(t *testing.T) {
	stop := errors.New("stop")
	calls := 0
	err := container.Walk(context.Background(), Zip("in.zip", string(Zip("a.txt", "a", "b.txt", "b")), "c.txt", "c"), sniff.ZIP, extract.DefaultLimits,
		func(container.Item) error { calls++; return stop })
	require.ErrorIs(t, err, stop)
	assert.Equal(t, 1, calls)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err = container.Walk(ctx, Zip("a.txt", "a"), sniff.ZIP, extract.DefaultLimits, func(container.Item) error { return nil })
	require.ErrorIs(t, err, context.Canceled)
}

// hostile are containers that do harm to who trusts them.
func hostile() map[string][]byte {
	var deep strings.Builder
	deep.WriteString("MIME-Version: 1.0\n")
	for i := range 10_000 {
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	forwarded := "MIME-Version: 1.0\n\nbottom\n"
	for range 50 {
		forwarded = "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + forwarded
	}
	return map[string][]byte{
		"parts in parts": []byte(deep.String()),
		"mails in mails": []byte(forwarded),
		"many parts":     []byte("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\nx\n", 100_000)),
		"many pictures":  []byte("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: image/png\nContent-ID: 1\n\nx\n", 100_000)),
		"bomb in a zip":  Zip("bomb.zip", string(Zip("zeros", strings.Repeat("\x00", 8<<20)))),
	}
}

func TestHostile(t *testing.T) {
	for name, data := range hostile() {
		start := time.Now()
		got, err := walk(t, data, extract.Limits{Inflated: 1 << 20})
		assert.Less(t, time.Since(start), 5*time.Second, name)
		if err != nil {
			assert.ErrorIs(t, err, extract.ErrTooLarge, name)
			continue
		}
		assert.Contains(t, strings.Join(got, "\n"), "! file is too large", name)
	}
}

func FuzzWalk(f *testing.F) {
	f.Add(Zip("a.txt", "one", "b.zip", string(Zip("c.txt", "two"))))
	f.Add([]byte(mixedMail))
	f.Add([]byte(relatedMail))
	f.Add(MSG(outlookMessage()))
	f.Fuzz(func(t *testing.T, data []byte) {
		format, err := sniff.Detect(data)
		if err != nil || !format.IsContainer() {
			return
		}
		_ = container.Walk(context.Background(), data, format, extract.Limits{Inflated: 1 << 20}.WithDefaults(), func(item container.Item) error {
			require.NotEmpty(t, item.Name)
			require.NotContains(t, item.Name, "\x1b")
			require.True(t, item.Err == nil || len(item.Data) == 0)
			return nil
		})
	})
}

//go:build unix

package ocr

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Scripts that stand for the two programs. What they say on standard error and
// what they are given must never be seen again.
const (
	paintsDot = `cat >"$SEEN"; printf 'P5\n1 1\n255\n.'`
	readsNone = `cat >/dev/null; printf '%s\n1\t1\t0\t0\t0\t0\t0\t0\t10\t10\t-1\t\n' "$HEADER"`
	readsWord = readsNone + `; printf '5\t1\t1\t1\t1\t1\t1\t1\t5\t5\t97\tshall\n'`
	hangs     = `sleep 300 & echo $! >"$SEEN"; wait`
)

// install puts scripts of these bodies on a path of their own. The tesseract
// knows English and German.
func install(t *testing.T, painter, reader string) (seen string) {
	t.Helper()
	folder := t.TempDir()
	seen = filepath.Join(folder, "seen")
	shell, err := exec.LookPath("sh")
	require.NoError(t, err)
	for name, body := range map[string]string{
		"pdftoppm":  painter,
		"tesseract": `[ "$1" = --list-langs ] && { printf 'List of languages:\ndeu\neng\n'; exit; }; ` + reader,
	} {
		if body != "" {
			script := fmt.Sprintf("#!%s\necho 'secret words' >&2\nPATH=%s\n%s\n", shell, os.Getenv("PATH"), body)
			require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700))
		}
	}
	t.Setenv("SEEN", seen)
	t.Setenv("HEADER", header)
	t.Setenv("PATH", folder)
	return seen
}

func TestEngine(t *testing.T) {
	seen := install(t, paintsDot, readsWord)
	e, err := New(t.Context(), Options{Language: "deu+eng"})
	require.NoError(t, err)
	page, err := e.Recognize(t.Context(), []byte("the file"), 3)
	require.NoError(t, err)
	require.Empty(t, page.Failed)
	assert.Equal(t, "shall", page.Lines[0].Words[0].Text)
	file, err := os.ReadFile(seen)
	require.NoError(t, err)
	assert.Equal(t, "the file", string(file))
}

// A page that fails says why, in our words alone.
func TestEngineFailsByPage(t *testing.T) {
	for name, tt := range map[string]struct{ painter, reader, want string }{
		"no picture":       {"exit 1", readsWord, "pdftoppm: it ended with status 1"},
		"another picture":  {"echo secret", readsWord, "pdftoppm gave no picture"},
		"half a picture":   {`printf 'P5\n100 100\n255\n.'`, readsWord, "pdftoppm gave no picture"},
		"a wide page":      {`printf 'P5\n12001 1\n255\n'; head -c 12001 /dev/zero`, readsWord, "has more than 12000 dots on a side"},
		"an endless page":  {`cat /dev/zero`, readsWord, "has more than 12000 dots on a side"},
		"no words":         {paintsDot, "exit 3", "tesseract: it ended with status 3"},
		"garbage":          {paintsDot, "cat >/dev/null; echo secret words", "tesseract gave no table of words"},
		"a damaged table":  {paintsDot, readsNone + "; echo secret", "row 2 of tesseract's table of words is damaged"},
		"an endless table": {paintsDot, "cat /dev/zero", "tesseract says too much"},
		"a crash":          {paintsDot, "kill -SEGV $$", "tesseract: it did not run to its end"},
		"input unread":     {"exec <&-; " + `printf 'P5\n1 1\n255\n.'`, "exec <&-; exit 4", "tesseract: it ended with status 4"},
	} {
		t.Run(name, func(t *testing.T) {
			install(t, tt.painter, tt.reader)
			e, err := New(t.Context(), Options{})
			require.NoError(t, err)
			page, err := e.Recognize(t.Context(), make([]byte, 1<<20), 1)
			require.NoError(t, err)
			assert.Contains(t, page.Failed, "OCR failed: ")
			assert.Contains(t, page.Failed, tt.want)
			assert.NotContains(t, page.Failed, "secret")
		})
	}
}

// A program that hangs is killed with those that it started, and the page says
// how long was waited.
func TestEngineKeepsTimeLimit(t *testing.T) {
	seen := install(t, hangs, readsWord)
	e, err := New(t.Context(), Options{Timeout: time.Second})
	require.NoError(t, err)
	begun := time.Now()
	page, err := e.Recognize(t.Context(), nil, 1)
	require.NoError(t, err)
	assert.Contains(t, page.Failed, "it took longer than 1s")
	assert.Less(t, time.Since(begun), time.Minute)
	assertGone(t, seen)
}

func TestEngineEndsWithContext(t *testing.T) {
	seen := install(t, hangs, readsWord)
	e, err := New(t.Context(), Options{})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for content := ""; content == ""; time.Sleep(10 * time.Millisecond) {
			data, _ := os.ReadFile(seen)
			content = string(data)
		}
		cancel()
	}()
	_, err = e.Recognize(ctx, nil, 1)
	assert.ErrorIs(t, err, context.Canceled)
	assertGone(t, seen)
}

// assertGone checks that the process whose number stands in a file has ended.
func assertGone(t *testing.T, file string) {
	t.Helper()
	number, err := os.ReadFile(file)
	require.NoError(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(number)))
	require.NoError(t, err)
	assert.Eventually(t, func() bool {
		if syscall.Kill(pid, 0) == syscall.ESRCH {
			return true
		}
		// Linux tells of one that was killed and that nobody has waited for yet.
		state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		return err == nil && strings.Contains(string(state), ") Z ")
	}, 10*time.Second, 50*time.Millisecond)
}

func TestNewNamesWhatIsMissing(t *testing.T) {
	for name, tt := range map[string]struct {
		painter, reader string
		options         Options
		want            string
	}{
		"no pdftoppm":         {"", readsWord, Options{}, "pdftoppm, which is not on the path (Debian and Ubuntu have it in the package poppler-utils)"},
		"a language":          {paintsDot, readsWord, Options{Language: "eng+fra"}, `no language "fra"`},
		"an option":           {paintsDot, readsWord, Options{Language: "--psm"}, `no language "--psm"`},
		"half a list":         {paintsDot, readsWord, Options{Language: "eng+"}, `no language ""`},
		"the list's headline": {paintsDot, readsWord, Options{Language: "List of languages:"}, "no language"},
		"few dots":            {paintsDot, readsWord, Options{DPI: 71}, "at 71 dots an inch: expected 72 to 600"},
		"many dots":           {paintsDot, readsWord, Options{DPI: 601}, "expected 72 to 600"},
		"no time":             {paintsDot, readsWord, Options{Timeout: -1}, "expected a positive one"},
	} {
		t.Run(name, func(t *testing.T) {
			install(t, tt.painter, tt.reader)
			_, err := New(t.Context(), tt.options)
			assert.ErrorContains(t, err, tt.want)
		})
	}
	t.Setenv("PATH", t.TempDir())
	_, err := New(t.Context(), Options{})
	assert.ErrorIs(t, err, exec.ErrNotFound)
}

func TestNewWithoutTesseract(t *testing.T) {
	install(t, paintsDot, readsWord)
	require.NoError(t, os.Remove(filepath.Join(os.Getenv("PATH"), "tesseract")))
	_, err := New(t.Context(), Options{})
	assert.ErrorIs(t, err, exec.ErrNotFound)
	assert.ErrorContains(t, err, "tesseract, which is not on the path (Debian and Ubuntu have it in the package tesseract-ocr)")
}

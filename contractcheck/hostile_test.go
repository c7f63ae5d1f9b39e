//go:build unix

package contractcheck_test

import (
	"encoding/json"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

var (
	mutants    = flag.Int("mutants", 3000, "read this many mutants of files")
	mutantSeed = flag.Uint64("mutant-seed", 1, "seed of the first mutant; the others count up from it")
)

// What reading a file may cost.
const (
	mostReading = 10 * time.Second // of the processors' time
	mostWaiting = 5 * time.Minute  // for a reading, on a busy machine
	mostMemory  = 512 << 20        // bytes that a process which reads file after file takes of the system
)

// documentPatterns are the real files below ../shared/data that are read.
var documentPatterns = []string{"extract/*/*", "gold/docs/*", "corpus/vendor/*"}

// TestHostileFiles reads real files and mutants of them, in one process a core.
// Whatever a file has become, reading it ends in time and memory and without a
// panic.
func TestHostileFiles(t *testing.T) {
	extracttest.Long(t, "it takes two minutes, and eight times as long under the race detector")
	files := documents(t)
	todo := make(chan reading)
	go func() {
		defer close(todo)
		for _, file := range files {
			todo <- reading{File: file}
		}
		for i := range *mutants {
			todo <- reading{File: files[i%len(files)], Mutant: true, Seed: *mutantSeed + uint64(i)}
		}
	}()
	results := make([]results, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i].collect(t, todo) })
	}
	wg.Wait()
	total := merged(results)
	t.Logf("%d files and %d mutants; %d of all were read, %d in part; slowest %.2f s: %s; at most %d MiB",
		len(files), *mutants, total.read, total.partly, total.slowest.Took.Seconds(), total.slowestReading, total.memory>>20)
	assert.Equal(t, len(files)+*mutants, total.count)
	assert.Less(t, total.slowest.Took, mostReading, total.slowestReading)
	assert.Less(t, total.memory, int64(mostMemory))
}

// documents returns the files of the project and those beside it.
func documents(t *testing.T) []string {
	t.Helper()
	files := extracttest.Glob(t, documentPatterns...)
	for _, folder := range []string{contracts, contracts + "/src", hostile} {
		own, err := filepath.Glob(filepath.Join(folder, "*.*"))
		require.NoError(t, err)
		files = append(files, own...)
	}
	files = append(files, sheetsAndTexts(t)...)
	slices.Sort(files)
	return slices.DeleteFunc(slices.Compact(files), func(file string) bool {
		info, err := os.Stat(file)
		return err != nil || !info.Mode().IsRegular()
	})
}

// sheetsAndTexts writes files of the formats that the project has none of.
func sheetsAndTexts(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	var files []string
	for name, data := range map[string][]byte{
		"workbook.xlsx": ownXLSX(t, 20), "text.odt": ownODT(t, ownBody), "text.fodt": flatODT(ownBody),
	} {
		file := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(file, data, 0o600))
		files = append(files, file)
	}
	return files
}

// results is what one process has read.
type results struct {
	count, read, partly int
	slowest             outcome
	slowestReading      reading
	memory              int64 // bytes
}

// collect has a process of its own carry out readings.
func (r *results) collect(t *testing.T, todo <-chan reading) {
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), readingsVariable+"=1")
	process.Stderr = os.Stderr
	requests, err := process.StdinPipe()
	if !assert.NoError(t, err) {
		return
	}
	outcomes, err := process.StdoutPipe()
	if !assert.NoError(t, err) || !assert.NoError(t, process.Start()) {
		return
	}
	// A reading that hangs ends with a trace of where it does.
	hung := time.AfterFunc(mostWaiting, func() { process.Process.Signal(syscall.SIGQUIT) })
	r.exchange(t, todo, requests, outcomes, func() { hung.Reset(mostWaiting) })
	requests.Close()
	assert.NoError(t, process.Wait())
	hung.Stop()
}

func (r *results) exchange(t *testing.T, todo <-chan reading, requests io.Writer, outcomes io.Reader, begin func()) {
	encoder, decoder := json.NewEncoder(requests), json.NewDecoder(outcomes)
	for reading := range todo {
		begin()
		var got outcome
		err := encoder.Encode(reading)
		if err == nil {
			err = decoder.Decode(&got)
		}
		if !assert.NoError(t, err, "%s ended the process", reading) {
			return
		}
		r.add(t, reading, got)
	}
}

func (r *results) add(t *testing.T, reading reading, got outcome) {
	assert.Empty(t, got.Fault, reading)
	r.count++
	r.memory = got.Memory
	if got.Read {
		r.read++
	}
	if got.Unread > 0 {
		r.partly++
	}
	if got.Took > r.slowest.Took {
		r.slowest, r.slowestReading = got, reading
	}
}

func merged(all []results) (total results) {
	for _, r := range all {
		total.count += r.count
		total.read += r.read
		total.partly += r.partly
		total.memory = max(total.memory, r.memory)
		if r.slowest.Took > total.slowest.Took {
			total.slowest, total.slowestReading = r.slowest, r.slowestReading
		}
	}
	return total
}

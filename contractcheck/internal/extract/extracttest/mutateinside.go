package extracttest

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
)

// mostInflated bounds the part or stream that is damaged, in bytes.
const mostInflated = 16 << 20

// mutatePart damages one part of a zip file and packs it again.
func mutatePart(data []byte, random *rand.Rand) ([]byte, bool) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(reader.File) == 0 {
		return nil, false
	}
	chosen := random.IntN(len(reader.File))
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for i, file := range reader.File {
		if i == chosen {
			err = copyMutant(writer, file, random)
		} else {
			err = writer.Copy(file)
		}
		if err != nil {
			return nil, false
		}
	}
	return out.Bytes(), writer.Close() == nil
}

func copyMutant(writer *zip.Writer, file *zip.File, random *rand.Rand) error {
	content, err := file.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	data, err := io.ReadAll(io.LimitReader(content, mostInflated))
	if err != nil {
		return err
	}
	part, err := writer.Create(file.Name)
	if err != nil {
		return err
	}
	_, err = part.Write(mutate(data, random))
	return err
}

var streamStart = regexp.MustCompile(`stream\r?\n`)

// mutateStream damages one stream of a PDF file that is packed with zlib, and
// packs it again. Where the stream does not grow, all others keep their places.
func mutateStream(data []byte, random *rand.Rand) ([]byte, bool) {
	starts := streamStart.FindAllIndex(data, -1)
	if len(starts) == 0 {
		return nil, false
	}
	start := starts[random.IntN(len(starts))][1]
	length := bytes.Index(data[start:], []byte("endstream"))
	if length < 0 {
		return nil, false
	}
	content, ok := unpacked(data[start : start+length])
	if !ok {
		return nil, false
	}
	packed := Deflated(mutate(content, random))
	if len(packed) < length {
		packed = append(packed, make([]byte, length-len(packed))...)
	}
	return slices.Concat(data[:start], packed, data[start+length:]), true
}

// unpacked returns what a zlib stream holds, and false for one that is none or
// empty.
func unpacked(stream []byte) ([]byte, bool) {
	reader, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, false
	}
	content, err := io.ReadAll(io.LimitReader(reader, mostInflated))
	return content, err == nil && len(content) > 0
}

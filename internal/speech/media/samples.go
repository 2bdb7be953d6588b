package media

import (
	"cmp"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/pcm"
)

// sampleTypes are the media types of samples without a header, with the format that each implies if
// its parameters say nothing else: RFC 2586 (L16), RFC 3190 (L20, L24), RFC 3551 (L8, PCMU, PCMA),
// RFC 2046 (basic), and unregistered ones. A sample rate of 0 is the requested one.
var sampleTypes = map[string]pcm.Format{
	"audio/l16": {Bits: 16, BigEndian: true},
	"audio/l24": {Bits: 24, BigEndian: true},
	"audio/l8":  {Bits: 8, Encoding: pcm.Unsigned},

	"audio/basic":   {Bits: 8, Encoding: pcm.MuLaw, SampleRate: 8000},
	"audio/pcmu":    {Bits: 8, Encoding: pcm.MuLaw, SampleRate: 8000},
	"audio/mulaw":   {Bits: 8, Encoding: pcm.MuLaw, SampleRate: 8000},
	"audio/x-mulaw": {Bits: 8, Encoding: pcm.MuLaw, SampleRate: 8000},
	"audio/pcma":    {Bits: 8, Encoding: pcm.ALaw, SampleRate: 8000},
	"audio/alaw":    {Bits: 8, Encoding: pcm.ALaw, SampleRate: 8000},
	"audio/x-alaw":  {Bits: 8, Encoding: pcm.ALaw, SampleRate: 8000},

	"audio/pcm":   {Bits: 16},
	"audio/x-pcm": {Bits: 16},
	"audio/raw":   {Bits: 16},
	"audio/x-raw": {Bits: 16},
}

// codecs maps the format names of ffmpeg, GStreamer and providers.
var codecs = map[string]pcm.Format{
	"pcm": {Bits: 16}, "linear16": {Bits: 16}, "signed-integer": {Bits: 16},
	"s16le": {Bits: 16}, "pcm_s16le": {Bits: 16}, "s16be": {Bits: 16, BigEndian: true}, "pcm_s16be": {Bits: 16, BigEndian: true},
	"s24le": {Bits: 24}, "pcm_s24le": {Bits: 24}, "s32le": {Bits: 32}, "pcm_s32le": {Bits: 32},
	"u8": {Bits: 8, Encoding: pcm.Unsigned}, "pcm_u8": {Bits: 8, Encoding: pcm.Unsigned}, "s8": {Bits: 8},
	"f32le": {Bits: 32, Encoding: pcm.Float}, "pcm_f32le": {Bits: 32, Encoding: pcm.Float}, "float": {Bits: 32, Encoding: pcm.Float},
	"float32": {Bits: 32, Encoding: pcm.Float}, "f32": {Bits: 32, Encoding: pcm.Float}, "f64le": {Bits: 64, Encoding: pcm.Float},
	"mulaw": {Bits: 8, Encoding: pcm.MuLaw}, "ulaw": {Bits: 8, Encoding: pcm.MuLaw}, "pcm_mulaw": {Bits: 8, Encoding: pcm.MuLaw},
	"alaw": {Bits: 8, Encoding: pcm.ALaw}, "pcm_alaw": {Bits: 8, Encoding: pcm.ALaw},
}

// Names of declarations: parameters of the media type, then headers.
var (
	rateNames    = []string{"rate", "samplerate", "sample-rate", "sample_rate", "X-Sample-Rate"}
	channelNames = []string{"channels", "X-Channels"}
	bitNames     = []string{"bits", "bit-depth", "bitdepth", "width", "X-Bit-Depth"}
	codecNames   = []string{"codec", "codecs", "encoding", "format"}
	orderNames   = []string{"endian", "endianness", "endianess", "byte-order"}
)

// parseType splits a media type into its name and parameters, in lower case. It parses a malformed
// one as far as it can: a missed sample rate would be audible.
func parseType(value string) (declared string, parameters map[string]string) {
	declared, rest, _ := strings.Cut(strings.ToLower(value), ";")
	parameters = map[string]string{}
	for parameter := range strings.SplitSeq(rest, ";") {
		name, value, _ := strings.Cut(parameter, "=")
		parameters[strings.TrimSpace(name)] = strings.Trim(value, ` "`)
	}
	return strings.TrimSpace(declared), parameters
}

// declarations are an answer's declarations about its samples.
type declarations struct {
	parameters map[string]string
	header     http.Header
}

// text returns the value declared under names; "" if there is none. Conflicting values are an
// error.
func (d declarations) text(names []string) (value string, err error) {
	for _, name := range names {
		given := d.parameters[name]
		if given == "" {
			given = d.header.Get(name)
		}
		switch given = strings.ToLower(strings.TrimSpace(given)); {
		case given == "":
		case value != "" && value != given:
			return "", fmt.Errorf("%w: it declares %s %s and %s", ErrFormat, names[0], value, given)
		default:
			value = given
		}
	}
	return value, nil
}

// number sets n to the value declared under names, if there is one.
func (d declarations) number(n *int, names []string) error {
	text, err := d.text(names)
	if text == "" || err != nil {
		return err
	}
	if *n, err = strconv.Atoi(text); err != nil || *n <= 0 {
		return fmt.Errorf("%w: it declares %s %q", ErrFormat, names[0], text)
	}
	return nil
}

// sampleFormat returns the format of samples without a header. The default is rate Hz, mono, 16
// bit, little-endian.
func sampleFormat(declared string, parameters map[string]string, header http.Header, rate int) (pcm.Format, error) {
	d := declarations{parameters, header}
	format, known := sampleTypes[declared]
	if !known {
		format.Bits = 16
	}
	if format.SampleRate == 0 {
		format.SampleRate = rate
	}
	format.Channels = 1
	if err := d.codec(&format); err != nil {
		return format, err
	}
	return format, cmp.Or(d.number(&format.SampleRate, rateNames), d.number(&format.Channels, channelNames),
		d.number(&format.Bits, bitNames), d.order(&format))
}

func (d declarations) codec(format *pcm.Format) error {
	name, err := d.text(codecNames)
	if name == "" || err != nil {
		return err
	}
	codec, known := codecs[name]
	if !known {
		return fmt.Errorf("%w: it declares the encoding %q", ErrFormat, name)
	}
	format.Bits, format.Encoding, format.BigEndian = codec.Bits, codec.Encoding, codec.BigEndian
	return nil
}

func (d declarations) order(format *pcm.Format) error {
	order, err := d.text(orderNames)
	switch {
	case order == "" || err != nil:
		return err
	case strings.HasPrefix(order, "little"), strings.HasPrefix(order, "big"):
		format.BigEndian = strings.HasPrefix(order, "big")
		return nil
	}
	return fmt.Errorf("%w: it declares the byte order %q", ErrFormat, order)
}

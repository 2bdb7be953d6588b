package mp3

import "encoding/binary"

// The two parts of an Info frame after its blank side information, in bytes
// (http://gabriel.mp3-tech.org/mp3infotag.html).
const (
	xingBytes = 120
	lameBytes = 36
)

// counts is what players need to know about a file's frames. Delay and padding are in samples, in
// LAME's terms: a decoder drops decoderDelay more at the start, and that many fewer at the end.
type counts struct{ frames, bytes, delay, padding int }

// infoFrame returns a silent frame that tells players how to play the frames after it. like is the
// first of those. The loudness fields stay blank, because the audio is already leveled.
func infoFrame(like []byte, f Format, c counts) []byte {
	version, _ := layer3Version(f.SampleRate)
	frame := make([]byte, frameBytes(version, f.SampleRate, f.BitRate))
	copy(frame, like[:headerBytes])
	frame[2] &^= 2 // no padding
	xing := frame[headerBytes+sideInfoBytes(version):]
	c.bytes += len(frame)
	copy(xing, "Info")
	binary.BigEndian.PutUint32(xing[4:], 1|2|4|8) // all four fields are there
	binary.BigEndian.PutUint32(xing[8:], uint32(c.frames))
	binary.BigEndian.PutUint32(xing[12:], uint32(c.bytes))
	for i := range 100 { // hundredths of the time → 256ths of the bytes
		xing[16+i] = byte(i * 256 / 100)
	}
	binary.BigEndian.PutUint32(xing[116:], 100-10*quality) // per cent
	lame := xing[xingBytes:]
	copy(lame[:9], lameVersion())
	lame[9] = 1 // constant bit rate
	binary.BigEndian.PutUint32(lame[20:], uint32(f.BitRate)<<24|uint32(c.delay)<<12|uint32(c.padding))
	binary.BigEndian.PutUint32(lame[28:], uint32(c.bytes))
	tagged := headerBytes + sideInfoBytes(version) + xingBytes + lameBytes - 2
	binary.BigEndian.PutUint16(frame[tagged:], crc16(frame[:tagged]))
	return frame
}

// crc16 is the checksum of the Info frame: polynomial x^16 + x^15 + x^2 + 1, bits reversed.
func crc16(data []byte) uint16 {
	sum := uint16(0)
	for _, b := range data {
		sum ^= uint16(b)
		for range 8 {
			sum = sum>>1 ^ 0xA001*(sum&1)
		}
	}
	return sum
}

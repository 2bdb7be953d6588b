#include <stddef.h>
#include <stdint.h>

// What an encoder writes to, and where a decoder puts its samples. bytes is malloc's, and the caller's to free.
struct buffer {
	uint8_t *bytes;
	size_t length, capacity;
	size_t position; // of the next write
};

// What a decoder reads.
struct source {
	const uint8_t *bytes;
	size_t length, position;
};

// What a decoder found.
struct decoded {
	struct source source;
	struct buffer samples; // int16_t
	unsigned sample_rate, channels, bits;
	int summed; // the header has an MD5
	int errors;
};

// encode_flac returns NULL, or what went wrong.
const char *encode_flac(struct buffer *out, const int16_t *samples, size_t count, unsigned sample_rate, unsigned level);

// decode_flac returns NULL, or what went wrong.
const char *decode_flac(struct decoded *d);

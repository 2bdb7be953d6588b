#include "buffer.h"

#include <FLAC/stream_decoder.h>
#include <FLAC/stream_encoder.h>
#include <stdlib.h>
#include <string.h>

static int put(struct buffer *b, const void *bytes, size_t n) {
	if (b->position + n > b->capacity) {
		size_t capacity = 2 * (b->position + n);
		uint8_t *grown = realloc(b->bytes, capacity);
		if (grown == NULL)
			return 0;
		b->bytes = grown;
		b->capacity = capacity;
	}
	memcpy(b->bytes + b->position, bytes, n);
	b->position += n;
	if (b->position > b->length)
		b->length = b->position;
	return 1;
}

static FLAC__StreamEncoderWriteStatus on_write(const FLAC__StreamEncoder *encoder, const FLAC__byte bytes[], size_t n, uint32_t samples, uint32_t frame, void *out) {
	return put(out, bytes, n) ? FLAC__STREAM_ENCODER_WRITE_STATUS_OK : FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
}

// The encoder goes back to the header once it knows the MD5.
static FLAC__StreamEncoderSeekStatus on_seek(const FLAC__StreamEncoder *encoder, FLAC__uint64 offset, void *out) {
	struct buffer *b = out;
	if (offset > b->length)
		return FLAC__STREAM_ENCODER_SEEK_STATUS_ERROR;
	b->position = offset;
	return FLAC__STREAM_ENCODER_SEEK_STATUS_OK;
}

static FLAC__StreamEncoderTellStatus on_tell(const FLAC__StreamEncoder *encoder, FLAC__uint64 *offset, void *out) {
	*offset = ((struct buffer *)out)->position;
	return FLAC__STREAM_ENCODER_TELL_STATUS_OK;
}

enum { block = 4096 };

static int feed(FLAC__StreamEncoder *e, const int16_t *samples, size_t count) {
	FLAC__int32 wide[block];
	while (count > 0) {
		size_t n = count < block ? count : block;
		for (size_t i = 0; i < n; i++)
			wide[i] = samples[i];
		if (!FLAC__stream_encoder_process_interleaved(e, wide, n))
			return 0;
		samples += n;
		count -= n;
	}
	return 1;
}

const char *encode_flac(struct buffer *out, const int16_t *samples, size_t count, unsigned sample_rate, unsigned level) {
	FLAC__StreamEncoder *e = FLAC__stream_encoder_new();
	if (e == NULL)
		return "no memory for an encoder";
	FLAC__stream_encoder_set_channels(e, 1);
	FLAC__stream_encoder_set_bits_per_sample(e, 16);
	FLAC__stream_encoder_set_sample_rate(e, sample_rate);
	FLAC__stream_encoder_set_streamable_subset(e, false); // which lacks odd sample rates
	FLAC__stream_encoder_set_compression_level(e, level);
	FLAC__stream_encoder_set_total_samples_estimate(e, count);
	const char *failure = NULL;
	if (FLAC__stream_encoder_init_stream(e, on_write, on_seek, on_tell, NULL, out) != FLAC__STREAM_ENCODER_INIT_STATUS_OK || !feed(e, samples, count))
		failure = FLAC__stream_encoder_get_resolved_state_string(e);
	if (!FLAC__stream_encoder_finish(e) && failure == NULL)
		failure = "the encoder does not finish";
	FLAC__stream_encoder_delete(e);
	return failure;
}

static FLAC__StreamDecoderReadStatus on_read(const FLAC__StreamDecoder *decoder, FLAC__byte bytes[], size_t *n, void *data) {
	struct source *s = &((struct decoded *)data)->source;
	size_t left = s->length - s->position;
	if (*n > left)
		*n = left;
	memcpy(bytes, s->bytes + s->position, *n);
	s->position += *n;
	return *n > 0 ? FLAC__STREAM_DECODER_READ_STATUS_CONTINUE : FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM;
}

static FLAC__StreamDecoderWriteStatus on_frame(const FLAC__StreamDecoder *decoder, const FLAC__Frame *frame, const FLAC__int32 *const channels[], void *data) {
	struct decoded *d = data;
	if (frame->header.channels != 1 || frame->header.bits_per_sample != 16)
		return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT;
	int16_t narrow[block];
	for (uint32_t from = 0; from < frame->header.blocksize; from += block) {
		uint32_t n = frame->header.blocksize - from;
		if (n > block)
			n = block;
		for (uint32_t i = 0; i < n; i++)
			narrow[i] = channels[0][from + i];
		if (!put(&d->samples, narrow, n * sizeof *narrow))
			return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT;
	}
	return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE;
}

static void on_header(const FLAC__StreamDecoder *decoder, const FLAC__StreamMetadata *metadata, void *data) {
	static const FLAC__byte unknown[16];
	struct decoded *d = data;
	if (metadata->type != FLAC__METADATA_TYPE_STREAMINFO)
		return;
	d->sample_rate = metadata->data.stream_info.sample_rate;
	d->channels = metadata->data.stream_info.channels;
	d->bits = metadata->data.stream_info.bits_per_sample;
	d->summed = memcmp(metadata->data.stream_info.md5sum, unknown, sizeof unknown) != 0;
}

static void on_error(const FLAC__StreamDecoder *decoder, FLAC__StreamDecoderErrorStatus status, void *data) {
	((struct decoded *)data)->errors++;
}

const char *decode_flac(struct decoded *d) {
	FLAC__StreamDecoder *s = FLAC__stream_decoder_new();
	if (s == NULL)
		return "no memory for a decoder";
	FLAC__stream_decoder_set_md5_checking(s, true);
	const char *failure = NULL;
	if (FLAC__stream_decoder_init_stream(s, on_read, NULL, NULL, NULL, NULL, on_frame, on_header, on_error, d) != FLAC__STREAM_DECODER_INIT_STATUS_OK ||
		!FLAC__stream_decoder_process_until_end_of_stream(s))
		failure = FLAC__stream_decoder_get_resolved_state_string(s);
	if (!FLAC__stream_decoder_finish(s) && failure == NULL)
		failure = "the audio is damaged: its MD5 differs from the header's";
	if (failure == NULL && d->errors > 0)
		failure = "the stream is damaged";
	FLAC__stream_decoder_delete(s);
	return failure;
}

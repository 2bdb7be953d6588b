package audio

// IPTC's terms for how synthetic speech is made: by a model trained on recordings, or by rules
// (https://cv.iptc.org/newscodes/digitalsourcetype/). Tags, narrations and credentials name them.
const (
	TrainedModel = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
	Algorithm    = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
)

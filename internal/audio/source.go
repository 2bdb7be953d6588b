package audio

// IPTC's terms for what makes synthetic speech: a model that learnt from recordings, or rules
// (https://cv.iptc.org/newscodes/digitalsourcetype/). Tags, narrations and credentials name them.
const (
	TrainedModel = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
	Algorithm    = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
)

package main

import (
	"archive/zip"
	"io"
	"path/filepath"

	"github.com/pemistahl/lingua-go/serialization"
	"google.golang.org/protobuf/proto"
)

// readModel returns the probability of each trigram in the words of a language. lingua-go stores
// how probable a letter is after those before it; the product over one, two and three letters is
// the probability of the trigram.
func readModel(folder string) (map[string]float64, error) {
	ngrams := make(map[string]float64)
	for _, size := range []string{"unigrams", "bigrams", "trigrams"} {
		if err := readNgrams(filepath.Join(folder, size+".pb.bin.zip"), ngrams); err != nil {
			return nil, err
		}
	}
	trigrams := make(map[string]float64)
	for ngram, probability := range ngrams {
		if letters := []rune(ngram); len(letters) == 3 {
			trigrams[ngram] = ngrams[string(letters[:1])] * ngrams[string(letters[:2])] * probability
		}
	}
	return trigrams, nil
}

func readNgrams(name string, into map[string]float64) error {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return err
	}
	defer archive.Close()
	file, err := archive.File[0].Open()
	if err != nil {
		return err
	}
	data, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	var model serialization.SerializableLanguageModel
	if err := proto.Unmarshal(data, &model); err != nil {
		return err
	}
	for _, set := range model.NgramSets {
		for _, ngram := range set.Ngrams {
			into[ngram] = set.Probability
		}
	}
	return nil
}

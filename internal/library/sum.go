package library

import "hash/maphash"

// Sum is a hash of an id or an ETag. Passes over a million articles keep sums: a million strings
// would take some hundred megabytes. It differs between processes.
type Sum uint64

var sumSeed = maphash.MakeSeed()

// SumOf returns the sum of an id or an ETag.
func SumOf(text string) Sum { return Sum(maphash.String(sumSeed, text)) }

package store

// SetPageSize makes lists request few entries at a time, so that a test does not need a thousand
// objects for several pages.
func (s *S3) SetPageSize(n int32) { s.pageSize = n }

package store

// SetPageSize has lists ask for few entries at a time, so that a test needs no thousand objects to
// see several pages.
func (s *S3) SetPageSize(n int32) { s.pageSize = n }

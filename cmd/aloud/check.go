package main

// checkVoices refuses voices of the settings with which every article would fail.
func (s *service) checkVoices() error {
	voices := s.clients()
	return s.config.CheckVoices(voices)
}

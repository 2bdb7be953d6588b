package main

// checkVoices refuses voices of the settings with which every article would fail.
func (s *service) checkVoices() error {
	return s.config.CheckVoices(s.voices())
}

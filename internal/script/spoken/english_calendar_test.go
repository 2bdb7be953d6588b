package spoken

import "testing"

func TestEnglishDates(t *testing.T) {
	englishCases{"date": {
		{"Dec. 2", "December second"},
		{"Feb. 24, 2022", "February twenty-fourth, twenty twenty-two"},
		{"Sept. 11, 2001, was", "September eleventh, two thousand one, was"},
		{"2022-02-24", "February twenty-fourth, twenty twenty-two"},
		{"24.08.1991", "August twenty-fourth, nineteen ninety-one"},
		{"8/24/1991", "August twenty-fourth, nineteen ninety-one"},
		{"24/8/1991", "August twenty-fourth, nineteen ninety-one"},
		{"Nov. 3–5", "November third to fifth"},
		{"Nov. 30–Dec. 2", "November thirtieth to December second"},
		{"Nov. 3 and 4", "November third and fourth"},
		{"24 February 2022", "the twenty-fourth of February, twenty twenty-two"},
		{"the 24 February invasion", "the twenty-fourth of February invasion"},
		{"3–5 November", "the third to the fifth of November"},
		{"in Feb. 2014", "in February twenty fourteen"},
		{"March–May 2022", "March to May twenty twenty-two"},
		{"in late Dec. and", "in late December and"},
		{"It was Dec.", "It was December."},
		{"Mon., Dec. 2", "Monday, December second"},
		{"Mon.–Fri.", "Monday to Friday."},
		{"988 AD", "nine eighty-eight A D"},
		{"500 BC", "five hundred B C"},
	}}.check(t)
}

func TestEnglishTimes(t *testing.T) {
	englishCases{"time": {
		{"3:09 PM", "three oh nine P M"},
		{"6 a.m. local time", "six A M local time"},
		{"at 6 p.m. He left", "at six P M. He left"},
		{"3.30pm", "three thirty P M"},
		{"8pm", "eight P M"},
		{"9–11 a.m.", "nine to eleven A M."},
		{"from 9 a.m. to 5 p.m. on", "from nine A M to five P M on"},
		{"at 15:30", "at fifteen thirty"},
		{"10:00 GMT", "ten o'clock G M T"},
		{"15:00", "fifteen hundred"},
		{"00:05", "twelve oh five A M"},
		{"00:00", "midnight"},
		{"14:30–16:00", "fourteen thirty to sixteen hundred"},
		{"0800 GMT", "oh eight hundred G M T"},
		{"UTC+2", "U T C plus two"},
	}}.check(t)
}

func TestEnglishYears(t *testing.T) {
	englishCases{"year": {
		{"in 1905", "in nineteen oh five"},
		{"in 1900", "in nineteen hundred"},
		{"in 2008", "in two thousand eight"},
		{"in 1654", "in sixteen fifty-four"},
		{"mid-2022", "mid-twenty twenty-two"},
		{"the 1990s", "the nineteen nineties"},
		{"the 2000s", "the two thousands"},
		{"the '90s", "the nineties"},
		{"in her 30s", "in her thirties"},
		{"2014-2022", "twenty fourteen to twenty twenty-two"},
		{"2022–24", "twenty twenty-two to twenty twenty-four"},
		{"2014–present", "twenty fourteen to present"},
		{"the 2023/24 season", "the twenty twenty-three twenty twenty-four season"},
		{"the class of ’14", "the class of fourteen"},
	}}.check(t)
}

package worker

import "time"

// A lane is some of a worker's places for renders, with the queues that they take from, in that
// order. When all slots are busy, queue order does not help the next article, so most slots accept
// only news. The others take what the archive has when there is no news.
type lane struct {
	name   string
	places int
	queues []string
	poll   time.Duration
}

// otherPoll is the polling interval of the lane that news needs only in a rush.
const otherPoll = 200 * time.Millisecond

// lanes divides a worker's places: three of four are for news. A single place takes everything; of
// two or three places, one does.
func lanes(places int) []lane {
	if places == 1 {
		return []lane{{"any", 1, renderQueues, pollEvery}}
	}
	other := max(1, places/4)
	return []lane{{"news", places - other, newsQueues, pollEvery}, {"any", other, renderQueues, otherPoll}}
}

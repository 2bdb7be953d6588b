package worker

// Releases before 1.0 left the store's identity out of every name. During an upgrade their workers
// run beside ours: we drain their queues, hold a lease under its former name too, and raise their
// counters. Delete this file after 1.0.

func formerQueue(queue string) string { return queue }

func formerKey(kind, name string) string { return "aloud:" + kind + ":" + name }

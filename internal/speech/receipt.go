package speech

import "context"

// receipt is how a Cache gets speech that it asked for. The checks hand over what they accept,
// before anything else is done about it: quotas, budgets and what is learnt of a voice take a
// while, and longer if Redis is away. A process that ends meanwhile would have the speech bought
// again.
type receipt struct {
	cache    *Cache
	purchase purchase
	onBought func(Speech) // as of Call

	kept bool
	err  error // of storing
}

// keep stores the speech, the first time that it is called. A call without a cache has no receipt.
func (r *receipt) keep(ctx context.Context, speech Speech) error {
	if r == nil {
		return nil
	}
	if r.kept {
		return r.err
	}
	r.kept = true
	if r.onBought != nil {
		r.onBought(speech)
	}
	if r.purchase.flac, r.err = pack(speech); r.err == nil {
		r.err = r.cache.keep(ctx, r.purchase)
	}
	return r.err
}

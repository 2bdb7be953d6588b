package worker

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/spend"
)

// budgetCollector reads at each scrape how much of the sites' budgets is left.
type budgetCollector struct {
	counters *Counters
	budgets  func() map[string]spend.Budget
}

// NewBudgetCollector reads the counters of the store with that identity over rdb, which should be
// Impatient: a scrape has a deadline.
func NewBudgetCollector(rdb redis.UniversalClient, store string, budgets func() map[string]spend.Budget) prometheus.Collector {
	return &budgetCollector{NewCounters(rdb, store), budgets}
}

var (
	budgetLimit = prometheus.NewDesc("aloud_budget_usd", "Budget of a site for the running day or month (UTC), in US dollars; none if it has no limit.", []string{"site", "period"}, nil)
	budgetLeft  = prometheus.NewDesc("aloud_budget_left_usd", "What is left of aloud_budget_usd.", []string{"site", "period"}, nil)
	budgetRatio = prometheus.NewDesc("aloud_budget_left_ratio", "Part of a budget that is left, from 1 to 0: the smaller one of dollars and characters.", []string{"site", "period"}, nil)
)

// Describe implements prometheus.Collector.
func (c *budgetCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- budgetLimit
	ch <- budgetLeft
	ch <- budgetRatio
}

// Collect implements prometheus.Collector. It reports nothing for a site without a budget, or if
// Redis is unreachable.
func (c *budgetCollector) Collect(ch chan<- prometheus.Metric) {
	for site, budget := range c.budgets() {
		left, err := budget.Left(context.Background(), c.counters, site, time.Now())
		if err != nil {
			return
		}
		for _, l := range left {
			if l.Limit.Money > 0 {
				ch <- prometheus.MustNewConstMetric(budgetLimit, prometheus.GaugeValue, l.Limit.Money.Dollars(), site, l.Period)
				ch <- prometheus.MustNewConstMetric(budgetLeft, prometheus.GaugeValue, max(l.Limit.Money-l.Spent.Money, 0).Dollars(), site, l.Period)
			}
			ch <- prometheus.MustNewConstMetric(budgetRatio, prometheus.GaugeValue, l.Ratio(), site, l.Period)
		}
	}
}

// Totals returns the fields under name as they are counted now; 0 for one that is not.
func (c *Counters) Totals(ctx context.Context, name string, fields ...string) ([]int64, error) {
	totals := make([]int64, len(fields))
	values := make([]*redis.StringCmd, len(fields))
	_, err := c.rdb.Pipelined(ctx, func(all redis.Pipeliner) error {
		for i, field := range fields {
			values[i] = all.HGet(ctx, c.key(name), field)
		}
		return nil
	})
	for i, value := range values {
		totals[i], _ = value.Int64()
	}
	return totals, ignoreNil(err)
}

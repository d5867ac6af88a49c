/**
 * What is counted while serving, for Prometheus. No label says who: a route's name and a class of status.
 * lib/metrics.ts finds it at `globalThis.ridgelineMetrics`.
 * @typedef {Awaited<ReturnType<typeof makeMetrics>>} Metrics
 * @typedef {{ open: number, overdue: number }} Interviews not closed; of these, past their time
 */

/** In seconds: from a prerendered page to where a person has given up. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10]

export async function makeMetrics() {
  const { default: prom } = await import('prom-client')
  const register = new prom.Registry()
  const registers = [register]
  // Event-loop lag, resident memory, processor time, garbage collection, open files.
  prom.collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 20 })
  const requests = new prom.Counter({
    name: 'ridgeline_http_requests_total',
    help: 'Answers, by route and class of status (499: the client had gone)',
    labelNames: ['route', 'status'],
    registers,
  })
  const seconds = new prom.Histogram({
    name: 'ridgeline_http_request_seconds',
    help: 'From the first byte of a request to the last of its answer',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  })
  const gauge = (/** @type {string} */ name, /** @type {string} */ help) => {
    return new prom.Gauge({ name: `ridgeline_${name}`, help, registers })
  }
  const inFlight = gauge('http_requests_in_flight', 'Requests that are being answered')
  const pool = {
    total: gauge('database_connections', 'Connections to the database that are open'),
    idle: gauge('database_connections_idle', 'Of these, not in use'),
    waiting: gauge('database_waiting', 'Queries that wait for a connection'),
  }
  const isUp = gauge('database_up', '1 when the database answered this scrape')
  const open = gauge('interviews_open', 'Mock interviews that are not closed')
  const overdue = gauge('interviews_overdue', 'Of these, past the moment when they close')
  const sweeps = new prom.Counter({
    name: 'ridgeline_sweeps_total',
    help: 'Looks for overdue interviews by this instance',
    labelNames: ['result'],
    registers,
  })
  const swept = gauge('sweep_last_success_timestamp_seconds', 'When the last of these went well')
  return {
    began: () => inFlight.inc(),
    /** @param {string} route @param {number} status @param {number} took in seconds */
    ended(route, status, took) {
      inFlight.dec()
      requests.inc({ route, status: status === 499 ? '499' : `${Math.floor(status / 100)}xx` })
      seconds.observe({ route }, took)
    },
    /** @param {boolean} isGood */
    swept(isGood) {
      sweeps.inc({ result: isGood ? 'ok' : 'failed' })
      if (isGood) swept.setToCurrentTime()
    },
    /** @param {Interviews | null} interviews null when the database did not say */
    async text(interviews) {
      const { ridgelinePool: now } = /** @type {any} */ (globalThis)
      pool.total.set(now?.totalCount ?? 0)
      pool.idle.set(now?.idleCount ?? 0)
      pool.waiting.set(now?.waitingCount ?? 0)
      isUp.set(interviews ? 1 : 0)
      open.set(interviews?.open ?? Number.NaN)
      overdue.set(interviews?.overdue ?? Number.NaN)
      return register.metrics()
    },
    type: register.contentType,
  }
}

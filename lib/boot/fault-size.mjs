/**
 * How often a test of faults or attacks repeats: few times on every change, the sizes of a release
 * behind `npm run test:faults -- --full` (which sets RIDGELINE_FAULTS=full), a share of them behind
 * `-- --share 0.05` (RIDGELINE_FAULTS=0.05).
 * @param {number} ci times on every change, and at least
 * @param {number} full times before a release
 */
export function faultSize(ci, full) {
  const asked = process.env.RIDGELINE_FAULTS ?? ''
  if (asked === 'full') return full
  const share = Number(asked)
  return share > 0 && share < 1 ? Math.max(ci, Math.ceil(full * share)) : ci
}

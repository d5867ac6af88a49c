/**
 * How often a test of faults or attacks repeats: few times on every change, the sizes of a release
 * behind `npm run test:faults -- --full` (which sets RIDGELINE_FAULTS=full).
 * @param {number} ci times on every change
 * @param {number} full times before a release
 */
export function faultSize(ci, full) {
  return process.env.RIDGELINE_FAULTS === 'full' ? full : ci
}

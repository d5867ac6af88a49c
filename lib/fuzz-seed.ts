import fc from 'fast-check'
import { faultSize } from './boot/fault-size.mjs'

// Of every property in the unit tests. The same on every change, so that nothing fails by chance that did
// not a moment ago; a new one where tests run at full size, or FUZZ_SEED (the one that a failure names).
fc.configureGlobal({
  seed: Number(process.env['FUZZ_SEED'] ?? faultSize(20261130, Date.now() % 2 ** 30)),
})

import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'

/** Bytes of what a bundle of these exports holds, minified and gzipped; what is left out of it. */
function bundle(exported: string) {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents: `export ${exported} from './index.ts'`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false,
  })
  const inputs = Object.values(metafile.outputs)[0]!.inputs
  const held = Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0)
  return {
    bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length,
    files: held.map((file) => /(\w[\w-]*)\.ts$/.exec(file)?.[1] ?? file),
  }
}

test('the whole room is within 12 kB (12 × 1024 bytes)', () => {
  expect(bundle('*').bytes).toBeLessThanOrEqual(12 * 1024)
})

const binomial = ['binomial', 'expansion', 'logistic']

test.each([
  ['{ proximal }', 450, ['problem', 'gaussian', 'active-set', ...binomial]],
  ['{ convertPenalty }', 600, ['problem', 'gaussian', 'active-set', ...binomial]],
  ['{ makeData }', 800, ['problem', 'gaussian', 'active-set', ...binomial]],
  ['{ posterior1d }', 900, ['problem', 'gaussian', 'active-set', ...binomial]],
  ['{ varianceInflation }', 2000, ['gaussian', 'active-set', ...binomial]],
  ['{ prepareGaussian, fit }', 6100, ['path', 'cross-validate', ...binomial]],
  ['{ prepareGaussian, fit, fitPath }', 6500, ['cross-validate', ...binomial]],
  ['{ prepareGaussian, constrainedFit }', 6100, ['cross-validate', ...binomial]],
  ['{ prepareGaussian, descend }', 6100, ['cross-validate', ...binomial]],
  ['{ biasVariance }', 7000, ['cross-validate', ...binomial]],
])('a bundle of %s holds what it calls: at most %d bytes', (exported, budget, absent) => {
  const { bytes, files } = bundle(exported)
  expect(files.filter((file) => absent.includes(file))).toEqual([])
  expect(bytes).toBeLessThanOrEqual(budget)
})

test('and prepare, which takes either family, brings both', () => {
  expect(bundle('{ prepare, fit }').files).toEqual(
    expect.arrayContaining(['gaussian', ...binomial]),
  )
})

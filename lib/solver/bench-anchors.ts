import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchCase } from './bench.ts'

/** Another implementation: `run` gives CPU ms by "<case id> <name>". */
export type Anchor = { run(): Record<string, number>; dispose(): void }

/** scikit-learn (of $PYTHON, or python3) and R glmnet, each only where it starts; the data go over as little-endian float64. */
export function installedAnchors(cases: BenchCase[]): Anchor[] {
  const programs = [
    {
      command: process.env.PYTHON ?? 'python3',
      check: ['-c', 'import sklearn'],
      file: 'anchor.py',
      text: python,
    },
    { command: 'Rscript', check: ['-e', 'library(glmnet)'], file: 'anchor.R', text: r },
  ]
  return programs
    .filter(({ command, check }) => spawnSync(command, check).status === 0)
    .map(({ command, file, text }) => {
      const folder = mkdtempSync(join(tmpdir(), 'solver-anchor-'))
      writeFileSync(join(folder, file), text)
      writeFileSync(join(folder, 'cases.csv'), listing(cases))
      for (const c of cases) {
        writeFileSync(join(folder, `${c.id}.x`), new Uint8Array(c.x.values.buffer))
        writeFileSync(join(folder, `${c.id}.y`), new Uint8Array(c.y.buffer))
      }
      return {
        run() {
          const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
          const env = { ...process.env, ...one }
          const ran = spawnSync(command, [file], { cwd: folder, encoding: 'utf8', env })
          if (ran.status !== 0) throw new Error(`${command} failed: ${ran.stderr}`)
          return Object.fromEntries(
            ran.stdout
              .trim()
              .split('\n')
              .map((line) => line.split(','))
              .map(([id, name, ms]) => [`${id} ${name}`, Number(ms)]),
          )
        },
        dispose: () => rmSync(folder, { recursive: true }),
      }
    })
}

function listing(cases: BenchCase[]): string {
  const lines = cases.map((c) =>
    [c.id, c.task, c.family, c.x.rows, c.x.columns, c.alpha, c.nLambda, c.lambdaMinRatio].join(','),
  )
  return `id,task,family,n,p,alpha,nlambda,ratio\n${lines.join('\n')}\n`
}

const python = `
import csv, time, warnings
import numpy as np
from sklearn.linear_model import ElasticNet, ElasticNetCV, enet_path
warnings.filterwarnings("ignore")

def cpu(run):
    start = time.process_time(); run(); first = time.process_time() - start
    batch = max(1, int(0.1 / max(first, 1e-5)))
    times = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(batch): run()
        times.append((time.process_time() - start) / batch)
    return sorted(times)[2] * 1000

def standard(x):
    x = x - x.mean(axis=0)
    return np.asfortranarray(x / np.sqrt((x * x).mean(axis=0)))

for c in csv.DictReader(open("cases.csv")):
    n, p, alpha = int(c["n"]), int(c["p"]), float(c["alpha"])
    x = np.fromfile(c["id"] + ".x").reshape(p, n).T
    y = np.fromfile(c["id"] + ".y")
    grid = dict(n_alphas=int(c["nlambda"]), eps=float(c["ratio"]))
    tight = dict(tol=1e-10, max_iter=100000)
    if c["family"] == "binomial": continue
    if c["task"] == "path":
        run = lambda: enet_path(standard(x), y - y.mean(), l1_ratio=alpha, **grid, **tight)
    elif c["task"] == "cv":
        run = lambda: ElasticNetCV(l1_ratio=alpha, cv=10, **grid, **tight).fit(standard(x), y)
    else:
        z = standard(x)
        model = ElasticNet(alpha=0.1, l1_ratio=alpha, warm_start=True, **tight)
        step = [0]
        def run():
            step[0] += 1
            model.set_params(alpha=0.1 + 0.01 * (step[0] % 20)).fit(z, y)
    print(f'{c["id"]},sklearn,{cpu(run)}', flush=True)
`

const r = `
suppressMessages(library(glmnet))
cpu <- function(run) {
  used <- function(times) { t <- proc.time(); for (i in seq_len(times)) run(); sum((proc.time() - t)[1:2]) }
  used(1)
  batch <- 1
  while ((first <- used(batch)) < 0.1) batch <- batch * 4
  median(sapply(1:5, function(i) used(batch))) / batch * 1000
}
cases <- read.csv("cases.csv")
for (k in seq_len(nrow(cases))) {
  c <- cases[k, ]
  x <- matrix(readBin(paste0(c$id, ".x"), "double", c$n * c$p), c$n, c$p)
  y <- readBin(paste0(c$id, ".y"), "double", c$n)
  grid <- list(x = x, y = y, family = c$family, alpha = c$alpha, nlambda = c$nlambda, lambda.min.ratio = c$ratio)
  if (c$task == "refit") grid <- list(x = x, y = y, lambda = 0.15)
  call <- if (c$task == "cv") cv.glmnet else glmnet
  # the path must not stop early: every lambda is asked for
  glmnet.control(fdev = 0, devmax = 1)
  cat(sprintf("%s,glmnet,%f\\n", c$id, cpu(function() do.call(call, grid))))
  cat(sprintf("%s,glmnet 1e-14,%f\\n", c$id, cpu(function() do.call(call, c(grid, thresh = 1e-14, maxit = 1e7)))))
}
`

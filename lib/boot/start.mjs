// npm start and npm run dev: everything from a fresh clone to a served page. Plain JavaScript with
// `node:` imports alone, since nothing is installed when it begins. `--dev` runs the development server;
// `--built` serves the build that there is, also when sources have changed since.
import { openSite } from './site.mjs'
import { explain, makeProgress } from './progress.mjs'
import { stopInReverse } from './stop.mjs'

const isDevelopment = process.argv.includes('--dev')
const mode = isDevelopment ? 'dev' : process.argv.includes('--built') ? 'built' : 'start'
// Next, React and Prisma read it once, when they are loaded.
Object.assign(process.env, { NODE_ENV: isDevelopment ? 'development' : 'production' })

const progress = makeProgress()
const stop = stopInReverse(progress)
try {
  await openSite(progress, stop, mode)
} catch (error) {
  // A step that fails because we are stopping (its program was stopped too) has nothing to explain.
  if (!stop.isStopping()) explain(error)
  await stop.now(1)
}

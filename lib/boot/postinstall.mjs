import { finishInstallation } from './install.mjs'
import { explain } from './progress.mjs'

try {
  await finishInstallation()
} catch (error) {
  explain(error)
  process.exitCode = 1
}

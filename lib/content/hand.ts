import { judgeFiles } from './judge-files.ts'

/* Another process of a check (hands.ts): the folder is its own, and it ends with who started it. */

process.on('message', (paths: string[]) => {
  void judgeFiles(process.cwd(), paths).then((verdicts) => process.send!(verdicts))
})
process.on('disconnect', () => process.exit())

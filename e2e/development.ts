import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '#lib/boot/postmaster.mjs'

/** `npm run dev`, as an author starts it, on the suite's own database. */
export type Development = { url: string; stop: () => Promise<void> }

export async function startDevelopment(): Promise<Development> {
  const child = spawn('npm', ['run', 'dev'], {
    env: { ...process.env, PORT: String(await freePort()), HOST: '127.0.0.1', NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  } as never) as ChildProcess
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      const [, found] = /ready\s+(http:\S+)/.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('close', (code) => reject(new Error(`npm run dev ended with ${code}:\n${said}`)))
  })
  // It says so when it has started its own server, which takes another moment.
  while (!(await fetch(`${url}/api/health`).catch(() => null))) await setTimeout(200)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** An npm script as an author types it. @param typed what is answered, line by line */
export function npm(script: string, args: string[] = [], typed = '') {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args])
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  child.stdin.end(typed)
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
}

/** A file that is gone when this process is, however it ends: another process holds the other end of a pipe. */
export function removeAtTheEnd(path: string) {
  const script = `process.stdin.resume().on('close', () => fs.rmSync(process.argv[1], { force: true }))`
  const child = spawn(process.execPath, ['-e', script, path], {
    detached: true, // an interrupt of the terminal is not for it
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  ;(child.stdin as Socket).unref()
}

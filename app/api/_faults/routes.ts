import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Entry, registry } from '#lib/action.ts'

/** A route as it lies in `app`, with its entry in the registry; none if it has none. */
export type Route = { method: string; path: string; entry: Entry | null }

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Every handler that a `route.ts` of `app` exports, in the order of their addresses. */
export async function routes(): Promise<Route[]> {
  const found: Route[] = []
  for (const file of filesIn('app').filter((name) => /(^|\/)route\.tsx?$/.test(name))) {
    const exported = (await import(/* @vite-ignore */ path.resolve('app', file))) as object
    const entries = new Map(
      [...registry.values()].map((entry) => [entry.handler as unknown, entry]),
    )
    for (const [method, handler] of Object.entries(exported))
      if (METHODS.includes(method))
        found.push({ method, path: addressOf(file), entry: entries.get(handler) ?? null })
  }
  return found.toSorted((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1))
}

/** Files with a directive `'use server'`: their exports can be called from anywhere. */
export function actionFiles(): string[] {
  return filesIn('app')
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
    .filter((name) => isAction(readFileSync(path.join('app', name), 'utf8')))
}

/** At the head of a file, or of a function in it. */
export function isAction(source: string): boolean {
  return /^\s*(['"])use server\1/m.test(source)
}

/** An address with its dynamic segments filled in, each escaped. */
export function fill(pattern: string, params: Record<string, string>): string {
  return pattern.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  )
}

/** Names of the dynamic segments of an address. */
export function segmentsOf(pattern: string): string[] {
  return [...pattern.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name!)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.split(path.sep).join('/'),
  )
}

/** Groups in parentheses are no part of an address. */
function addressOf(file: string): string {
  return `/${path.posix.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, '')
}

import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** In front of several servers: it asks each in turn of those that say they are ready, and never twice. */
export type LoadBalancer = {
  url: string
  /** How many of the servers are ready now. */
  ready(): number
  close(): Promise<void>
}

/** Between two looks at whether a server is ready, in ms; and bad ones after which it gets no more. */
const PAUSE = 100
const FALL = 3

/** Resolves when all are ready. @param targets addresses of the servers */
export async function loadBalancer(targets: string[]): Promise<LoadBalancer> {
  const agent = new http.Agent({ keepAlive: true })
  const ready = new Set<string>()
  let turn = 0
  let isClosed = false

  /** As load balancers do: one good look takes a server in, several bad ones in a row take it out. */
  async function look(target: string) {
    for (let bad = 0; !isClosed; bad++) {
      try {
        const answer = await fetch(`${target}/api/ready`, { signal: AbortSignal.timeout(2000) })
        await answer.arrayBuffer()
        if (answer.ok) bad = -1
      } catch {
        // Refused, or too slow.
      }
      if (bad < 0) ready.add(target)
      if (bad + 1 >= FALL) ready.delete(target)
      await sleep(PAUSE)
    }
  }

  const server = http.createServer((request, response) => {
    const targetsNow = targets.filter((target) => ready.has(target))
    const target = targetsNow[turn++ % Math.max(1, targetsNow.length)]
    if (!target) return void response.writeHead(502).end('no server is ready')
    const { method, url, headers } = request
    const onward = http.request(
      `${target}${url}`,
      { method: method!, headers, agent },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      },
    )
    onward.on('error', () => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502).end('the server did not answer')
    })
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  for (const target of targets) void look(target)
  while (ready.size < targets.length) await sleep(20)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: () => ready.size,
    close: async () => {
      isClosed = true
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

import net from 'node:net'

/** A way to a server that can be cut in the middle of a message, or hold it up. */
export type CuttingProxy = {
  url: string
  /** Lets `bytes` more through, either way, then drops every connection and takes no new one. */
  cutAfter(bytes: number): void
  /** @returns whether it was cut since `cutAfter` */
  isCut(): boolean
  mend(): void
  /** Keeps what is sent to the server from now on, as a network does that has stopped. */
  hold(): void
  /** @returns what is kept */
  held(): string
  /** Lets it through, in order. */
  release(): void
  close(): Promise<void>
}

/** @param target address of the server */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<net.Socket>()
  let left = Infinity
  let kept: { to: net.Socket; chunk: Buffer }[] | null = null

  function pass(from: net.Socket, to: net.Socket, isRequest: boolean) {
    from.on('data', (chunk) => {
      if (isRequest && kept) return void kept.push({ to, chunk })
      const part = chunk.subarray(0, Math.min(chunk.length, Math.max(0, left)))
      left -= chunk.length
      to.write(part)
      if (left <= 0) setImmediate(() => sockets.forEach((socket) => socket.destroy()))
    })
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }

  const server = net.createServer((client) => {
    if (left <= 0) return client.destroy()
    const upstream = net.connect(Number(port), hostname)
    for (const socket of [client, upstream]) sockets.add(socket)
    pass(client, upstream, true)
    pass(upstream, client, false)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    cutAfter: (bytes) => void (left = bytes),
    isCut: () => left <= 0,
    mend: () => void (left = Infinity),
    hold: () => void (kept = []),
    held: () => Buffer.concat((kept ?? []).map(({ chunk }) => chunk)).toString('latin1'),
    release() {
      const waiting = kept ?? []
      kept = null
      for (const { to, chunk } of waiting) to.write(chunk)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
  }
}

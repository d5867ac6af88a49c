import net from 'node:net'
import { once } from 'node:events'

/**
 * @typedef {{ to: string, subject: string, text: string }} Mail
 * @typedef {{ url: string, mails: Mail[], next: (to: string) => Promise<Mail>, refuse: (isOn: boolean) => void, close: () => Promise<void> }} Mailbox
 */

/**
 * A mail server for tests, on loopback: takes letters and keeps them. As much of SMTP (RFC 5321) as a
 * sender needs; what it keeps is decoded from quoted-printable.
 * @returns {Promise<Mailbox>} `next` waits for the next letter to somebody; `refuse` makes it answer 550
 */
export async function openMailbox() {
  /** @type {Mail[]} */
  const mails = []
  let isRefusing = false
  let taken = 0
  /** @type {(() => void)[]} */
  let waiting = []
  const server = net.createServer((socket) => {
    let to = ''
    let held = ''
    let isData = false
    socket.on('error', () => {})
    socket.write('220 mailbox\r\n')
    socket.on('data', (chunk) => {
      held += chunk
      for (let end; (end = held.indexOf(isData ? '\r\n.\r\n' : '\r\n')) >= 0;) {
        const part = held.slice(0, end)
        held = held.slice(end + (isData ? 5 : 2))
        if (isData) {
          mails.push({ to, ...read(part) })
          for (const wake of waiting.splice(0)) wake()
          isData = false
          socket.write('250 kept\r\n')
          continue
        }
        const verb = part.slice(0, 4).toUpperCase()
        if (verb === 'RCPT') to = /<(.*)>/.exec(part)?.[1] ?? ''
        if (verb === 'RCPT' && isRefusing) socket.write('550 no such mailbox\r\n')
        else if (verb === 'DATA') {
          isData = true
          socket.write('354 go on\r\n')
        } else if (verb === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 fine\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {net.AddressInfo} */ (server.address())
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next: async (to) => {
      for (;;) {
        const at = mails.findIndex((mail, nth) => nth >= taken && mail.to === to)
        if (at >= 0) {
          taken = at + 1
          return /** @type {Mail} */ (mails[at])
        }
        await new Promise((wake) => waiting.push(() => wake(null)))
      }
    },
    refuse: (isOn) => {
      isRefusing = isOn
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** @param {string} letter headers, an empty line, the body */
function read(letter) {
  const [head = '', ...rest] = letter.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').replaceAll('\r\n', '\n')
  const isQuoted = /^content-transfer-encoding: quoted-printable/im.test(head)
  const text = isQuoted
    ? Buffer.from(
        body
          .replaceAll('=\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : body
  return { subject: /^subject: (.*)$/im.exec(head)?.[1]?.trim() ?? '', text }
}

import 'server-only'
import { createTransport } from 'nodemailer'
import { env, siteUrl } from './env.ts'

/** A letter in plain text: no picture that reports who opened it, no HTML. */
export type Letter = { to: string; subject: string; text: string }

/** Whether the operator has said how mail leaves this site. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined
}

/**
 * Sends a letter by the operator's server.
 * @throws when that server refuses or is away; the error's message may hold the address
 */
export async function sendLetter(letter: Letter): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env()
  if (url === undefined) throw new Error('SMTP_URL is not set')
  const transport = createTransport({ url, ...PATIENCE })
  try {
    // One address as it is, not a list to be read.
    const to = { name: '', address: letter.to }
    const closed = { disableUrlAccess: true, disableFileAccess: true }
    await transport.sendMail({ from, ...letter, to, ...closed })
  } finally {
    transport.close()
  }
}

/**
 * The address that links in mails lead to. Never what a request claims to have asked for: whoever
 * forges `Host` would have a working token mailed to somebody under an address of their own.
 */
export function mailedAddress(): string {
  const address = siteUrl()
  if (address === null) throw new Error('SMTP_URL is set without NEXTAUTH_URL or SITE_URL')
  return address
}

/** nodemailer itself waits for minutes. In ms. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

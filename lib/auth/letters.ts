import 'server-only'
import type { Letter } from '#lib/mail.ts'

/** What is mailed. Plain sentences, one link, and what to do if one did not ask for it. */

export function resetLetter(to: string, link: string): Letter {
  return {
    to,
    subject: 'A new password for Ridgeline',
    text: `Somebody, probably you, asked for a new password for the Ridgeline account of this address.

Choose one here, within 30 minutes:

${link}

The link works once. Afterwards every device is signed out, and you sign in with the new password.

It was not you? Then do nothing: your password stays as it is.
`,
  }
}

export function confirmLetter(to: string, link: string): Letter {
  return {
    to,
    subject: 'Confirm your Ridgeline account',
    text: `Somebody, probably you, asked for a Ridgeline account with this address.

Confirm it here, within 30 minutes, with the password that you chose:

${link}

Opened in the browser in which you practised, it takes along what you answered there.

It was not you? Then do nothing: without this step there is no account.
`,
  }
}

export function takenLetter(to: string, address: string): Letter {
  return {
    to,
    subject: 'You have a Ridgeline account already',
    text: `Somebody, probably you, asked for a Ridgeline account with this address. There is one already, so
nothing was changed.

Sign in:            ${address}/sign-in
Password forgotten: ${address}/forgot

It was not you? Then do nothing: whoever it was learnt nothing of you.
`,
  }
}

import path from 'node:path'

/** The checkout: the folder that holds package.json. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..')

/** What this machine keeps of its own (the database, the secret), ignored by git. */
export const DATA = path.join(ROOT, '.data')

import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Trouble } from './progress.mjs'

/**
 * A backup is a gzipped script that psql could run on an empty, migrated database: comments with JSON at
 * its head and its end, between them a COPY for each table. Text, so that it outlives this program.
 * @typedef {object} Head
 * @property {string} made when, ISO 8601
 * @property {string} server version of PostgreSQL
 * @property {import('./migrate.mjs').Migration[]} migrations of the database, oldest first
 * @property {import('./backup-tables.mjs').Table[]} tables in the order in which they follow
 *
 * @typedef {object} End
 * @property {import('./backup-tables.mjs').Contents} contents
 * @property {Record<string, string>} sequences
 */

const HEAD = '-- ridgeline backup 1 '
const END = '-- ridgeline end '
export const END_OF_TABLE = '\\.\n'

/** @param {Head} head */
export function headLine(head) {
  return `${HEAD}${JSON.stringify(head)}\n`
}

/** @param {End} end */
export function endLine(end) {
  return `${END}${JSON.stringify(end)}\n`
}

/**
 * Reads a backup from its beginning to its end, in pieces.
 * @param {string} file
 * @throws {Trouble} wherever it turns out not to be a whole backup
 */
export async function openBackup(file) {
  const input = createReadStream(file)
  const unpacked = createGunzip()
  input.on('error', (error) => unpacked.destroy(error))
  const lines = reader(input.pipe(unpacked), (error) => troubleOf(file, error))
  const close = () => {
    input.destroy()
    unpacked.destroy()
  }
  try {
    const first = await lines.line()
    if (!first.startsWith(HEAD)) throw new Trouble(`${file} is not a backup of this site.`)
    return {
      head: /** @type {Head} */ (JSON.parse(first.slice(HEAD.length))),
      /** The next table's rows, as COPY takes them. @param {string} copied its name and columns */
      table: async (copied) => {
        const line = await lines.line()
        if (line !== `COPY ${copied} FROM stdin;`) throw damaged(file)
        return lines.untilEndOfTable()
      },
      end: async () => {
        const line = await lines.line()
        if (!line.startsWith(END)) throw damaged(file)
        const end = /** @type {End} */ (JSON.parse(line.slice(END.length)))
        // The checksum of the whole is behind the last byte.
        if (await lines.hasMore()) throw damaged(file)
        return end
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** @param {AsyncIterable<Buffer>} source @param {(error: unknown) => unknown} explain */
function reader(source, explain) {
  const chunks = source[Symbol.asyncIterator]()
  /** @type {Buffer} */
  let kept = Buffer.alloc(0)
  /** @returns {Promise<boolean>} false at the end */
  async function more() {
    try {
      const { value, done } = await chunks.next()
      if (done) return false
      kept = kept.length === 0 ? value : Buffer.concat([kept, value])
      return true
    } catch (error) {
      throw explain(error)
    }
  }
  const take = (/** @type {number} */ length) => {
    const taken = kept.subarray(0, length)
    kept = kept.subarray(length)
    return taken
  }
  return {
    async line() {
      let at = kept.indexOf('\n')
      while (at < 0) {
        if (kept.length > 1_000_000 || !(await more())) throw explain(null)
        at = kept.indexOf('\n')
      }
      return take(at + 1)
        .subarray(0, at)
        .toString()
    },
    async *untilEndOfTable() {
      while (kept.length < END_OF_TABLE.length) if (!(await more())) throw explain(null)
      if (kept.subarray(0, END_OF_TABLE.length).toString() === END_OF_TABLE) {
        take(END_OF_TABLE.length)
        return
      }
      // Only after a line's end is it an end: within a line COPY writes a backslash twice.
      const mark = `\n${END_OF_TABLE}`
      for (;;) {
        const at = kept.indexOf(mark)
        if (at >= 0) {
          yield take(at + 1)
          take(END_OF_TABLE.length)
          return
        }
        // Its beginning may be the last that is here.
        if (kept.length >= mark.length) yield take(kept.length - mark.length + 1)
        if (!(await more())) throw explain(null)
      }
    },
    hasMore: async () => kept.length > 0 || more(),
  }
}

/** @param {string} file */
function damaged(file) {
  return new Trouble(`${file} is damaged: it cannot be restored. Take another backup.`)
}

/** @param {string} file @param {unknown} error null when it ends too early */
function troubleOf(file, error) {
  const { code = '' } = /** @type {{ code?: string } | null} */ (error) ?? {}
  if (code === 'ENOENT') return new Trouble(`There is no file ${file}.`)
  if (code === 'EISDIR') return new Trouble(`${file} is a folder; a backup is a file.`)
  if (code === 'EACCES') return new Trouble(`${file} may not be read by this user.`)
  if (code === 'Z_DATA_ERROR' && /incorrect header/.test(String(error))) {
    return new Trouble(`${file} is not a backup of this site.`)
  }
  return error === null || code.startsWith('Z_') ? damaged(file) : error
}
